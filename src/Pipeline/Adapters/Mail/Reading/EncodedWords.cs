using System.Text;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Rewrites encoded words (RFC 2047) whose charset label the parser takes too narrowly or does not know.</summary>
internal static class EncodedWords
{
    private const int LongestLabel = 40;

    /// <summary>The mail with the labels of its own header fields mended; the same bytes when there is nothing to mend.</summary>
    public static ReadOnlyMemory<byte> Mended(ReadOnlyMemory<byte> mail)
    {
        var block = RawMail.HeaderBlock(mail.Span);
        if (block.IndexOf("=?"u8) < 0)
        {
            return mail;
        }

        var head = Encoding.Latin1.GetString(block);
        var mended = Mended(head);
        return ReferenceEquals(mended, head) ? mail : (byte[])[.. Encoding.Latin1.GetBytes(mended), .. mail.Span[block.Length..]];
    }

    private static string Mended(string head)
    {
        var output = new StringBuilder(head.Length);
        var kept = 0;
        for (var at = head.IndexOf("=?", StringComparison.Ordinal); at >= 0; at = head.IndexOf("=?", at + 2, StringComparison.Ordinal))
        {
            var label = head.IndexOf('?', at + 2, Math.Min(LongestLabel, head.Length - at - 2)) is > 0 and var end ? head[(at + 2)..end] : "";
            if (Better(label) is { } better)
            {
                output.Append(head, kept, at + 2 - kept).Append(better);
                kept = at + 2 + label.Length;
            }
        }

        return kept == 0 ? head : output.Append(head, kept, head.Length - kept).ToString();
    }

    /// <summary>A label that every parser takes as it is meant; null when this one is such.</summary>
    private static string? Better(string label)
    {
        var found = MailCharsets.Find(label);
        return found is null or { CodePage: 65000 or 1252 or 20127 } || string.Equals(found.WebName, label, StringComparison.OrdinalIgnoreCase)
            ? null
            : found.CodePage == MailCharsets.Gb18030.CodePage || label.Contains('_', StringComparison.Ordinal) ? found.WebName : null;
    }
}
