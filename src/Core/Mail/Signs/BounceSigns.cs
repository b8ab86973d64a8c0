using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Signs;

/// <summary>Signs that a mail reports another one's failure (RFC 3464 and what mail servers do instead).</summary>
internal static partial class BounceSigns
{
    private static readonly string[] Daemons = ["mailer-daemon", "mail-daemon", "maildaemon", "mailerdaemon", "mail_daemon", "mail.delivery.system", "mail-delivery-system"];

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
        if (Daemons.Contains(local, StringComparer.Ordinal))
        {
            yield return "From is a mail daemon";
        }

        // A postmaster may be a person, and an answering machine may have no return path: two signs make a bounce.
        var nullPath = HeaderText.HasNullReturnPath(letter);
        var subject = FailureSubject().IsMatch(letter.Subject);
        var hidden = nullPath || letter.Sender is null;
        if ((local == "postmaster" && (hidden || subject)) || (hidden && subject))
        {
            yield return "failure notice of a machine";
        }
    }

    [GeneratedRegex(
        @"^\s*(\[[^\]]{0,40}\]\s*)?(undeliver(able|ed)|delivery (status notification|failure|failed|has failed|report)|mail delivery (failed|failure|system|status report)|mail system error|(un)?returned mail|failure notice|message (not|could not be) delivered|non[- ]?delivery|warning: (could not send|message)|系统退信|系統退信|退信|邮件退回|无法投递|投递失败|未送达|無法傳遞|邮件系统退信)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex FailureSubject();
}
