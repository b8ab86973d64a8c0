using System.Numerics;

namespace Mailroom.Core.Understanding.Learning;

/// <summary>The hash of a feature, the same on every machine and in every version: models depend on it.</summary>
internal readonly record struct FeatureHash(ulong State)
{
    private const ulong Prime = 0x9E37_79B9_7F4A_7C15;

    /// <summary>The finished hash (the finaliser of SplitMix64): its high bits are as good as its low ones.</summary>
    public ulong Value
    {
        get
        {
            var z = (State ^ (State >> 30)) * 0xBF58_476D_1CE4_E5B9;
            z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>The beginning of a family's hashes.</summary>
    public static FeatureHash Of(FeatureBlock block) => new(((ulong)block + 1) * Prime);

    /// <summary>Goes on with a character.</summary>
    public FeatureHash With(char c) => With((ulong)c);

    /// <summary>Goes on with a word.</summary>
    public FeatureHash With(ReadOnlySpan<char> word)
    {
        var hash = this;
        foreach (var c in word)
        {
            hash = hash.With(c);
        }

        return hash;
    }

    /// <summary>Goes on with another hash.</summary>
    public FeatureHash With(ulong part) => new(BitOperations.RotateLeft((State ^ part) * Prime, 23));
}
