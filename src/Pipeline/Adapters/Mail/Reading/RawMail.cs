using System.Text;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Makes raw bytes fit for the parser: what stands above the first header field goes, line ends become line ends.</summary>
internal static class RawMail
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "from", "to", "cc", "bcc", "subject", "date", "message-id", "received", "return-path", "reply-to", "sender", "content-type",
        "mime-version", "delivered-to", "in-reply-to", "references", "content-transfer-encoding", "dkim-signature",
        "authentication-results", "auto-submitted", "list-id", "x-mailer", "user-agent", "x-originating-ip", "envelope-to",
    };

    /// <summary>The mail from its first header field on; null when there is none.</summary>
    public static ReadOnlyMemory<byte>? Prepare(ReadOnlyMemory<byte> raw, ICollection<string> repairs)
    {
        var mail = LineEnds(raw, repairs);
        mail = mail.Span.StartsWith(Encoding.UTF8.Preamble) ? mail[3..] : mail;
        var start = FirstField(mail.Span);
        if (start < 0 || !HasKnownField(mail.Span[start..]))
        {
            return null;
        }

        if (start > 0 && !mail.Span.StartsWith("From "u8))
        {
            repairs.Add("Something that is no header field stood above the first one.");
        }

        return mail[start..];
    }

    /// <summary>The bytes up to the first empty line.</summary>
    public static ReadOnlySpan<byte> HeaderBlock(ReadOnlySpan<byte> mail)
    {
        var (dos, unix) = (mail.IndexOf("\r\n\r\n"u8), mail.IndexOf("\n\n"u8));
        var end = dos < 0 ? unix : unix < 0 ? dos : Math.Min(dos, unix);
        return end < 0 ? mail : mail[..end];
    }

    private static ReadOnlyMemory<byte> LineEnds(ReadOnlyMemory<byte> raw, ICollection<string> repairs)
    {
        var top = raw.Span[..Math.Min(raw.Length, ReadBounds.Preface)];
        if (top.Contains((byte)'\n') || !top.Contains((byte)'\r'))
        {
            return raw;
        }

        repairs.Add("The lines end in bare carriage returns.");
        var copy = raw.ToArray();
        copy.AsSpan().Replace((byte)'\r', (byte)'\n');
        return copy;
    }

    private static int FirstField(ReadOnlySpan<byte> mail)
    {
        var limit = Math.Min(mail.Length, ReadBounds.Preface);
        for (var at = 0; at < limit;)
        {
            var end = mail[at..].IndexOf((byte)'\n');
            var line = end < 0 ? mail[at..] : mail.Slice(at, end);
            var padding = line.IndexOfAnyExcept((byte)' ', (byte)'\t');
            if (padding >= 0 && FieldName(line[padding..]) is { Length: > 0 } name && (padding == 0 || Known.Contains(name)))
            {
                return at + padding;
            }

            if (end < 0)
            {
                break;
            }

            at += end + 1;
        }

        return -1;
    }

    private static bool HasKnownField(ReadOnlySpan<byte> mail)
    {
        var top = HeaderBlock(mail);
        foreach (var range in top.Split((byte)'\n'))
        {
            if (Known.Contains(FieldName(top[range])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What stands before a colon, when it can be a field name (RFC 5322 2.2).</summary>
    private static string FieldName(ReadOnlySpan<byte> line)
    {
        var colon = line[..Math.Min(line.Length, 100)].IndexOf((byte)':');
        var name = colon <= 0 ? [] : line[..colon].TrimEnd((byte)' ');
        return name.IsEmpty || name.ContainsAnyExceptInRange((byte)33, (byte)126) ? "" : Encoding.ASCII.GetString(name);
    }
}
