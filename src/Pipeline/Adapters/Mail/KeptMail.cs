using System.Security.Cryptography;
using Mailroom.Core.Mail;

namespace Mailroom.Pipeline.Adapters.Mail;

/// <summary>A mail as it is kept: its bytes, or of a large one as many as its header needs.</summary>
/// <param name="Sha256">Its identity, lower-case hex.</param>
/// <param name="Bytes">The bytes in hand, from the first.</param>
/// <param name="Length">How many bytes the vault has.</param>
public sealed record KeptMail(string Sha256, ReadOnlyMemory<byte> Bytes, long Length)
{
    /// <summary>The size of the whole mail, when the vault has only its beginning.</summary>
    public long? WholeLength { get; init; }

    /// <summary>Where the whole mail lies, when the vault has only its beginning.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>A mail that is all in hand.</summary>
    public static KeptMail Whole(ReadOnlyMemory<byte> raw) => new(Convert.ToHexStringLower(SHA256.HashData(raw.Span)), raw, raw.Length);

    /// <summary>The bound of size that it passes; null when it may be read.</summary>
    /// <param name="most">The most bytes of a mail that is read.</param>
    internal PassedBound? Passes(int most) =>
        WholeLength is { } whole ? new PassedBound(MailBound.Size, whole, most) { Kept = Length, Elsewhere = Elsewhere }
        : Length > most ? new PassedBound(MailBound.Size, Length, most)
        : null;
}
