using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Signs;

/// <summary>Signs of automatic answers: the standard's (RFC 3834), other systems' own, and Chinese mail services' words.</summary>
internal static partial class AutoReplySigns
{
    private const int MarkerWindow = 120;

    private static readonly string[] Fields =
        ["X-Autoreply", "X-Auto-Reply", "X-Autorespond", "X-Auto-Respond", "X-AutoReply-From", "X-Mail-Autoreply", "X-Autoreply-Domain", "X-Autoresponder", "X-Auto-Reply-From", "X-Vacation"];

    /// <summary>The signs found.</summary>
    public static IEnumerable<string> Find(Letter letter)
    {
        if (HeaderText.Match(letter, "Auto-Submitted", "auto-replied") is { } replied)
        {
            yield return replied;
        }

        // A machine that writes of itself has nobody's mail before it; one that names a mail answers it.
        if (letter.InReplyTo.Count > 0 && HeaderText.Match(letter, "Auto-Submitted", "auto-generated") is { } generated)
        {
            yield return $"{generated}, with In-Reply-To";
        }

        foreach (var field in Fields)
        {
            if (letter.HeaderValues(field).Any(v => HeaderText.Token(v) is not ("no" or "false" or "0")))
            {
                yield return field;
            }
        }

        foreach (var field in (string[])["Precedence", "X-Precedence"])
        {
            if (HeaderText.Match(letter, field, "auto_reply", "auto-reply", "autoreply") is { } precedence)
            {
                yield return precedence;
            }
        }

        if (HeaderText.Match(letter, "Delivered-To", "autoresponder") is { } responder)
        {
            yield return responder;
        }

        // A bare "自动回复" above a question is somebody's who got one.
        var subject = ReplySubject().Match(letter.Subject);
        if (subject.Success && (subject.Value is [.., ':' or '：'] || !letter.VisibleText.AsSpan().ContainsAny('?', '？')))
        {
            yield return "subject of an automatic reply";
        }

        if (NoteSubject().IsMatch(letter.Subject) && !letter.VisibleText.AsSpan().ContainsAny('?', '？'))
        {
            yield return "subject of an absence note";
        }

        foreach (var words in MachineWords.Find(letter))
        {
            yield return words;
        }

        var text = letter.VisibleText.Length > 0 ? letter.VisibleText : letter.Text;
        if (BodyMarker().IsMatch(text[..Math.Min(text.Length, MarkerWindow)]))
        {
            yield return "text begins as an automatic reply";
        }
    }

    // The word alone is not enough: "自动回复没用" and "Automatic reply did not help" are people's complaints.
    [GeneratedRegex(
        @"^\s*([\[【(（]\s*)?((auto(matic|mated)?[ -]?(reply|response|respond|answer))|autoreply|automatische antwort|r[ée]ponse automatique|respuesta autom[áa]tica|risposta automatica|自动(回复|答复|回覆)|自動(回覆|回復|答覆|応答|返信)|假期自动回复|out of (the )?office( reply| autoreply)?|不在办公室|外出自动回复|(休假|假期|外出|离线|離線|休假期間)(自动|自動)(回复|答复|回覆)|autosvar|automatisch antwoord|automaattinen vastaus|automatyczna odpowiedź|автоответ|자동 ?(회신|응답)|resposta automática)\s*([\]】)）:：]|[-–—]\s|$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex ReplySubject();

    // The word before the colon is a program's; people's subjects go on without one.
    [GeneratedRegex(
        @"^\s*([\[【(（]\s*)?(abwesenheits(notiz|meldung|benachrichtigung|nachricht)|absence du bureau|(notification|message) d['’]absence|fuera de (la )?oficina|fuori (sede|ufficio)|ausência temporária|fora do escritório|afwezig(heidsbericht)?|автоматический ответ|автоответчик|poza biurem|frånvaromeddelande|autosvar|fraværsmelding|poissaoloilmoitus|不在(通知|のお知らせ)|(自動返信|自動応答)(メール)?|부재중( ?자동 ?(응답|회신))?|otomatik (yanıt|cevap)|trả lời tự động|ตอบกลับอัตโนมัติ|balasan otomatis|vacation (reply|response|message|notice)|休假通知|外出通知|不在办公室|不在辦公室)\s*([\]】)）]\s*|[:：])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex NoteSubject();

    // "这是来自QQ邮箱的假期自动回复邮件。" is often the only sign that such a mail carries.
    [GeneratedRegex(
        @"^\s*(这是|此为|這是)?(一封)?来自.{0,12}(邮箱|郵箱)的?(假期)?自动(回复|答复)|^\s*(这是|此邮件为|本邮件为|此邮件是|本邮件是|此为|以下为|此信为|此信是|這是)(一封)?(系统|系統|邮箱|郵箱)?的?(自动|自動)(回复|答复|回覆|回信)(的)?(邮件|郵件|信件|，|。|,|！)|^\s*[\[【(（]\s*(自动|自動)(回复|答复|回覆|回信)\s*[\]】)）]|^\s*this is an automat(ic|ed) (vacation )?(reply|response|answer)( message| email| e-mail)?( from |[.:,]| to (inform|confirm|let))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex BodyMarker();
}
