using System.Security.Cryptography;
using System.Text;

namespace Mailroom.Core.Tickets;

/// <summary>The house's secret, from which ids and reply tokens are derived (HMAC-SHA-256, RFC 2104).</summary>
public sealed class SigningKey
{
    /// <summary>The fewest secret bytes that a key may have.</summary>
    public const int MinimumLength = 32;

    private readonly byte[] _secret;

    /// <summary>Makes a key from at least <see cref="MinimumLength"/> secret bytes.</summary>
    public SigningKey(ReadOnlySpan<byte> secret)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, MinimumLength, nameof(secret));
        _secret = secret.ToArray();
    }

    /// <summary>128 bits of the HMAC of a purpose and its parts, as 26 lower-case Crockford base32 characters.</summary>
    /// <param name="purpose">What the id is for, so that ids of different purposes never meet.</param>
    /// <param name="parts">What the id is derived from.</param>
    public string Derive(string purpose, params ReadOnlySpan<string> parts)
    {
        var message = new StringBuilder(purpose);
        foreach (var part in parts)
        {
            // A length before each part keeps ("a", "bc") and ("ab", "c") apart.
            message.Append('|').Append(part.Length).Append(':').Append(part);
        }

        var hash = HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(message.ToString()));
        return Crockford.Encode(hash.AsSpan(0, 16)).ToLowerInvariant();
    }
}
