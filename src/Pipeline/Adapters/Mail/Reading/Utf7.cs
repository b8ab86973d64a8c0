using System.Text;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>UTF-7 (RFC 2152), for reading alone: .NET refuses it, and old mails still come in it.</summary>
internal sealed class Utf7 : Encoding
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>The encoding.</summary>
    public static Encoding Encoding { get; } = new Utf7();

    /// <inheritdoc/>
    public override string WebName => "utf-7";

    /// <inheritdoc/>
    public override int GetByteCount(char[] chars, int index, int count) => throw new NotSupportedException("UTF-7 is only read.");

    /// <inheritdoc/>
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        throw new NotSupportedException("UTF-7 is only read.");

    /// <inheritdoc/>
    public override int GetCharCount(byte[] bytes, int index, int count) => Decode(bytes.AsSpan(index, count)).Length;

    /// <inheritdoc/>
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        var text = Decode(bytes.AsSpan(byteIndex, byteCount));
        text.CopyTo(0, chars, charIndex, text.Length);
        return text.Length;
    }

    /// <inheritdoc/>
    public override int GetMaxByteCount(int charCount) => charCount * 8;

    /// <inheritdoc/>
    public override int GetMaxCharCount(int byteCount) => byteCount;

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '+')
            {
                text.Append((char)bytes[i]);
                continue;
            }

            var (value, bits, start) = (0, 0, i + 1);
            int digit;
            while (i + 1 < bytes.Length && (digit = Alphabet.IndexOf((char)bytes[i + 1], StringComparison.Ordinal)) >= 0)
            {
                (value, bits, i) = ((value << 6) | digit, bits + 6, i + 1);
                if (bits >= 16)
                {
                    bits -= 16;
                    text.Append((char)(value >> bits));
                    value &= (1 << bits) - 1;
                }
            }

            if (i + 1 < bytes.Length && bytes[i + 1] == '-')
            {
                text.Append(i + 1 == start ? "+" : "");
                i++;
            }
        }

        return text.ToString();
    }
}
