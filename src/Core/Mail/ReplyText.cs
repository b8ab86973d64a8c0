using System.Buffers;
using Mailroom.Core.Mail.Quotes;

namespace Mailroom.Core.Mail;

/// <summary>Takes quotes and signatures off a body.</summary>
/// <remarks>One pass over the lines, each looked at a bounded number of times: hostile input costs no more than its length.</remarks>
public static class ReplyText
{
    private static readonly SearchValues<char> Ornaments = SearchValues.Create(" \t\u3000\u00A0-—–_=*#~+|");

    /// <summary>What this person wrote. Never empty when the body has a word of theirs; the whole body when unsure.</summary>
    /// <param name="body">The readable body.</param>
    /// <param name="subject">The subject, which alone tells some programs' forwarded mails from answered ones.</param>
    /// <param name="answers">False when the mail answers no other: then "&gt;" without a line that introduces a quote is the person's.</param>
    public static string Visible(string body, string subject = "", bool answers = true)
    {
        // QQ Mail leaves its HTML's blanks in the plain text.
        var lines = PgpArmor.Without(body.Replace("&nbsp;", " ", StringComparison.Ordinal).ReplaceLineEndings("\n").Split('\n'));
        var kept = WithoutQuotes(lines, ForwardLine.IsSubject(subject), QuoteMarks.From(lines, answers));
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

    /// <summary>True when a text begins with the lines above a quote.</summary>
    public static bool BeginsQuote(string text)
    {
        var lines = text.Split('\n', 6);
        var first = Array.FindIndex(lines, l => !string.IsNullOrWhiteSpace(l));
        return first >= 0 && QuoteIntroduction.LengthAt(lines, first) > 0;
    }

    /// <summary>True when a text ends with the lines above a quote.</summary>
    /// <param name="text">The end of a text.</param>
    public static bool EndsWithIntroduction(string text)
    {
        // Some count only above marked lines: one is put there.
        string[] lines = [.. text.TrimEnd().Split('\n'), "> "];
        return Enumerable.Range(Math.Max(0, lines.Length - 9), Math.Min(8, lines.Length - 1))
            .Any(i => QuoteIntroduction.LengthAt(lines, i) is var length and > 0 && i + length == lines.Length - 1);
    }

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines).Trim();

    private static List<string> WithoutQuotes(string[] lines, bool forwards, int marked)
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

            if (i >= marked && (QuoteLine.IsQuoted(lines[i]) || QuoteMarks.IsRest(lines, i)))
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

            if (length > 0 && ((forwards && !Attribution.IsMatch(lines, i)) || (hasText && AnswersBelow.IsSaid(kept))))
            {
                kept.AddRange(lines[i..]);
                return kept;
            }

            if (length > 0 && hasText)
            {
                return kept;
            }

            hasText |= lines[i].AsSpan().ContainsAnyExcept(Ornaments);
            kept.Add(lines[i]);
        }

        return kept;
    }
}
