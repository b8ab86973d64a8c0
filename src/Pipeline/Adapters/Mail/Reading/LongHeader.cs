using System.Text;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Shortens a header that is longer than any mail program makes it, so that what follows it can still be read.</summary>
internal static class LongHeader
{
    private static readonly HashSet<string> Essential = new(StringComparer.OrdinalIgnoreCase)
    {
        "from", "reply-to", "subject", "date", "message-id", "in-reply-to", "references", "return-path", "mime-version", "content-type",
        "content-transfer-encoding", "auto-submitted", "precedence", "list-id", "list-unsubscribe", "x-auto-response-suppress",
    };

    /// <summary>
    /// The same mail where its header is within the bound; else one whose fields are cut at the end of a line, without those that no
    /// longer fit. What says who wrote, what about and how to read it fits wherever it stands.
    /// </summary>
    public static ReadOnlyMemory<byte> Shortened(ReadOnlyMemory<byte> mail, ICollection<string> notes)
    {
        var block = RawMail.HeaderBlock(mail.Span).Length;
        if (block <= ReadBounds.Header)
        {
            return mail;
        }

        notes.Add($"The header is longer than {ReadBounds.Header / 1024} KB; what is beyond was left out.");
        using var output = new MemoryStream(ReadBounds.Header + mail.Length - block);
        var kept = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var rest = mail.Span[..block]; !rest.IsEmpty;)
        {
            var length = FieldLength(rest);
            var field = rest[..length];
            rest = rest[length..];
            var cut = Cut(field);
            var name = NameOf(field);
            if (output.Length + cut <= ReadBounds.Header || (Essential.Contains(name) && kept.Add(name)))
            {
                kept.Add(name);
                output.Write(field[..cut]);
            }
        }

        // The block's last field stands without the line end that closes it.
        output.Write(output.TryGetBuffer(out var written) && written is [.., (byte)'\n'] ? "\r\n"u8 : "\r\n\r\n"u8);
        output.Write(Body(mail.Span[block..]));
        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }

    /// <summary>One field with the lines that continue it, its line end included.</summary>
    public static int FieldLength(ReadOnlySpan<byte> block)
    {
        for (var at = 0; ;)
        {
            var end = block[at..].IndexOf((byte)'\n');
            if (end < 0)
            {
                return block.Length;
            }

            at += end + 1;
            if (at >= block.Length || block[at] is not ((byte)' ' or (byte)'\t'))
            {
                return at;
            }
        }
    }

    /// <summary>How much of a field stays: as many whole lines as fit, so that no address or word is halved; none of a line that is too long alone.</summary>
    private static int Cut(ReadOnlySpan<byte> field) =>
        field.Length <= ReadBounds.Field ? field.Length : field[..ReadBounds.Field].LastIndexOf((byte)'\n') + 1;

    private static string NameOf(ReadOnlySpan<byte> field)
    {
        var colon = field[..Math.Min(field.Length, 100)].IndexOf((byte)':');
        return colon <= 0 ? "" : Encoding.Latin1.GetString(field[..colon].TrimEnd((byte)' '));
    }

    /// <summary>What follows the empty line.</summary>
    private static ReadOnlySpan<byte> Body(ReadOnlySpan<byte> rest) =>
        rest.StartsWith("\r\n\r\n"u8) ? rest[4..] : rest.StartsWith("\n\n"u8) ? rest[2..] : rest;
}
