using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Signs;

/// <summary>The words of read receipts that come without the standard's part (RFC 8098), as Outlook's and Chinese services' do.</summary>
internal static partial class ReceiptWords
{
    private const int Window = 1200;

    /// <summary>True for such a subject above a text that says when the mail was read, or that it never was.</summary>
    public static bool AreIn(Letter letter) =>
        Subject().IsMatch(letter.Subject) && Text().IsMatch(letter.Text[..Math.Min(letter.Text.Length, Window)]);

    [GeneratedRegex(
        @"^\s*([\[【(（]\s*)?(read|not read|read receipt|return receipt( \(displayed\))?|gelesen|ungelesen|lesebestätigung|lu|non lu|accusé de lecture|leído|no leído|letto|non letto|lida|não lida|gelezen|niet gelezen|прочитано|не прочитано|przeczytano|已读|未读|已讀|未讀|已读回执|已讀回執|阅读回执|讀取回條|邮件收条|回执|开封|開封済み|開封確認|未開封|읽음|읽지 않음)\s*([\]】)）]\s*)?[:：]",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Subject();

    [GeneratedRegex(
        @"\bwas (read|displayed|opened) (on|at)\b|was deleted without being read|has been (read|displayed)|this is a (return )?receipt|wurde (am|um) .{4,60}gelesen|ungelesen gelöscht|a été (lu|ouvert|supprimé)|(fue|se) (leído|eliminado|ha leído)|è stato (letto|eliminato)|foi (lida|excluída|lido)|is gelezen op|(已|已经|已經)(于|於|在)?.{0,40}(阅读|閱讀|看过|看過|打开|查看|读取|讀取)|(邮件|郵件)(收条|收條|回执|回執)|(未|没有)(阅读|閱讀).{0,12}(删除|刪除)|(开封|開封)(され|済み)|읽었|읽지 않고 삭제",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Text();
}
