using System.Text.RegularExpressions;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Knows plain alternatives that say nothing but that the mail is in HTML.</summary>
internal static partial class Placeholder
{
    private const int Longest = 300;

    /// <summary>True for such a text.</summary>
    public static bool IsMatch(string text) => text.Length <= Longest && Words().IsMatch(text.Trim());

    [GeneratedRegex(
        @"^[^.。\n]{0,80}\b((your|this|the) )?(e-?)?mail (client|program|reader|software|app)[^.。\n]{0,30}\b(does not|doesn't|cannot|can't|is not able to|is unable to)\b[^.。\n]{0,40}\bhtml\b[^\n]{0,80}$|^(this (is|message is|e-?mail is|mail is) (an? )?html (e-?mail|message|mail|format)|(please )?(view|open|read) (this|the) (e-?mail|message|mail) in (an )?html|to view this (e-?mail|message)[^.\n]{0,60}html)[^\n]{0,120}$|^[^。\n]{0,40}(您|你)的?(邮件|郵件)?(客户端|软件|程序|阅读器)?.{0,8}(不支持|无法显示|不支援)\s?html[^\n]{0,60}$|^(这是|此邮件(为|是)|本邮件(为|是))(一封)?\s?html\s?(格式)?(的)?邮件[^\n]{0,60}$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Words();
}
