namespace Mailroom.Core.Mail.Quotes;

/// <summary>Tells "&gt;" as a mail program's mark of a quote from "&gt;" as a person's arrow or bullet.</summary>
internal static class QuoteMarks
{
    private const int WrapWidth = 60;
    private const int LinesLookedAt = 12;

    /// <summary>The first line from which "&gt;" marks a quote; the number of lines when it never does.</summary>
    /// <remarks>Where a line introduces a marked quote, one ">" above it is the person's; nobody makes arrows of two.</remarks>
    /// <param name="lines">The lines of the body.</param>
    /// <param name="answers">True when the mail answers another, which a program may quote without a line above.</param>
    public static int From(string[] lines, bool answers)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (QuoteLine.IsNested(lines[i]))
            {
                return StartOfRun(lines, i);
            }

            if (IsIntroducedWithin(lines, i) || ForwardLine.IsMatch(lines[i]) || ForwardLine.IsMatchQuoted(lines[i])
                || (QuoteIntroduction.LengthAt(lines, i) is var length and > 0 && (!answers || QuoteLine.IsQuotedAfter(lines, i + length))))
            {
                return i;
            }
        }

        return answers ? 0 : lines.Length;
    }

    private static int StartOfRun(string[] lines, int index)
    {
        while (index > 0 && QuoteLine.IsQuoted(lines[index - 1]))
        {
            index--;
        }

        return index;
    }

    // An iPhone marks the line that introduces the quote as well.
    private static bool IsIntroducedWithin(string[] lines, int index)
    {
        if (!QuoteLine.IsQuoted(lines[index]) || (index > 0 && QuoteLine.IsQuoted(lines[index - 1])))
        {
            return false;
        }

        string[] within = [.. lines.Skip(index).Take(LinesLookedAt).TakeWhile(QuoteLine.IsQuoted).Select(l => l.TrimStart(" \t>＞".ToCharArray()))];
        return Enumerable.Range(0, Math.Min(2, within.Length)).Any(i => QuoteIntroduction.LengthAt(within, i) > 0);
    }

    /// <summary>True for the rest of a quoted line that a program wrapped without a mark: between marked lines, in the middle of a sentence or a link.</summary>
    public static bool IsRest(string[] lines, int index)
    {
        if (index == 0 || index + 1 >= lines.Length || !QuoteLine.IsQuoted(lines[index - 1]) || !QuoteLine.IsQuoted(lines[index + 1]))
        {
            return false;
        }

        var above = lines[index - 1].AsSpan().TrimEnd();
        var rest = lines[index].AsSpan().Trim();
        var word = rest.IndexOf(' ') is var end && end < 0 ? rest.Length : end;
        var isLink = word == rest.Length && rest is [.., ')'] && above.LastIndexOf('(') > above.LastIndexOf(')') && above.Contains("://", StringComparison.Ordinal);
        var isSentence = above.Length >= WrapWidth && above.Length + word >= WrapWidth + 12
            && rest.Length > 0 && char.IsLower(rest[0])
            && (above[^1] == ',' || char.IsLetter(above[^1]))
            && rest.Length > word;
        return isLink || isSentence;
    }
}
