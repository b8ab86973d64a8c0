using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Signs;

/// <summary>The words by which ticket systems acknowledge a mail: Zendesk, Freshdesk, Jira, OTRS, and Chinese ones.</summary>
internal static partial class AcknowledgementWords
{
    /// <summary>True when a text begins with such a receipt and has a second mark of a system.</summary>
    /// <param name="start">The beginning of the text, on one line.</param>
    /// <param name="text">The whole text, on one line.</param>
    public static bool AreIn(string start, string text) =>
        (Received().IsMatch(start) && System().IsMatch(text)) || (ChineseReceived().IsMatch(start) && ChineseSystem().IsMatch(text));

    [GeneratedRegex(
        @"\b(your|the) (support )?(request|ticket|inquiry|enquiry|message|e-?mail|case|query|submission)\b.{0,40}\b(has been|was|is) (successfully )?(received|created|logged|registered|opened)|\bwe('ve| have)? (successfully )?(received|got) your (support )?(request|message|e-?mail|inquiry|enquiry|ticket|case|query)|\ba (new )?(support )?(ticket|case|request) (has been|was) (created|opened|logged)|\backnowledge (that we have received|receipt of)|confirming that we (got|received) your|thank(s| you) for (contacting|reaching out to|writing to|getting in touch with) .{2,60}\b(support|team|service|desk|helpdesk|care)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Received();

    [GeneratedRegex(
        @"above this line|\bautomat(ic|ed|ically)\b|(do not|don't) (reply|respond) to this|\b(ticket|case|request|reference|inquiry)( id| number| no\.?)?\s?(is |- |:|#|\()\s?#?[a-z]{0,6}-?[0-9]{3,}|\[[a-z#-]{2,12}[0-9]{3,}\]|view (your |the )?request|support (staff|representative|agent|team|specialist) (will|is)|(our|the) (support |service )?(team|staff) will",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex System();

    [GeneratedRegex(
        @"^(尊敬的|亲爱的|您好|你好).{0,24}(您|你)的(工单|请求|問題|问题|邮件|郵件|来信|咨询|反馈|申请|需求|投诉)(.{0,40})(已|已经|已被)(成功)?(受理|收到|创建|提交|登记|接收|转交|分配)|^.{0,16}(工单|服务请求).{0,30}(已|已经)(创建|受理|生成)|^.{0,16}感谢(您|你)(联系|来信|的来信|的反馈).{0,40}(已|已经)(收到|受理)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex ChineseReceived();

    [GeneratedRegex(
        @"(自动|自動)(发送|發送|回复|回覆|发出|發出|生成)|(请|請)?勿(直接)?(回复|回覆)|(工单|受理|服务|案件)(编号|单号|号)?\s?[:：（(]|(客服|工作人员|专员|专人|我们).{0,16}(尽快|将|会|小时内|工作日内).{0,16}(联系|回复|处理|答复)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex ChineseSystem();
}
