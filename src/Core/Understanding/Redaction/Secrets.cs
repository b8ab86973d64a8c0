using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>Redacts passwords, PINs, security codes and one-time codes that people write although nobody should ask.</summary>
internal static partial class Secrets
{
    // What follows "my password is" and is no password.
    private static readonly FrozenSet<string> Ordinary = (
        "wrong incorrect not no being been invalid expired correct right still the a an always never rejected accepted blocked locked compromised "
        + "changed reset required forgotten lost and or but to too so now also that this it what why because when if in on for by working fine ok "
        + "same different old new weak strong stolen hacked known safe protected needed asked sent set screen page field box error failed").Split(' ').ToFrozenSet();

    /// <summary>The text without its secrets.</summary>
    public static string Redact(string text)
    {
        var labelled = Labelled().Replace(text, m => IsOrdinary(m) ? m.Value : m.Groups["label"].Value + m.Groups["link"].Value + Masks.Secret);
        var unsigned = CardData().Replace(labelled, m => m.Groups["label"].Value + Masks.Secret);
        var reversed = Reversed().Replace(unsigned, m => Masks.Secret + m.Groups["label"].Value);
        var spoken = SpokenCode().Replace(reversed, m => m.Groups["label"].Value + Masks.Secret);
        return Nearby().Replace(spoken, m => m.Groups["before"].Value + Masks.Secret);
    }

    private static bool IsOrdinary(Match match)
    {
        var value = match.Groups["value"].Value.TrimEnd('.', ',', '!', '?', ')', '）');
        var isCode = value.Any(char.IsDigit) || match.Groups["quote"].Length > 0;
        var isPointed = match.Groups["link"].Value.AsSpan().IndexOfAny(":：=") >= 0;
        return value.Length < 3 || (!isCode && (Ordinary.Contains(value.ToLowerInvariant()) || (!isPointed && value.Length < 5)));
    }

    [GeneratedRegex(
        @"(?<label>(验证码|驗證碼|校验码|动态码|动态密码|動態密碼|短信码|激活码|支付密码|支付密碼|登[录陆]密码|登入密碼|取款密码|交易密码|密码|密碼|口令|安全码|安全碼|PIN ?码|(?<![a-z])(one[- ]?time (pass)?(code|word)|verification code|security code|sms code|auth(entication)? code|login code|access code|passcode|password|passwd|pwd|otp|pin|cvv2?|cvc2?)( code| number)?))(?<link>(\s{0,3}(是|为|為|叫|[:：=]|就是|改成了?|设成了?|设置?为|发的是|收到的是|(?<![a-z])(is|was|are|of|to|as)(?![a-z])|(i|he|they) (got|received|sent) (is|was)))\s{0,3}|\s{0,2}(?=[0-9０-９]{4}))(?<quote>[""'“‘「『]?)(?<value>[A-Za-z0-9０-９!@#$%^&_.+-]{3,40})[""'”’」』]?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Labelled();

    // What a card shows beside its number: security code and expiry.
    [GeneratedRegex(
        @"(?<label>((?<![a-z])(cvv2?|cvc2?|security code)|安全码|安全碼|有效期(至|到)?|(?<![a-z])(expiry( date)?|expires?|exp\.?( date)?|valid (thru|through|until)))\s{0,2}(是|为|is|[:：])?\s{0,2})([0-9]{2}\s?/\s?(20)?[0-9]{2}|[0-9]{3,4})(?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex CardData();

    [GeneratedRegex(
        @"(?<![0-9０-９.])[0-9０-９]{4,8}(?<label>\s{0,2}([(（]|是|就是|为|is|was)\s?(我的|你的|the|my|your|a)?\s?(验证码|驗證碼|校验码|动态码|密码|密碼|otp|one[- ]time|verification code|security code|passcode|pin\b))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Reversed();

    [GeneratedRegex(
        @"(?<label>(?<!(error|promo|coupon|voucher|discount|invite|referral|zip|post|postal|qr|bar|country|area|sort|swift|status|reference)[ -])(?<![a-z])code\s?(is|was|:)\s?)[0-9]{4,8}(?![0-9A-Za-z])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex SpokenCode();

    // A six-digit number soon after the word is the code itself: "he wanted the code and I told him 482913".
    [GeneratedRegex(
        @"(?<before>(验证码|驗證碼|校验码|动态码|短信码|密码|密碼|数字|(?<!error |promo |coupon |zip |post |qr )code|otp|digits|pin|password)[^0-9０-９\r\n]{0,40}(?<![0-9０-９.,¥￥$€£#A-Za-z*-]))[0-9０-９]{3}[ -]?[0-9０-９]{3}(?![0-9０-９A-Za-z]|[.,][0-9]|\s?(元|块|万|円|yuan|rmb|usd|hkd|dollars|次|个))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Nearby();
}
