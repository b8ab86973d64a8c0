using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Signs;

/// <summary>The words of an absence note, as people let their mailboxes say them.</summary>
internal static partial class AbsenceWords
{
    /// <summary>True when a note begins so and goes on as such notes do.</summary>
    /// <param name="start">The beginning of the text, on one line.</param>
    /// <param name="text">The whole text, on one line.</param>
    public static bool AreIn(string start, string text) =>
        ((Absent().IsMatch(start) && Later().IsMatch(text)) || (ChineseAbsent().IsMatch(start) && ChineseMail().IsMatch(text) && ChineseLater().IsMatch(text)) || ChineseReceived().IsMatch(start))
        && !Matter().IsMatch(text);

    [GeneratedRegex(
        @"\b(i am|i'm|i will be|i'll be|i shall be|we are|currently|office is)\b[^.!]{0,30}\b(out of (the )?office|on (annual |parental |maternity |paternity |sick |medical |study )?(leave|vacation|holidays?)|away from (the office|my desk|work|e-?mail)|closed (for|until|from))|\bich bin\b[^.!]{0,60}\b(nicht im (büro|hause?)|außer haus|im urlaub|abwesend|nicht erreichbar)|\bje suis\b[^.!]{0,40}\b(absente?|en congés?|en vacances)|\b(estoy|estaré)\b[^.!]{0,40}\b(fuera de la oficina|ausente|de vacaciones)|\b(sono|sarò)\b[^.!]{0,40}\b(assente|fuori (ufficio|sede)|in ferie)|\b(estou|estarei)\b[^.!]{0,40}\b(ausente|de férias|fora do escritório)|\bik ben\b[^.!]{0,40}\b(afwezig|met vakantie|niet aanwezig|niet op kantoor)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Absent();

    [GeneratedRegex(
        @"\b(return|back (on|in|at)|until|till|reachable|access to (my )?e-?mails?|in my absence|urgent|as soon as|upon my return|(bis|ab|zurück|dringend|vertretung)|(jusqu|retour|urgence|urgent)|(hasta|regreso|urgente|vuelta)|(fino|rientro|urgenz)|(até|retorno)|(tot|terug|dringend))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Later();

    [GeneratedRegex(@"(休假|休年假|年假|产假|度假|出差|外出|请假|不在(办公室|公司|岗)|離開辦公室|不在辦公室|放假)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChineseAbsent();

    [GeneratedRegex(@"(回复|回覆|查看|查收|处理|處理)(您|你)?的?(邮件|郵件|来信|來信|信件)|(邮件|郵件|来信|來信|信件)(我)?(已|已经|已經)(收到|收悉)|收到(您|你)(的|发)(邮件|郵件|来信|來信)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChineseMail();

    [GeneratedRegex(@"(无法|無法|不能|不便|未能)(及时|及時|立即|亲自|馬上|马上)?|返回|回来后|(假期|休假)(结束|結束)|(紧急|緊急|急事)|尽快|盡快|稍后|稍後", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChineseLater();

    // 163 Mail's stock words: "您好，您发给我的信件已经收到。我会尽快给您回复". They end there.
    [GeneratedRegex(@"^.{0,12}(您|你)?(的|发来的|发给我的|寄来的)?(邮件|郵件|来信|來信|信件)(我)?(已|已经|已經)(收到|收悉).{0,30}(尽快|盡快|及时|稍后|第一时间).{0,10}(回复|回覆|联系|處理|处理)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChineseReceived();

    // What a customer's mail is about and a note of absence is not.
    [GeneratedRegex(
        @"\b(card|money|refund|payment|paid|pay|charged?|transfer|wallet|transaction|order|stolen|blocked|locked|log ?in|sign in|password|code|passport|document|screenshot|karte|geld|zahlung|carte|argent|paiement|tarjeta|dinero|pago|carta|soldi|cartão|dinheiro)\b|退款|到账|到賬|扣款|转账|轉帳|银行卡|验证码|登录|登陆|密码|钱包|冻结|解冻|充值|提现|订单|付款|支付|材料|补充|身份证|截图|证明|手机号|账户|账号|投诉",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Matter();
}
