using System.Text;

namespace MimeKit.Internal;

/// <summary>Applies content transfer encodings, with CRLF line ends.</summary>
internal static class TransferEncoder
{
    private const int QuotedLine = 76;

    public static byte[] Encode(ContentEncoding encoding, ReadOnlySpan<byte> bytes) => encoding switch
    {
        ContentEncoding.Base64 => Base64(bytes),
        ContentEncoding.QuotedPrintable => QuotedPrintable(bytes),
        _ => bytes.ToArray(),
    };

    private static byte[] Base64(ReadOnlySpan<byte> bytes)
    {
        var text = Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks);
        return Encoding.ASCII.GetBytes(text.Length > 0 ? text + "\r\n" : "");
    }

    private static byte[] QuotedPrintable(ReadOnlySpan<byte> bytes)
    {
        var output = new StringBuilder(bytes.Length + (bytes.Length / 2));
        var column = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b == '\n' || (b == '\r' && i + 1 < bytes.Length && bytes[i + 1] == '\n'))
            {
                i += b == '\r' ? 1 : 0;
                output.Append("\r\n");
                column = 0;
                continue;
            }

            var atLineEnd = i + 1 == bytes.Length || bytes[i + 1] is (byte)'\r' or (byte)'\n';
            var plain = b is > 32 and < 127 and not (byte)'=' || (b is (byte)' ' or (byte)'\t' && !atLineEnd);
            var width = plain ? 1 : 3;
            if (column + width >= QuotedLine)
            {
                output.Append("=\r\n");
                column = 0;
            }

            column += width;
            _ = plain ? output.Append((char)b) : output.Append('=').Append(b.ToString("X2", null));
        }

        return Encoding.ASCII.GetBytes(output.ToString());
    }
}
