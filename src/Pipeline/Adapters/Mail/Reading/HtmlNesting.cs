using System.Net;
using System.Text;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>A guard before the HTML parser, whose time grows with the square of the nesting.</summary>
internal static class HtmlNesting
{
    private static readonly HashSet<string> NeverNested = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td", "th",
        "tr", "tbody", "thead", "tfoot", "option", "dd", "dt", "html", "head", "body", "title", "script", "style",
    };

    /// <summary>About how deep the elements nest.</summary>
    public static int Deepest(string html)
    {
        var (depth, deepest) = (0, 0);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
        {
            var closing = at + 1 < html.Length && html[at + 1] == '/';
            var name = Name(html.AsSpan(at + (closing ? 2 : 1)));
            if (name.Length > 0 && !NeverNested.Contains(name))
            {
                depth = closing ? Math.Max(0, depth - 1) : depth + 1;
                deepest = Math.Max(deepest, depth);
            }
        }

        return deepest;
    }

    /// <summary>The text between the tags, for what is too deep to be taken apart.</summary>
    public static string WithoutTags(string html)
    {
        var text = new StringBuilder();
        var inTag = false;
        foreach (var c in html)
        {
            if (c == '<')
            {
                inTag = true;
                text.Append(' ');
            }
            else if (c == '>')
            {
                inTag = false;
            }
            else if (!inTag)
            {
                text.Append(c);
            }
        }

        return string.Join(' ', WebUtility.HtmlDecode(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Name(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < 12 && char.IsAsciiLetterOrDigit(text[length]))
        {
            length++;
        }

        return text[..length].ToString();
    }
}
