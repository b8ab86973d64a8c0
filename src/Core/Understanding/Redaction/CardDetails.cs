using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>Finds what a card shows beside its number: security code and expiry. Looked for when card numbers are already out.</summary>
internal static partial class CardDetails
{
    private const int CardWindow = 80;
    private const int WindowBehind = 20;
    private const int OfferWindow = 30;

    /// <summary>The card details of a folded text.</summary>
    public static IEnumerable<Finding> Find(string text) =>
        SecurityCode().Matches(text)
            .Concat(Expiry().Matches(text))
            .Concat(AfterCard().Matches(text))
            .Concat(EnglishExpiry().Matches(text).Where(m => IsOfCard(text, m)))
            .Select(m => m.Groups["value"])
            .Select(v => new Finding(v.Index, v.Index + v.Length, RedactedKind.CardDetail, Masks.Secret));

    private static bool IsOfCard(string text, Match expiry) =>
        !Offer().IsMatch(text[Math.Max(0, expiry.Index - OfferWindow)..expiry.Index])
        && (Card().IsMatch(text[Math.Max(0, expiry.Index - CardWindow)..expiry.Index])
            || Card().IsMatch(text[(expiry.Index + expiry.Length)..Math.Min(text.Length, expiry.Index + expiry.Length + WindowBehind)]));

    [GeneratedRegex(@"(offer|promo|coupon|voucher|campaign|deal|ticket|membership|subscription)[^\n.]*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Offer();

    [GeneratedRegex(
        @"((?<![a-z])(cvv2?|cvc2?|cvn2?|cid|security code( on the (back|card))?)|安全码|(背面|后)的?[三3](位|码|个)?(数字|数|码)?|three digits on the back)[\s:=]{0,3}(是|为|系|係|is|are|was)?[\s:]{0,2}(?<value>[0-9]{3,4})(?![0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex SecurityCode();

    [GeneratedRegex(
        @"(?<!(券|活动|优惠|会员|红包|积分)的?)有效(期限?|日期)?(至|到)?[\s:]{0,2}(是|为)?[\s:]{0,2}(?<value>(0[1-9]|1[0-2])\s?[/-]?\s?(20)?[0-9]{2})(?![0-9/年月日天-])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Expiry();

    // A code, or an expiry and perhaps the code, right behind a card number or expiry that was taken out.
    [GeneratedRegex(
        @"(?<=\uFFFA[\s,;/|]{1,3})(?<value>(0[1-9]|1[0-2])\s?/\s?(20)?[0-9]{2}([\s,;/|]{1,3}[0-9]{3,4})?)(?![0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex AfterCard();

    [GeneratedRegex(
        @"(?<![a-z])(expiry( date)?|expires?|expiration( date)?|exp\.?( date)?|(valid|good) (thru|through|until))[\s:]{0,2}(is |on )?(?<value>(0[1-9]|1[0-2])\s?[/-]\s?(20)?[0-9]{2})(?![0-9/-])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex EnglishExpiry();

    [GeneratedRegex(@"\uFFFA|卡|card|visa|mastercard|amex|cv[vc]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Card();
}
