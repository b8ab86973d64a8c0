using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Signs;

/// <summary>Signs that a mail reports another one's failure (RFC 3464 and what mail servers do instead).</summary>
internal static partial class BounceSigns
{
    private const int TextWindow = 1500;

    private static readonly string[] Daemons = ["mailer-daemon", "mail-daemon", "maildaemon", "mailerdaemon", "mail_daemon", "mail.delivery.system", "mail-delivery-system", "mail-delivery-subsystem", "mailer_daemon", "mdaemon"];

    /// <summary>True for a report of success (class 2) that nothing else in the mail contradicts.</summary>
    public static bool ConfirmsDelivery(Letter letter) =>
        letter.Report is { } report && report.Status.StartsWith('2') && !FailureSubject().IsMatch(letter.Subject);

    /// <summary>The signs found.</summary>
    public static IEnumerable<string> Find(Letter letter)
    {
        var type = HeaderText.ContentType(letter);
        if (letter.Report is not null && !ConfirmsDelivery(letter))
        {
            yield return "delivery report";
        }
        else if (type.StartsWith("multipart/report", StringComparison.Ordinal)
            && type.Contains("report-type=delivery-status", StringComparison.Ordinal)
            && letter.Report is null)
        {
            yield return "Content-Type: multipart/report";
        }

        if (letter.HeaderValues("X-Failed-Recipients").Any())
        {
            yield return "X-Failed-Recipients";
        }

        var local = HeaderText.LocalPart(letter.Sender);
        if (Daemons.Contains(local, StringComparer.Ordinal) || ExchangeName().IsMatch(local))
        {
            yield return "From is a mail daemon";
        }

        // The list server fml sends its refusals from the list's own address.
        if (letter.HeaderValues("X-MLServer").Any() && Refusal().IsMatch(letter.Subject))
        {
            yield return "refusal of a list server";
        }

        // A postmaster may be a person, and an answering machine may have no return path: two signs make a bounce.
        var nullPath = HeaderText.HasNullReturnPath(letter);
        var subject = FailureSubject().IsMatch(letter.Subject);
        var hidden = nullPath || letter.Sender is null || ReturnsToDaemon(letter);
        if ((local == "postmaster" && (hidden || subject)) || (hidden && subject))
        {
            yield return "failure notice of a machine";
        }

        // People quote such texts when they complain, below words of their own: a machine's sender has to come with it, or a
        // subject above a text that begins as machines do.
        var text = Blanks().Replace(letter.Text[..Math.Min(letter.Text.Length, TextWindow)], " ");
        if ((hidden || SilenceSigns.TakesNoAnswers(letter) || (subject && Beginning().IsMatch(text))) && FailureText().IsMatch(text))
        {
            yield return "text of a failure notice";
        }
    }

    private static bool ReturnsToDaemon(Letter letter) =>
        letter.HeaderValues("Return-Path").FirstOrDefault()?.Trim().TrimStart('<') is { } path
        && Daemons.Any(d => path.StartsWith(d + "@", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(
        @"^\s*([\[【][^\]】]{0,40}[\]】]\s*)?(undeliver(able|ed)|delivery (status notification|failure|failed|has failed|report)|mail delivery (failed|failure|system|status report)|mail system error|(un)?returned mail|failure notice|(mail|message) (not|could not be) delivered|non[- ]?delivery|warning: (could not send|message)|系统退信|系統退信|退信|邮件退回|邮件退信|来自.{1,40}的退信|邮件(投递|发送)失败|无法(投递|送达|传递)|投递失败|未送达|传递(失败|状态通知)|無法(傳遞|傳送|投遞)|未傳遞|傳遞(失敗|狀態通知)|郵件(傳送|投遞)失敗|邮件系统退信|(您的)?邮件被退回|退信(通知|提醒)|メールエラー通知|配信(不能|できません)|配達不能|unzustellbar|non (distribuable|remis)|no se (puede|pudo) entregar|no entregado|non recapitabile|recapito non riuscito|não (é possível entregar|entregue)|onbestelbaar|niet te bezorgen|не доставлен|недоставлен|невозможно доставить|niedostarczon|olevererbart|kan ikke leveres|teslim edilemedi|전송 실패|배달 실패|반송|failed mail|warning: message .{3,40} delayed|(mail|message|delivery) (delayed|delay notice))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex FailureSubject();

    [GeneratedRegex(
        @"could(n't| not) be delivered|unable to deliver (your |the )?(message|mail) to (<|the following)|delivery to the following (recipients?|address(es)?) (has )?failed|wasn't (able to )?deliver(ed)?|was not delivered to|has not yet been delivered|following address(es)?(\(es\))? (failed|had)|trying to deliver (the|your) (mail|message)|(以下|下列)(收件人|地址|收件者).{0,20}(失败|失敗|无法|無法|未能)|(无法|未能|無法)(投递|送达|发送|傳送|传递|投遞)(到|至|给)?(以下|下列)?|(邮件|郵件)被退回|退信原因|送信できませんでした|konnte nicht zugestellt|n'a pas pu être (remis|distribué)|no se (ha podido|pudo|puede) entregar|non è stato possibile recapitare|não (pôde|foi possível) (ser )?entreg",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex FailureText();

    [GeneratedRegex(@"^\s*(your (message|mail|e-?mail) |this (message|report|is) |the following |-{2,5} ?\p{L}|i'm sorry to have to inform|hi\. this is the|\*\* |delivery (has|to)|an error occurred|您(的|发送的|发往)|(很)?抱歉|退信|以下|下列|ihre (nachricht|e-?mail) an|votre message|su mensaje|il messaggio)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Beginning();

    // "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.com"
    [GeneratedRegex(@"^microsoftexchange[0-9a-f]{20,40}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex ExchangeName();

    [GeneratedRegex(@"^\s*(you .{3,90} (are|is) not (a )?member|loop alert|warning: )", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
