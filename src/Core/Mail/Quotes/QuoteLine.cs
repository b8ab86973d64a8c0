namespace Mailroom.Core.Mail.Quotes;

/// <summary>Lines that a mail program marked as somebody else's words.</summary>
internal static class QuoteLine
{
    /// <summary>True for a line that begins with "&gt;", or with its full-width or indented form.</summary>
    public static bool IsQuoted(string line)
    {
        var start = line.AsSpan().TrimStart(" \t\u3000\u00A0");
        return start.Length > 0 && start[0] is '>' or '＞';
    }
}
