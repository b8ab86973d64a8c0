using System.Text.RegularExpressions;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>What bounces tell in words, where they hold no report for programs: qmail, Exim, Lotus, Chinese services.</summary>
internal static partial class BounceText
{
    private const int Window = 20_000;

    /// <summary>The enhanced status code (RFC 3463); one of class 4 or 5 made from an SMTP code or the words; empty when nothing tells.</summary>
    /// <param name="text">The readable body.</param>
    public static string Status(string text)
    {
        var window = text[..Math.Min(text.Length, Window)];
        if (EnhancedStatus().Match(window) is { Success: true } match)
        {
            return match.Value;
        }

        if (SmtpCode().Match(window) is { Success: true } reply)
        {
            return reply.Groups["class"].Value + ".0.0";
        }

        return Delay().IsMatch(window) ? "4.0.0" : Permanent().IsMatch(window) ? "5.0.0" : "";
    }

    /// <summary>The first address that stands where bounces name who failed; null when none does.</summary>
    /// <param name="text">The readable body.</param>
    public static string? Recipient(string text) =>
        FailedAddress().Match(text[..Math.Min(text.Length, Window)]) is { Success: true } match
            ? PlainText.Line(match.Groups["address"].Value, ReadBounds.AddressLength)
            : null;

    [GeneratedRegex(@"\b[245]\.\d{1,3}\.\d{1,3}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnhancedStatus();

    [GeneratedRegex(@"(said|response|error|reason|code|host[^\r\n]{0,80}|错误|原因|返回)[^\r\n]{0,20}[:： (](?<class>[45])[0-5][0-9][ -]", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SmtpCode();

    [GeneratedRegex(@"not yet been delivered|will (continue to|keep) try|delivery (has been |is )?delayed|do not need to resend|still being retried|延迟|将继续(尝试|投递)|仍在(尝试|投递)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Delay();

    [GeneratedRegex(@"permanent (error|fail)|user (unknown|not (found|listed))|unknown user|no such (user|address)|no mailbox here|does(n't| not) exist|address (not found|couldn't be found)|(用户|帐号|账号|邮箱|邮件地址|收件人)[^\r\n]{0,40}不存在|找不到", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Permanent();

    [GeneratedRegex(@"(^[ \t]*<?|(收件人|无法发送到|发往|发送给|delivered to|deliver(ed)? (the )?(mail|message) to|recipient( address)?|message to)[:： \t<]{1,4})(?<address>[A-Za-z0-9._%+=-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,6})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FailedAddress();
}
