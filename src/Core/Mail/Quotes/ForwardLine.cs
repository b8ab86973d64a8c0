using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Quotes;

/// <summary>Lines after which a forwarded mail stands.</summary>
internal static partial class ForwardLine
{
    private const int LongestLine = 120;

    /// <summary>True for such a line, of Gmail, Apple Mail, Outlook, QQ Mail or NetEase.</summary>
    public static bool IsMatch(string line) => line.Length <= LongestLine && Pattern().IsMatch(line);

    [GeneratedRegex(
        @"^\s*(-{2,20}\s*(forwarded (message|mail)|转发邮件信息|转发的?邮件|转发的?消息|已转发邮件|轉寄的?郵件|轉寄郵件資訊)\s*-{2,20}|begin forwarded message\s*[:：]|(开始|下面是被|以下是)转发的邮件\s*[:：]|開始轉寄郵件\s*[:：])\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Pattern();
}
