using Mailroom.Core.Mail.Quotes;

namespace Mailroom.Core.Mail;

/// <summary>Takes quotes and signatures off a body.</summary>
/// <remarks>One pass over the lines, each looked at a bounded number of times: hostile input costs no more than its length.</remarks>
public static class ReplyText
{
    /// <summary>What this person wrote. Never empty when the body has a word of theirs; the whole body when unsure.</summary>
    /// <param name="body">The readable body.</param>
    /// <param name="subject">The subject, which alone tells some programs' forwarded mails from answered ones.</param>
    public static string Visible(string body, string subject = "")
    {
        var lines = body.ReplaceLineEndings("\n").Split('\n');
        var kept = WithoutQuotes(lines, ForwardLine.IsSubject(subject));
        var written = kept.ToList();
        if (!written.Exists(ForwardLine.IsMatch))
        {
            Signature.Cut(written);
        }

        return Text(written) is { Length: > 0 } visible ? visible : Text(kept) is { Length: > 0 } unsigned ? unsigned : Text(lines);
    }

    /// <summary>True when a forwarded mail begins in the first lines of a text, which is then no quote.</summary>
    public static bool BeginsForward(string text) =>
        text.Split('\n', 12).Take(11).Any(ForwardLine.IsMatch);

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines).Trim();

    private static List<string> WithoutQuotes(string[] lines, bool forwards)
    {
        List<string> kept = [];
        var (hasText, hasQuote) = (false, false);
        for (var i = 0; i < lines.Length; i++)
        {
            if (ForwardLine.IsMatch(lines[i]) || (!hasQuote && ForwardLine.IsMatchQuoted(lines[i])))
            {
                // What somebody forwards to us is what they write about: it stays whole.
                kept.AddRange(lines[i..]);
                return kept;
            }

            if (QuoteLine.IsQuoted(lines[i]))
            {
                hasQuote |= lines[i].Length > 2;
                continue;
            }

            var length = QuoteIntroduction.LengthAt(lines, i);
            if (length > 0 && QuoteLine.IsQuotedAfter(lines, i + length))
            {
                // ">" lines after the introduction show where the quote ends; answers may stand between and after them.
                hasQuote = true;
                i += length - 1;
                continue;
            }

            if (length > 0 && !hasText && Attribution.IsMatch(lines, i))
            {
                // Nothing stands above and nothing below is marked: what is there may all be this person's.
                i += length - 1;
                continue;
            }

            if (length > 0 && forwards && !Attribution.IsMatch(lines, i))
            {
                kept.AddRange(lines[i..]);
                return kept;
            }

            if (length > 0 && hasText)
            {
                return kept;
            }

            hasText |= lines[i].AsSpan().IndexOfAnyExcept(" \t\u3000\u00A0") >= 0;
            kept.Add(lines[i]);
        }

        return kept;
    }
}
