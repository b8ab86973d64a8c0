using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Quotes;

/// <summary>Lines by which mail programs introduce the mail that is answered.</summary>
internal static partial class QuoteIntroduction
{
    /// <summary>The longest line that is looked at.</summary>
    public const int LongestLine = 300;

    /// <summary>How many lines an introduction that begins at that line has; 0 when none begins there.</summary>
    public static int LengthAt(string[] lines, int index)
    {
        var line = lines[index];
        if (line.Length > LongestLine || string.IsNullOrWhiteSpace(line))
        {
            return 0;
        }

        if (Separator().IsMatch(line) || IsReplyAbove(line.Trim()) || IsTitleBeforeHeaders(lines, index))
        {
            return 1;
        }

        return HeaderBlock.LengthAt(lines, index) is var block and > 0 ? block : Attribution.LengthAt(lines, index);
    }

    private static bool IsReplyAbove(string line) =>
        (line.Contains("above this line", StringComparison.OrdinalIgnoreCase) || line.Contains('行', StringComparison.Ordinal)) && ReplyAbove().IsMatch(line);

    // A rule, or "Original Message" without one as BlackBerry writes it.
    private static bool IsTitleBeforeHeaders(string[] lines, int index) =>
        (Rule().IsMatch(lines[index]) || BareTitle().IsMatch(lines[index]))
        && Enumerable.Range(index + 1, Math.Min(2, lines.Length - index - 1)).Any(i => HeaderBlock.LengthAt(lines, i) > 0);

    [GeneratedRegex(
        @"^[\s*|]*[-_=—]{2,60}\s*(original (message|email|mail|appointment)|original|reply message|reply|原始邮件|原始郵件|原邮件|原郵件|邮件原文|邮件原件|原始信件|原始消息|原文|回复的原邮件|原始信息|原始訊息|原始資料|原始内容|邮件原始内容|回复的?邮件|回复邮件信息|ursprüngliche (nachricht|mail)|original-?nachricht|antwort nachricht|message (d[e'’] ?origine|original)|courriel original|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|oprindelig (besked|meddelelse|mail)|opprinnelig (melding|e-post)|ursprungligt meddelande|original ?meddelande|alkuperäinen viesti|(oryginalna wiadomość|wiadomość oryginalna)|původní zpráva|eredeti üzenet|mesaj original|orijinal mesaj|(исходное|оригинальное) сообщение|元のメッセージ|원본 (메시지|메일))\s*[-_=—]{2,60}[\s*|]*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Separator();

    // Help desks' line above the mail that they quote without any mark.
    [GeneratedRegex(
        @"^[#\-—–=* ]{0,12}((please )?(type|enter|write|add)? ?your (reply|response) above this line|(please )?(reply|respond|write) above this line|请在(此|本)行(以)?上方?(输入|填写)?(您的)?(回复|回覆|答复)|請在(此|本)行(以)?上方?(輸入|填寫)?(您的)?(回覆|回復))[#\-—–=* .。]{0,12}$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex ReplyAbove();

    [GeneratedRegex(@"^\s*(original message|原始邮件|原邮件)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BareTitle();

    [GeneratedRegex(@"^\s*[_=-]{3,100}\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rule();
}
