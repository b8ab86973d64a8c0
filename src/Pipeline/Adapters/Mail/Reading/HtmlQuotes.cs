using System.Text;
using AngleSharp.Dom;
using Mailroom.Core.Mail;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Knows the elements into which mail programs put the mail that is answered, and counts those that are open.</summary>
internal sealed class HtmlQuotes
{
    private const int Beginning = 400;
    private const int NodesOfBeginning = 100;
    private const int NodesLookedAt = 3000;

    // The line above a quote, in whatever language: Gmail, Thunderbird.
    private static readonly HashSet<string> Introductions = new(StringComparer.OrdinalIgnoreCase) { "gmail_attr", "moz-cite-prefix" };

    private static readonly HashSet<string> Containers = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail_quote", "yahoo_quoted", "protonmail_quote", "tutanota_quote", "zmail_extra", "history-quote-wrapper", "isReplyContent",
    };

    private readonly Stack<IElement> _open = new();
    private bool _bare;

    /// <summary>Counts an element that begins a quote. A forwarded mail is none: it is what the person writes about.</summary>
    /// <returns>1 for a quote, else 0.</returns>
    /// <param name="element">The element.</param>
    /// <param name="above">Gives the last text before it, when asked.</param>
    public int Enter(IElement element, Func<string> above)
    {
        if (!IsQuote(element, above))
        {
            return 0;
        }

        _open.Push(element);
        return 1;
    }

    /// <summary>Counts the end of an element that <see cref="Enter"/> counted.</summary>
    /// <returns>1 for a quote, else 0.</returns>
    public int Leave(IElement element)
    {
        if (!_open.TryPeek(out var open) || open != element)
        {
            return 0;
        }

        _open.Pop();
        return 1;
    }

    private bool IsQuote(IElement element, Func<string> above) =>
        element.LocalName == "blockquote"
            ? _open.Count > 0 || (IsProgramsQuote(element, above) && !BeginsForward(element))
            : element.ClassList.Any(Introductions.Contains)
              ? !BeginsForward(element)
              : IsContainer(element) && !HoldsQuotes(element) && !BeginsForward(element);

    // People indent with blockquotes, Gmail's button too, and pages set words off: a quote is marked, or stands below a line that introduces it.
    private bool IsProgramsQuote(IElement element, Func<string> above)
    {
        var style = string.Concat((element.GetAttribute("style") ?? "").Take(2000).Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        if (style.Contains("border:none", StringComparison.Ordinal) && !element.HasAttribute("type"))
        {
            return false;
        }

        var marked = element.HasAttribute("type") || element.HasAttribute("cite") || !string.IsNullOrEmpty(element.Id)
            || element.ClassName is { Length: > 0 } || style.Contains("border-left", StringComparison.Ordinal)
            || element.FirstElementChild is { LocalName: "blockquote" } || ReplyText.BeginsQuote(Start(element)) || ReplyText.EndsWithIntroduction(above());
        _bare |= marked;
        return marked || _bare;
    }

    private static bool IsContainer(IElement element) => Containers.Contains(element.Id ?? "") || element.ClassList.Any(Containers.Contains);

    // Answers stand between the blockquotes inside such an element.
    private static bool HoldsQuotes(IElement element) =>
        element.Descendants().Take(NodesLookedAt).Any(n => n is IElement { LocalName: "blockquote" });

    private static bool BeginsForward(IElement element) => ReplyText.BeginsForward(Start(element));

    private static string Start(IElement element)
    {
        var start = new StringBuilder();
        foreach (var node in element.Descendants().Take(NodesOfBeginning))
        {
            if (start.Length > Beginning)
            {
                break;
            }

            _ = node switch
            {
                IText text => start.Append(text.Data.AsSpan(0, Math.Min(text.Data.Length, Beginning)).Trim("\r\n")),
                IElement { LocalName: "br" or "div" or "p" } => start.Append('\n'),
                _ => start,
            };
        }

        return start.ToString();
    }
}
