namespace Mailroom.Core.Mail.Quotes;

/// <summary>Lines that a mail program marked as somebody else's words.</summary>
internal static class QuoteLine
{
    private const string Blanks = " \t\u3000\u00A0";

    /// <summary>True for a line that begins with "&gt;", its full-width or indented form, or a writer's initials before it ("JD&gt; ").</summary>
    public static bool IsQuoted(string line)
    {
        var start = line.AsSpan().TrimStart(Blanks);
        if (start.Length > 0 && start[0] is '>' or '＞')
        {
            return true;
        }

        var initials = start.IndexOfAnyExceptInRange('A', 'Z');
        return initials is 1 or 2 && start[initials] == '>' && (start.Length == initials + 1 || start[initials + 1] is ' ' or '>');
    }

    /// <summary>True for a quote within a quote: "&gt;&gt; " or "&gt; &gt; ".</summary>
    public static bool IsNested(string line)
    {
        var start = line.AsSpan().TrimStart(Blanks);
        return start.Length > 1 && start[0] == '>' && start[1..].TrimStart(Blanks) is ['>', ..];
    }

    /// <summary>True when the next line that is not blank, two further on at most, is quoted.</summary>
    public static bool IsQuotedAfter(string[] lines, int start)
    {
        var next = start;
        while (next < lines.Length && next < start + 3 && lines[next].AsSpan().IndexOfAnyExcept(Blanks) < 0)
        {
            next++;
        }

        return next < lines.Length && IsQuoted(lines[next]);
    }
}
