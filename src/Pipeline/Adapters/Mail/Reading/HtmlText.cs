using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Turns an HTML body into the text that a person would see: blocks are lines, quotes begin with "&gt; ".</summary>
internal static class HtmlText
{
    private const int MaxNesting = 400;

    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "head", "title", "template", "noscript", "svg", "object", "iframe", "select", "textarea", "math", "audio", "video",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
    };

    private static readonly HashSet<string> Paragraphs = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "pre",
    };

    /// <summary>The text of an HTML document or fragment.</summary>
    public static string Of(string html)
    {
        var bounded = HtmlGuard.Prepared(html.Length > ReadBounds.Html ? html[..ReadBounds.Html] : html);
        if (HtmlNesting.Deepest(bounded) > MaxNesting)
        {
            return HtmlNesting.WithoutTags(bounded);
        }

        using var document = new HtmlParser().ParseDocument(bounded);
        var lines = new HtmlLines();
        if (document.Body is { } body)
        {
            Walk(body, lines);
        }

        return lines.ToString();
    }

    /// <summary>By index: to ask a node for its next sibling costs the parser a search.</summary>
    private static void Walk(INode root, HtmlLines lines)
    {
        var path = new Stack<(INode Node, int Next)>();
        for (var node = root; node is not null;)
        {
            path.Push((node, Enter(node, lines) ? 0 : int.MaxValue));
            node = null;
            while (node is null && path.TryPop(out var place))
            {
                if (place.Next < place.Node.ChildNodes.Length)
                {
                    node = place.Node.ChildNodes[place.Next];
                    path.Push(place with { Next = place.Next + 1 });
                }
                else
                {
                    Leave(place.Node, lines);
                }
            }
        }
    }

    /// <summary>Says whether to look inside.</summary>
    private static bool Enter(INode node, HtmlLines lines)
    {
        if (node is IText text)
        {
            lines.Write(text.Data, preserve: lines.Preformatted > 0);
            return false;
        }

        if (node is not IElement element || IsHidden(element))
        {
            return false;
        }

        var name = element.LocalName;
        if (name == "br")
        {
            lines.Break();
        }
        else if (name is "td" or "th")
        {
            lines.Write(" ", preserve: false);
        }
        else if (Blocks.Contains(name))
        {
            lines.Block(Paragraphs.Contains(name));
            lines.Quotes += lines.Quoting.Enter(element, lines.Tail);
            lines.Mark(HtmlSignature.Begins(element));
            lines.Preformatted += name == "pre" ? 1 : 0;
            lines.Write(name == "li" ? "- " : "", preserve: false);
        }

        return true;
    }

    private static void Leave(INode node, HtmlLines lines)
    {
        if (node is not IElement element || IsHidden(element))
        {
            return;
        }

        if (element.LocalName == "a" && Target(element) is { } target)
        {
            lines.Write($" ({target})", preserve: false);
        }
        else if (Blocks.Contains(element.LocalName))
        {
            // The empty line after a quote is not of the quote.
            lines.Block(paragraph: false);
            lines.Quotes -= lines.Quoting.Leave(element);
            lines.Block(Paragraphs.Contains(element.LocalName));
            lines.Preformatted -= element.LocalName == "pre" ? 1 : 0;
        }
    }

    /// <summary>Where a link leads, when its text does not say so.</summary>
    private static string? Target(IElement link)
    {
        var href = (link.GetAttribute("href") ?? "").Trim();
        var shown = link.TextContent.Trim();
        var address = href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? href[7..].Split('?')[0] : href;
        var leads = href.StartsWith("http", StringComparison.OrdinalIgnoreCase) || href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        return !leads || shown.Length == 0 || address.Length > 500 || shown.Contains(address.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)
            ? null
            : address;
    }

    private static bool IsHidden(IElement element)
    {
        if (Unseen.Contains(element.LocalName) || element.HasAttribute("hidden"))
        {
            return true;
        }

        var style = element.GetAttribute("style");
        if (string.IsNullOrEmpty(style))
        {
            return false;
        }

        var compact = string.Concat(style.Take(2000).Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        return compact.Contains("display:none", StringComparison.Ordinal) || compact.Contains("visibility:hidden", StringComparison.Ordinal) ||
            compact.Contains("mso-hide:all", StringComparison.Ordinal);
    }
}
