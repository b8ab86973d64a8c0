using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>Finds passwords, PINs and one-time codes that people write although nobody should ask.</summary>
internal static partial class Secrets
{
    private const int LongestSecret = 200;

    /// <summary>The secrets of a folded text.</summary>
    public static IEnumerable<Finding> Find(string text) =>
        Labelled().Matches(text).Where(m => IsSecret(text, m))
            .Concat(Reversed().Matches(text))
            .Concat(SpokenCode().Matches(text).Where(m => !OtherNumbers.IsOfOtherCode(text, m.Index)))
            .Concat(Used().Matches(text))
            .Concat(NearbyPassword().Matches(text).Where(m => !OtherNumbers.Interrupts(m.Groups["between"].Value)))
            .Concat(Nearby().Matches(text).Where(m => !OtherNumbers.Interrupts(m.Groups["between"].Value)))
            .Select(m => m.Groups["value"])
            .Select(v => new Finding(v.Index, EndOf(text, v), RedactedKind.Secret, Masks.Secret));

    private static bool IsSecret(string text, Match match)
    {
        var value = match.Groups["value"];
        var end = value.Index + value.Length;
        return match.Groups["dictated"].Success || SecretWords.IsSecret(
            value.Value.TrimEnd('.', ',', '!', '?', '-'),
            match.Groups["quote"].Length > 0,
            match.Groups["link"].Value.AsSpan().IndexOfAny(':', '=') >= 0,
            end == text.Length || text[end] is '.' or ',' or ';' or '!' or '\n' or ')' || text[end - 1] is '.' or '!');
    }

    // To the end of what is written in one, so that nothing of a long password stays; without the point that ends the sentence.
    private static int EndOf(string text, Group value)
    {
        var end = value.Index + value.Length;
        while (end < text.Length && end - value.Index < LongestSecret && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return text[end - 1] is '.' or '-' && end - value.Index > 1 ? end - 1 : end;
    }

    [GeneratedRegex(
        @"(验证码|校验码|动态码|短信码|激活码|确认码|密码|口令|pin ?码|(?<![a-z])(one[- ]?time (pass)?(code|word)|(verification|security|sms|auth(entication|orization)?|log-?in|access|2fa) code|otp|passcode|password|passphrase|passwd|pwd|pin|(pw|pass)(?=\s{0,2}[:=]))( code| number| no\.?)?(?![a-z]))"
        + @"(?<link>\s{0,3}([:=]|就是|(应该|一直|还|用的)?是|设的|为|叫|系|係|改成了?|设成了?|设置?为|发的是|收到的是|(?<![a-z])(is|was|are|(i|we) use is)(?![a-z])|'s(?= )|(i|he|they|you) (got|received|sent|use) (is|was)?|(to|as|of)(?= [a-z]{0,30}[0-9]))[\s:]{0,3}|\s{0,2}(?=[0-9]{4}|[0-9][ -][0-9][ -][0-9][ -]|[0-9]{3} [0-9]{3}|[0-9]{2} [0-9]{2} [0-9]{2}(?![ -]?[0-9]))|,\s?(?=[0-9]{4,8}(?![0-9:/.-]))|(?<![a-z])\s{0,2}(?=[a-z][a-z@!#$%^&_.+-]{0,20}[0-9])|[\s(]{1,2}(?=[a-z@!#$%^&_.+-]{2,20}[0-9]))"
        + "(?<quote>[\"'“‘「『]?)(?<value>(?<dictated>" + SecretValues.Dictated + @")|[a-z0-9!@#$%^&_.+-]{3,64}(?!\s?(年|月|日|秒|分|小时|次|位|元|块|天|个|times|seconds|minutes|attempts|characters|digits)))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Labelled();

    [GeneratedRegex(
        @"(?<![0-9.])(?<![0-9][ -])(?<value>[0-9]{4,8}|[0-9]{3} [0-9]{3})\s{0,2}([(]|,(?=(登录|动态|短信)验证码)|是|就是|为|is|was|as)\s?(我的|你的|您的|the|my|your|a)?\s?([a-z]{1,15} ){0,3}(登录|登陆|动态|短信|支付)?(验证码|校验码|动态码|密码|otp|one[- ]time|(verification|security|log-?in|access|auth(entication)?) code|passcode|pin(?![a-z])|(?<=(my|your) )code)|(?<value>[a-z][a-z@!#$%^&_.+-]{1,20}[0-9][a-z0-9@!#$%^&_.+-]{0,30}) (as|is|was) (my|the) (password|passcode|pin)(?![a-z])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Reversed();

    [GeneratedRegex(
        @"(?<!(error|promo|coupon|voucher|discount|invite|referral|zip|post|postal|qr|bar|country|area|sort|swift|status|reference|response|exit|booking|tracking|product|item)[ -])(?<![a-z])code\s?(is|was|:)\s?(?<value>" + SecretValues.Spaced + "|" + SecretValues.Spoken + @"|[0-9]{4,8})(?![0-9a-z])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex SpokenCode();

    [GeneratedRegex(
        @"(?<![a-z])(use|enter) (?<value>[0-9]{4,8}) (to|as|for) (log|sign|verify|confirm|your|the|authenticat|complete)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Used();

    // "The password is right, it is zhang1985."
    [GeneratedRegex(
        @"(密码|口令|(?<![a-z])password)(?<between>[^0-9\n\v]{0,16})(是|做|用|设成|改成)\s?(?<value>[a-z][a-z@!#$%^&_.+-]{1,20}[0-9][a-z0-9@!#$%^&_.+-]{1,30})",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex NearbyPassword();

    // A six-digit number soon after the word is the code itself: "he wanted the code and I told him 482913".
    [GeneratedRegex(
        @"(验证码|校验码|动态码|短信码|密码|数字|(?<!(error|promo|coupon|zip|post|postal|qr|bar) )(?<![a-z])code|(?<![a-z])otp|(?<![a-z])digits|(?<![a-z])pin(?![a-z])|(?<![a-z])password)(?<between>[^0-9\n\v]{0,40}(?<![0-9.¥$€£#a-z*-]))(?<value>[0-9]{3}[ -]?[0-9]{3})(?![0-9a-z]|[.,][0-9]|[ -][0-9]|\s?(年|元|块|万|円|yuan|rmb|usd|hkd|dollars|次|个))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Nearby();
}
