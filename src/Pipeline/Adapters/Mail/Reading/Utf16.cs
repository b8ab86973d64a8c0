using System.Text;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>UTF-16 without a word on the order of its bytes, for reading alone: a mark says it, else where the zeros lie.</summary>
internal sealed class Utf16 : Encoding
{
    /// <summary>The encoding.</summary>
    public static Encoding Encoding { get; } = new Utf16();

    /// <inheritdoc/>
    public override string WebName => "utf-16";

    /// <inheritdoc/>
    public override int GetByteCount(char[] chars, int index, int count) => Unicode.GetByteCount(chars, index, count);

    /// <inheritdoc/>
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        Unicode.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    /// <inheritdoc/>
    public override int GetCharCount(byte[] bytes, int index, int count) => Order(bytes.AsSpan(index, count)).GetCharCount(bytes, index, count);

    /// <inheritdoc/>
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        Order(bytes.AsSpan(byteIndex, byteCount)).GetChars(bytes, byteIndex, byteCount, chars, charIndex);

    /// <inheritdoc/>
    public override int GetMaxByteCount(int charCount) => Unicode.GetMaxByteCount(charCount);

    /// <inheritdoc/>
    public override int GetMaxCharCount(int byteCount) => Unicode.GetMaxCharCount(byteCount);

    private static Encoding Order(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(BigEndianUnicode.Preamble))
        {
            return BigEndianUnicode;
        }

        var (even, odd) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            // Blanks, digits, Latin letters and line ends: half of them is a zero. Chinese without any is rarer than a page without a line end.
            (even, odd) = bytes[i] != 0 ? (even, odd) : i % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
        }

        return even > odd ? BigEndianUnicode : Unicode;
    }
}
