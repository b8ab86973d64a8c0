using Mailroom.Core.Mail.Quotes;

namespace Mailroom.Core.Mail;

/// <summary>Tells a mail that answers or continues another one, whoever wrote that.</summary>
public static class ReplyMarks
{
    private const int MostLines = 2000;

    /// <summary>True when the mail names mails before it, its subject says so, or its body quotes.</summary>
    public static bool LooksLikeReply(Letter letter) =>
        letter.InReplyTo.Count > 0 || letter.References.Count > 0 || SubjectText.IsReply(letter.Subject) || Quotes(letter.Text);

    private static bool Quotes(string text)
    {
        var lines = text.Split('\n', MostLines);
        return Enumerable.Range(0, lines.Length).Any(i => QuoteLine.IsQuoted(lines[i]) || QuoteIntroduction.LengthAt(lines, i) > 0);
    }
}
