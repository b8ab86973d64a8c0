using Mailroom.Core.Mail.Quotes;

namespace Mailroom.Core.Mail;

/// <summary>Takes quotes and signatures off a body.</summary>
/// <remarks>One pass over the lines, each looked at a bounded number of times: hostile input costs no more than its length.</remarks>
public static class ReplyText
{
    // A signature is short; a longer text after "--" is somebody's way to draw a line.
    private const int SignatureLines = 15;

    /// <summary>What this person wrote. Never empty when the body has a word of theirs; the whole body when unsure.</summary>
    public static string Visible(string body)
    {
        var lines = body.ReplaceLineEndings("\n").Split('\n');
        var kept = WithoutQuotes(lines);
        CutSignature(kept);
        kept.RemoveAll(SignatureLine.IsDevice);
        var visible = string.Join('\n', kept).Trim();
        return visible.Length > 0 ? visible : body.ReplaceLineEndings("\n").Trim();
    }

    private static List<string> WithoutQuotes(string[] lines)
    {
        List<string> kept = [];
        var hasText = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (ForwardLine.IsMatch(line))
            {
                // What somebody forwards to us is what they write about: it stays whole.
                kept.AddRange(lines[i..]);
                return kept;
            }

            if (QuoteLine.IsQuoted(line))
            {
                continue;
            }

            if (QuoteIntroduction.LengthAt(lines, i) is var length and > 0)
            {
                if (!IsQuotedAfter(lines, i + length) && hasText)
                {
                    return kept;
                }

                if (IsQuotedAfter(lines, i + length))
                {
                    i += length - 1;
                    continue;
                }
            }

            hasText |= !string.IsNullOrWhiteSpace(line);
            kept.Add(line);
        }

        return kept;
    }

    // ">" lines after the introduction show where the quote ends; answers may stand between and after them.
    private static bool IsQuotedAfter(string[] lines, int start)
    {
        var next = start;
        while (next < lines.Length && next < start + 3 && string.IsNullOrWhiteSpace(lines[next]))
        {
            next++;
        }

        return next < lines.Length && QuoteLine.IsQuoted(lines[next]);
    }

    private static void CutSignature(List<string> lines)
    {
        var mark = lines.FindLastIndex(SignatureLine.IsMark);
        if (mark > 0
            && lines.Skip(mark + 1).Count(l => !string.IsNullOrWhiteSpace(l)) <= SignatureLines
            && !lines.Any(ForwardLine.IsMatch)
            && lines.Take(mark).Any(l => !string.IsNullOrWhiteSpace(l)))
        {
            lines.RemoveRange(mark, lines.Count - mark);
        }
    }
}
