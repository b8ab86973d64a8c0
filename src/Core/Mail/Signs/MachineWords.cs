using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Signs;

/// <summary>What a mail says about itself where no header says that a machine wrote it.</summary>
/// <remarks>
/// People speak of absences, receipts and tickets too. So it takes a formula near the beginning, a second one, and nothing
/// that is a matter of the writer's: no question, no file, no word about money or access.
/// </remarks>
internal static partial class MachineWords
{
    private const int Longest = 1200;
    private const int Beginning = 400;

    /// <summary>The signs found.</summary>
    public static IEnumerable<string> Find(Letter letter)
    {
        var text = Blanks().Replace(letter.VisibleText.Length is > 0 and <= 20_000 ? letter.VisibleText : letter.Text[..Math.Min(letter.Text.Length, 20_000)], " ").Trim();
        if (text.Length is 0 or > Longest || letter.Attachments.Count > 0 || text.AsSpan().ContainsAny('?', '？') || ForwardSubject().IsMatch(letter.Subject))
        {
            yield break;
        }

        var start = text[..Math.Min(text.Length, Beginning)];
        if (IsAnswer(letter) && AbsenceWords.AreIn(start, text))
        {
            yield return "text of an absence note";
        }

        if (AcknowledgementWords.AreIn(start, text))
        {
            yield return "text of a receipt of a ticket system";
        }

        if (Unread().IsMatch(text))
        {
            yield return "text of a mailbox that nobody reads";
        }

        if (Challenge().IsMatch(text))
        {
            yield return "text of a challenge to the sender";
        }
    }

    private static bool IsAnswer(Letter letter) =>
        letter.InReplyTo.Count > 0 || letter.References.Count > 0 || AnswerSubject.IsMatch(letter.Subject);

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\s*(fwd?|wg|tr|转发|轉寄|轉發)\s?[:：]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ForwardSubject();

    [GeneratedRegex(
        @"\bthis (mailbox|inbox|e-?mail (address|account)|address|account)( is|'s)? (not (being )?(monitored|checked|read)|unmonitored|no longer (monitored|in use|active|valid|checked))|(此|本|该|這個)(邮箱|信箱|郵箱|邮件地址)(已|现已|现在)?(停用|停止使用|不再使用|弃用|作废|无人(查看|值守|管理)|無人)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Unread();

    // TMDA, Boxbe, SpamArrest, BlueBottle, and the like.
    [GeneratedRegex(
        @"\b(message|mail|e-?mail)\b.{0,80}\b(is being held|has been held|is held|was held|waitlisted|quarantined|has not been verified|awaiting (your )?(confirmation|verification))\b.{0,300}\b(confirm|verify|release|guest list|approve|click|reply to this)|(confirm|verify|prove) (that )?you('re| are)? (not a (spammer|robot|machine)|(a )?(human|real person))|(challenge|confirmation) (message|request).{0,60}(first|only) time|(确认|验证)(您|你|发件人)?.{0,6}(不是|并非)垃圾邮件|(邮件|来信)(已)?被(暂时)?(拦截|暂存|扣留).{0,80}(点击|回复).{0,30}(确认|验证|链接)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Challenge();
}
