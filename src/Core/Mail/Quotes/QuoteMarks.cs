namespace Mailroom.Core.Mail.Quotes;

/// <summary>Tells "&gt;" as a mail program's mark of a quote from "&gt;" as a person's arrow or bullet.</summary>
internal static class QuoteMarks
{
    private const int WrapWidth = 60;

    /// <summary>The first line from which "&gt;" marks a quote; the number of lines when it never does.</summary>
    /// <param name="lines">The lines of the body.</param>
    /// <param name="answers">True when the mail answers another, which a program may quote without a line above.</param>
    public static int From(string[] lines, bool answers)
    {
        if (answers)
        {
            return 0;
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (QuoteIntroduction.LengthAt(lines, i) > 0 || ForwardLine.IsMatch(lines[i]) || ForwardLine.IsMatchQuoted(lines[i]))
            {
                return i;
            }
        }

        return lines.Length;
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
