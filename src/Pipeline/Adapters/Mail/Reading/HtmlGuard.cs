using System.Text;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Takes out of HTML what nobody sees and what costs the parser time by the square: scripts, styles, comments, "&lt;" that opens no tag.</summary>
internal static class HtmlGuard
{
    private const int LongestTag = 64 * 1024;

    private static readonly HashSet<string> Raw = new(StringComparer.OrdinalIgnoreCase)
    {
        "title", "style", "script", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript",
    };

    /// <summary>The same page for a reader, in one pass over its characters.</summary>
    /// <param name="html">The page as it came.</param>
    public static string Prepared(string html)
    {
        var output = new StringBuilder(html.Length);
        var unclosed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            output.Append(html, at, (open < 0 ? html.Length : open) - at);
            at = open < 0 ? html.Length : Next(html, open, output, unclosed);
        }

        return output.ToString();
    }

    /// <summary>Deals with what begins at a "&lt;"; gives where to go on.</summary>
    private static int Next(string html, int open, StringBuilder output, HashSet<string> unclosed)
    {
        var after = open + 1 < html.Length ? html[open + 1] : ' ';
        if (after is '!' or '?')
        {
            var isComment = string.CompareOrdinal(html, open, "<!--", 0, 4) == 0;
            return Beyond(html, open + (isComment ? 4 : 2), isComment ? "-->" : ">", unclosed);
        }

        var closing = after == '/';
        var name = Name(html, open + (closing ? 2 : 1));
        if (name.Length == 0)
        {
            output.Append("&lt;");
            return open + 1;
        }

        var end = TagEnd(html, open);
        if (end < 0)
        {
            // A tag without an end: what stands in it is text, lest all that follows be lost.
            var limit = Math.Min(html.Length, open + LongestTag);
            output.Append(html[open..limit].Replace("<", "&lt;", StringComparison.Ordinal));
            return limit;
        }

        if (!Raw.Contains(name))
        {
            output.Append(html, open, end - open);
            return end;
        }

        return closing ? end : Beyond(html, end, "</" + name, unclosed) is var close && close > end && TagEnd(html, close - name.Length - 2) is > 0 and var closed ? closed : close;
    }

    /// <summary>The place after the next such mark; the same place where there is none.</summary>
    private static int Beyond(string html, int from, string mark, HashSet<string> unclosed)
    {
        if (unclosed.Contains(mark))
        {
            return from;
        }

        var at = html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            unclosed.Add(mark);
        }

        return at < 0 ? from : at + mark.Length;
    }

    /// <summary>The place after the "&gt;" that ends a tag, which may stand within quotes; -1 when nothing ends it.</summary>
    private static int TagEnd(string html, int open)
    {
        var limit = Math.Min(html.Length, open + LongestTag);
        var quote = '\0';
        var first = -1;
        for (var i = open + 1; i < limit; i++)
        {
            var c = html[i];
            first = first < 0 && c == '>' ? i + 1 : first;
            if (quote == '\0' && c is '"' or '\'' && html[i - 1] is '=' or ' ')
            {
                quote = c;
            }
            else if (c == quote)
            {
                quote = '\0';
            }
            else if (c == '>' && quote == '\0')
            {
                return i + 1;
            }

            if (quote != '\0' && first > 0 && i - first > 1024)
            {
                break;
            }
        }

        return first;
    }

    private static string Name(string html, int from)
    {
        var length = 0;
        while (from + length < html.Length && length < 12 && char.IsAsciiLetterOrDigit(html[from + length]))
        {
            length++;
        }

        return length > 0 && char.IsAsciiLetter(html[from]) ? html.Substring(from, length) : "";
    }
}
