using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Quotes;

/// <summary>Lines that no person wrote for this mail.</summary>
internal static partial class SignatureLine
{
    private const int LongestLine = 140;
    private const int LongestName = 40;

    /// <summary>True for the line that begins a signature (RFC 3676 4.3), with or without its trailing blank.</summary>
    public static bool IsStandardMark(string line) => line.Length <= 4 && line.TrimEnd() == "--";

    /// <summary>True for the standard's line, or for a rule as QQ Mail and mailing lists draw it.</summary>
    public static bool IsMark(string line) => line.Length is > 0 and <= 100 && Rule().IsMatch(line);

    /// <summary>True for the line that a telephone or a mail program adds of itself.</summary>
    public static bool IsDevice(string line) =>
        line.Trim() is { Length: > 0 and <= LongestLine } text
        && (Device().IsMatch(text) || ChineseDevice().IsMatch(text))
        && !Money().IsMatch(text)
        && (!Sentence().IsMatch(text) || Excuse().IsMatch(text));

    /// <summary>True for a line that holds one to three capitalised words: a name under a mail.</summary>
    public static bool IsName(string line) => line.Length is > 1 and <= LongestName && Name().IsMatch(line);

    /// <summary>True for a name with a dash before it: "-Li Lei", "——李雷".</summary>
    public static bool IsDashedName(string line) => line.Length is > 1 and <= LongestName && DashedName().IsMatch(line);

    /// <summary>How many lines there are before the rules at the end, which have nothing below them to part.</summary>
    public static int EndBeforeRules(List<string> lines)
    {
        var end = lines.Count;
        while (end > 0 && (string.IsNullOrWhiteSpace(lines[end - 1]) || IsOrnament(lines[end - 1])))
        {
            end--;
        }

        return end;
    }

    private static bool IsOrnament(string line)
    {
        var mark = line.AsSpan().Trim();
        return mark.Length > 1 && mark[0] is '-' or '—' or '–' or '_' or '=' or '*' or '#' or '~' or '+' && mark.IndexOfAnyExcept(mark[0]) < 0;
    }

    [GeneratedRegex(@"^\s*(--|—|–|——|_{2,90}|-{3,90}|={5,90})\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rule();

    // Customers of a wallet write "Sent from my wallet to his account" as well.
    [GeneratedRegex(@"\b(wallet|account|bank|card|balance|address|usdt|btc|cny|usd|rmb)\b|钱包|錢包|账户|帳戶|账号|银行|余额|转账|地址|交易", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Money();

    // "Sent from my desk, is much easier" is somebody's sentence; "sent from my phone, so please excuse typos" is not.
    [GeneratedRegex(@"\b(is|was|were|because|then|but|when|to (my|his|her|their|him|them))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(brief|brevity|typos?|excuse|forgive|pardon|auto-?correct|spelling)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Excuse();

    [GeneratedRegex(
        @"^\s*[<(\[]{0,2}(sent (from|via|with|by|using) (my |a |an )?\[?(\[?mail\]?(\(.{5,60}\))? for windows( 10)?|\S.{0,30}(iphone|ipad|ipod|phone|galaxy|mobile|device|android|app|pc|mac|tablet).{0,60}|(mobile|galaxy|windows|outlook|airmail|mailbox|yahoo|gmail|samsung|proton ?mail|iphone|ipad|ipod|phone|android|blackberry|spark|superhuman|thunderbird|bluemail|zoho|fastmail|hey|aquamail|mailspring|k-9|huawei|honor|xiaomi|oppo|vivo|oneplus|pixel|cell|ti-85|htc|nokia|lg|sony|motorola|alcatel|surface|desktop|computer|laptop).{0,60})|sent from my \S.{0,40}|from my (iphone|ipad|phone|mobile|android|samsung|blackberry).{0,30}|(\p{L}{1,20} )?(from|via) (my )?mobile( phone| device)?|(get|holen sie sich|obtenir|téléchargez|obtén|obtener|obter( o)?|obtenha o|scarica|ottieni|download|скачать|получить|pobierz|hämta|hent|stáhnout|hanki) \[?outlook (for|für|pour|para|per|voor|для|dla|för|til|pro) .{1,90}|\[?outlook (for|för|voor|için) (ios|android|mac).{0,60}(を入手|を取得|다운로드|downloaden|edinin|indirin)|envoyé (de|depuis|à partir|avec|via) .{2,60}|(von|aus) mein.{1,40} gesendet|(diese nachricht|diese e-mail) wurde von .{2,60} gesendet|gesendet (von|mit|über|via) .{2,80}|enviado (desde|do|da|a partir|pelo|con|por) .{2,60}|inviato (da|dal|dalla|con) .{2,60}|verzonden (vanaf|met|via|vanuit) .{2,60}|verstuurd vanaf .{2,60}|sendt fra .{2,60}|skickat från .{2,60}|lähetetty .{2,40}|wysłan[eo] (z|ze) .{2,60}|отправлено (с|из|от) .{2,60}|надіслано з .{2,60}|odesláno z .{2,60}|.{2,20}から送信|나의 .{2,20}에서 보냄|.{2,30}'?(dan|den|imden) gönderildi|\u1427)\s*[>)\]]{0,2}\s*[.。]?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Device();

    [GeneratedRegex(
        @"^\s*[-—~]{0,6}\s*(发自我的.{1,30}|发自(钉钉|飞书|企业微信|网易|新浪|腾讯|阿里|QQ|139|189).{0,14}|發自我的.{1,30}|(发自|發自|发送自|傳送自|寄自) ?.{0,14}(手机|手機|邮箱|郵箱|邮件|设备|iphone|ipad|android|安卓|小米|红米|华为|荣耀|vivo|oppo|三星|魅族|foxmail|outlook|mail|大师|客户端|app|windows|应用).{0,14}|来自(我的)?.{0,14}(邮箱|手机|iphone|ipad|客户端)(版|发送)?|來自.{0,14}(手機|iphone|ipad)|(从|從)我的.{1,20}(发送|发出|傳送|寄出)|(从|從|通过|透過) ?(windows|android|ios|mac).{0,20}(发送|傳送)|获取 ?\[?outlook.{0,60}|取得 ?\[?outlook.{0,60}|下载 ?\[?outlook.{0,60}|签名由.{0,6}网易邮箱大师.{0,6}(定制)?|由.{1,12}邮箱(大师)?发送)\s*[-—~]{0,6}\s*[.。]?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex ChineseDevice();

    [GeneratedRegex(@"^\s*\p{Lu}[\p{L}'-]{0,20}\.?( \p{Lu}[\p{L}'-]{0,20}\.?){0,2}\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\s*(-|--|—|——)(\p{Lu}[\p{L}'-]{1,20}( \p{Lu}[\p{L}'-]{1,20}){0,2}|[\u4e00-\u9fff]{2,4})\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DashedName();
}
