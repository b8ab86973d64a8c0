using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Quotes;

/// <summary>Lines after which a forwarded mail stands, and subjects that announce one.</summary>
internal static partial class ForwardLine
{
    private const int LongestLine = 120;

    /// <summary>True for such a line, of Gmail, Apple Mail, Thunderbird, QQ Mail, NetEase or a telephone.</summary>
    public static bool IsMatch(string line) => line.Length is > 5 and <= LongestLine && !string.IsNullOrWhiteSpace(line) && Pattern().IsMatch(line);

    /// <summary>True for such a line behind one "&gt;", as Apple Mail writes it above a mail that it forwards.</summary>
    public static bool IsMatchQuoted(string line) => line is ['>', .. var rest] && IsMatch(rest);

    /// <summary>True for a subject under which Outlook, Foxmail and Aliyun forward a mail; its body looks as an answer's.</summary>
    public static bool IsSubject(string subject) =>
        Subject().IsMatch(subject.Length > LongestLine ? subject[..LongestLine] : subject);

    [GeneratedRegex(
        @"^\s*(-{2,40}\s*(forwarded (message|mail|by .{1,60})|转发邮件信息|转发的?(邮件|消息|原邮件)|转发信息|已转发邮件|轉寄的?郵件|轉寄郵件資訊|轉寄的?信件|weitergeleitete (nachricht|mail)|(message|courriel) transf[ée]r[ée]|mensaje reenviado|messaggio inoltrato|mensagem encaminhada|doorgestuurd bericht|videresendt (besked|melding)|vidarebefordrat (meddelande|brev)|välitetty viesti|wiadomość przekazana dalej|пересылаемое сообщение|пересланное сообщение|転送メッセージ|전달된 메시지)\s*-{2,40}|begin forwarded message\s*[:：]|(开始|下面是被|以下是)转发的邮件\s*[:：]|開始轉寄郵件\s*[:：]|anfang der weitergeleiteten nachricht\s*[:：]|début du message (réexpédié|transféré)\s*[:：])\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Pattern();

    [GeneratedRegex(
        @"^\s*(fwd?|wg|tr|rv|i|enc|vs|doorst|vb|pd|转发|轉寄|轉發)\s?[:：]",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Subject();
}
