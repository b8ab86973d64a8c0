using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Quotes;

/// <summary>Lines that no person wrote for this mail.</summary>
internal static partial class SignatureLine
{
    private const int LongestLine = 100;

    /// <summary>True for the line that begins a signature (RFC 3676 4.3), with or without its trailing blank.</summary>
    public static bool IsMark(string line) => line.Length <= 4 && line.TrimEnd() == "--";

    /// <summary>True for the line that a telephone or a mail program adds of itself.</summary>
    public static bool IsDevice(string line) => line.Length <= LongestLine && Pattern().IsMatch(line);

    [GeneratedRegex(
        @"^\s*(sent (from|via) (my .{1,40}|mail for windows( 10)?|outlook( for .{1,20})?|yahoo mail.{0,30}|samsung .{1,30}|proton ?mail.{0,20}|the .{1,30} app)|get outlook for \w{1,20}.{0,60}|发自我的.{1,30}|發自我的.{1,30}|发送自.{1,30}|来自我的.{1,30}|(从|從)我的.{1,20}(发送|发出|傳送|寄出)|(从|從) ?windows ?版?.{0,4}(邮件|郵件).{0,4}(发送|傳送)|获取 ?outlook.{0,30}|下载 ?outlook.{0,30}|签名由.{0,6}网易邮箱大师.{0,6}(定制)?|---? ?来自.{1,20}(邮箱|手机).{0,10}|由.{1,12}邮箱(大师)?发送)\s*[.。]?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Pattern();
}
