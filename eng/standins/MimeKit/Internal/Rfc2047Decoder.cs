using System.Buffers;
using System.Text;

namespace MimeKit.Internal;

/// <summary>Decodes encoded words (RFC 2047) and undeclared 8-bit bytes of header fields.</summary>
internal static class Rfc2047Decoder
{
    /// <summary>Decodes bytes that were turned into Latin-1 characters one by one.</summary>
    public static string Decode(ParserOptions options, string latin1)
    {
        if (!latin1.Contains("=?", StringComparison.Ordinal))
        {
            return Plain(options, latin1);
        }

        var output = new StringBuilder(latin1.Length);
        var pending = new ArrayBufferWriter<byte>();
        var pendingCharset = "";
        var at = 0;
        var plainFrom = 0;
        var lastClose = latin1.LastIndexOf("?=", StringComparison.Ordinal);
        while (at < latin1.Length)
        {
            var start = latin1.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0)
            {
                break;
            }

            if (!TryWord(latin1, start, lastClose, out var charset, out var isBase64, out var payload, out var end))
            {
                at = start + 2;
                continue;
            }

            var between = latin1.AsSpan(plainFrom, start - plainFrom);
            var adjacent = pendingCharset.Length > 0 && between.IsWhiteSpace();
            if (!adjacent || !string.Equals(charset, pendingCharset, StringComparison.OrdinalIgnoreCase))
            {
                Flush(options, output, pending, pendingCharset);
                if (!adjacent)
                {
                    output.Append(Plain(options, between.ToString()));
                }
            }

            pendingCharset = charset;
            DecodePayload(latin1.AsSpan(payload.Start.Value, payload.End.Value - payload.Start.Value), isBase64, pending);
            at = end;
            plainFrom = end;
        }

        Flush(options, output, pending, pendingCharset);
        return output.Append(Plain(options, latin1[plainFrom..])).ToString();
    }

    private static bool TryWord(
        string s, int start, int lastClose, out string charset, out bool isBase64, out Range payload, out int end)
    {
        (charset, isBase64, payload, end) = ("", false, default, 0);
        var limit = Math.Min(s.Length, start + 80);
        var first = s.IndexOf('?', start + 2, Math.Max(0, limit - start - 2));
        if (first < 0 || first == start + 2 || first + 2 >= s.Length || s[first + 2] != '?')
        {
            return false;
        }

        var method = char.ToUpperInvariant(s[first + 1]);
        var label = s[(start + 2)..first];
        if (first + 3 > lastClose || method is not ('B' or 'Q') || label.AsSpan().ContainsAny(" \t\r\n"))
        {
            return false;
        }

        var close = s.IndexOf("?=", first + 3, StringComparison.Ordinal);
        var star = label.IndexOf('*', StringComparison.Ordinal);
        charset = star > 0 ? label[..star] : label;
        isBase64 = method == 'B';
        payload = (first + 3)..close;
        end = close + 2;
        return true;
    }

    private static void DecodePayload(ReadOnlySpan<char> payload, bool isBase64, ArrayBufferWriter<byte> to)
    {
        var bytes = new byte[payload.Length];
        for (var i = 0; i < payload.Length; i++)
        {
            bytes[i] = (byte)(payload[i] == '_' && !isBase64 ? ' ' : payload[i]);
        }

        to.Write(isBase64 ? TransferDecoder.Base64(bytes, flush: true) : TransferDecoder.QuotedPrintable(bytes));
    }

    private static void Flush(ParserOptions options, StringBuilder output, ArrayBufferWriter<byte> pending, string charset)
    {
        if (pending.WrittenCount > 0)
        {
            var encoding = Charsets.Find(charset);
            output.Append(encoding is null
                ? Charsets.Guess(options, pending.WrittenSpan)
                : encoding.GetString(pending.WrittenSpan));
            pending.ResetWrittenCount();
        }
    }

    private static string Plain(ParserOptions options, string latin1) =>
        System.Text.Ascii.IsValid(latin1) ? latin1 : Charsets.Guess(options, Charsets.Latin1.GetBytes(latin1));
}
