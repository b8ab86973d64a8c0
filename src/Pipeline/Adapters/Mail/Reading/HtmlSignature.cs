using AngleSharp.Dom;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Knows the elements by which mail programs set a signature off in HTML, where plain text has "-- ".</summary>
internal static class HtmlSignature
{
    private const int Longest = 600;

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { "gmail_signature", "moz-signature", "protonmail_signature_block" };

    /// <summary>True when a signature begins with that element, and nothing in it says so yet.</summary>
    public static bool Begins(IElement element) =>
        element.LocalName == "hr"
            ? IsRule(element)
            : element.ClassList.Any(Names.Contains) && element.TextContent.Trim() is { Length: > 0 and <= Longest } text && !text.StartsWith("--", StringComparison.Ordinal);

    // Foxmail's and QQ Mail's rules above a signature have a width of their own.
    private static bool IsRule(IElement element)
    {
        var style = string.Concat((element.GetAttribute("style") ?? "").Take(500).Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        return style.Contains("width:210px", StringComparison.Ordinal) || style.Contains("width:50px", StringComparison.Ordinal);
    }
}
