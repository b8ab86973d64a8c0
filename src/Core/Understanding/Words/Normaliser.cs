using System.Text;

namespace Mailroom.Core.Understanding.Words;

/// <summary>Brings spellings of one text together: full-width and half-width, upper and lower case, traditional and simplified.</summary>
internal static class Normaliser
{
    // Homophones and variants that people type, longest first where one holds another.
    private static readonly (string Written, string Meant)[] Variants =
    [
        ("帐", "账"), ("登陆", "登录"), ("登入", "登录"), ("转帐", "转账"), ("支付保", "支付宝"), ("沒", "没"), ("妳", "你"), ("您", "你"), ("咱", "我"),
        ("徵", "征"), ("劃", "划"), ("裡", "里"), ("賬", "账"), ("短讯", "短信"), ("简讯", "短信"), ("讯息", "消息"), ("资讯", "信息"), ("软体", "软件"),
        ("应用程式", "应用"), ("程式", "程序"), ("萤幕", "屏幕"), ("荧幕", "屏幕"), ("当机", "死机"), ("提领", "提现"), ("储值", "充值"), ("增值", "充值"),
        ("入账", "到账"), ("过数", "转账"), ("电邮", "邮箱"), ("信用咭", "信用卡"), ("银行咭", "银行卡"), ("客户服务", "客服"), ("扣钱", "扣款"), ("讬", "托"),
    ];

    /// <summary>The text in the one form that phrases are looked for in.</summary>
    public static string Normalise(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsInvisible(c))
            {
                folded.Append(TraditionalCharacters.Simplify(char.ToLowerInvariant(HalfWidth(c))));
            }
        }

        foreach (var (written, meant) in Variants)
        {
            folded.Replace(written, meant);
        }

        return folded.ToString();
    }

    /// <summary>The half-width form of a full-width character (U+FF01 to U+FF5E, and the ideographic space).</summary>
    public static char HalfWidth(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' or '\u00A0' => ' ',
        '\u2018' or '\u2019' or '\u02BC' or '\u00B4' or '`' => '\'',
        '\u2010' or '\u2011' or '\u2013' => '-',
        _ => c,
    };

    // Zero-width characters between letters hide a word from a filter and from no reader.
    private static bool IsInvisible(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F';
}
