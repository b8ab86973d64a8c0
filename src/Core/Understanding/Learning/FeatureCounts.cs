using System.Runtime.InteropServices;

namespace Mailroom.Core.Understanding.Learning;

/// <summary>How often each feature stands in a text, by bucket and family.</summary>
internal sealed class FeatureCounts
{
    private static readonly int Blocks = Enum.GetValues<FeatureBlock>().Length;

    private readonly int[] _buckets;
    private readonly ushort[] _counts;
    private readonly int[] _ends;

    private FeatureCounts(int[] buckets, ushort[] counts, int[] ends) => (_buckets, _counts, _ends) = (buckets, counts, ends);

    /// <summary>The buckets, family by family; one may stand in several families.</summary>
    public ReadOnlySpan<int> Buckets => _buckets;

    /// <summary>Counts a text's features.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="bits">The buckets are 2 to this power.</param>
    public static FeatureCounts Of(ReadOnlySpan<char> text, int bits)
    {
        var sink = new Collector(bits, Blocks);
        FeatureReader.Read(text, ref sink);
        return sink.Counted();
    }

    /// <summary>The text as a vector: sublinear counts times the buckets' rarity, each family of length one.</summary>
    /// <param name="rarity">The inverse document frequency of each bucket.</param>
    public FeatureVector Weigh(ReadOnlySpan<float> rarity)
    {
        var values = new float[_buckets.Length];
        var start = 0;
        foreach (var end in _ends)
        {
            double square = 0;
            for (var i = start; i < end; i++)
            {
                values[i] = (1 + MathF.Log(_counts[i])) * rarity[_buckets[i]];
                square += values[i] * values[i];
            }

            var scale = square > 0 ? (float)(1 / Math.Sqrt(square)) : 0;
            for (var i = start; i < end; i++)
            {
                values[i] *= scale;
            }

            start = end;
        }

        return new(_buckets, values);
    }

    private struct Collector(int bits, int blocks) : IFeatureSink
    {
        private readonly List<int>[] _found = [.. Enumerable.Range(0, blocks).Select(_ => new List<int>())];
        private readonly int _shift = 64 - bits;

        public readonly void Add(FeatureBlock block, ulong hash, int start, int length) => _found[(int)block].Add((int)(hash >> _shift));

        public readonly FeatureCounts Counted()
        {
            var total = _found.Sum(f => f.Count);
            var (buckets, counts, ends) = (new int[total], new ushort[total], new int[_found.Length]);
            var used = 0;
            for (var block = 0; block < _found.Length; block++)
            {
                var sorted = CollectionsMarshal.AsSpan(_found[block]);
                sorted.Sort();
                var first = used;
                foreach (var bucket in sorted)
                {
                    if (used > first && buckets[used - 1] == bucket)
                    {
                        counts[used - 1] += (ushort)(counts[used - 1] < ushort.MaxValue ? 1 : 0);
                    }
                    else
                    {
                        (buckets[used], counts[used]) = (bucket, 1);
                        used++;
                    }
                }

                ends[block] = used;
            }

            return new(buckets[..used], counts[..used], ends);
        }
    }
}

/// <summary>A text as the model sees it.</summary>
/// <param name="Buckets">The buckets that are not empty; the same one may stand twice, and both count.</param>
/// <param name="Values">Their values.</param>
internal sealed record FeatureVector(int[] Buckets, float[] Values)
{
    /// <summary>Its length squared, were no bucket there twice.</summary>
    public double Square => Values.Sum(v => (double)v * v);
}
