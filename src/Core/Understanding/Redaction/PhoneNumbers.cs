using System.Text.RegularExpressions;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>
/// Finds telephone numbers: mainland mobiles and landlines, Hong Kong and Macau with their code, international ones, and whatever is called a
/// telephone number. Hotlines that companies publish (400, 800, 95xxx) stay.
/// </summary>
internal static partial class PhoneNumbers
{
    private const int Shortest = 7;
    private const int HongKongLength = 8;
    private const int HotlineLength = 10;

    /// <summary>The telephone numbers of a folded text.</summary>
    public static IEnumerable<Finding> Find(string text, RedactionPolicy policy)
    {
        Finding Of(Group number, string country) =>
            new(number.Index, number.Index + number.Length, RedactedKind.Phone, PhoneMasks.Of(country, Masks.Digits(TextFold.WithDigits(number.Value)), policy));

        return InternationalNumbers.Find(text, policy)
            .Concat(Mobile().Matches(text).Where(m => IsPhone(text, m.Groups["value"])).Select(m => Of(m.Groups["value"], "86")))
            .Concat(HongKong().Matches(text).Where(m => IsPhone(text, m.Groups["value"])).Select(m => Of(m.Groups["value"], m.Groups["country"].Value)))
            .Concat(Landline().Matches(text).Where(m => IsPhone(text, m.Groups["value"])).Select(m => Of(m.Groups["value"], "86")))
            .Concat(National().Matches(text).Where(m => IsPhone(text, m.Groups["value"])).Select(m => Of(m.Groups["value"], "")))
            .Concat(Spoken().Matches(text).Where(m => m.Value.Any(c => TextFold.IsNumeral(c))).Select(m => Of(m.Groups["value"], "86")))
            .Concat(Beside().Matches(text).Where(m => IsPhone(text, m.Groups["value"])).Select(m => Of(m.Groups["value"], "852")))
            .Concat(Labelled().Matches(text).Where(m => IsLabelledPhone(text, m)).Select(m => Of(m.Groups["value"], CountryOf(m.Groups["value"].Value))));
    }

    private static bool IsPhone(string text, Group number) =>
        !IsHotline(Masks.Digits(number.Value))
        && !OtherNumbers.FollowsLetters(text, number.Index)
        && !OtherNumbers.IsCalledOther(text, number.Index)
        && !OtherNumbers.IsAmountAt(text, number.Index)
        && !OtherNumbers.GoesOnAsDecimal(text, number.Index + number.Length);

    private static bool IsLabelledPhone(string text, Match match)
    {
        var number = match.Groups["value"];
        var digits = Masks.Digits(number.Value);
        return digits.Length >= Shortest
            && !IsHotline(digits)
            && !OtherNumbers.IsDate(number.Value)
            && !OtherNumbers.IsCalledOther(text, match.Index)
            && !OtherNumbers.IsCalledOther(text, number.Index)
            && !OtherNumbers.GoesOnAsDecimal(text, number.Index + number.Length);
    }

    private static bool IsHotline(string digits) => digits.Length == HotlineLength && (digits[..3] is "400" or "800");

    private static string CountryOf(string number) => Masks.Digits(number) switch
    {
        { Length: HongKongLength } digits when digits[0] is >= '2' and <= '9' => "852",
        { Length: 11 } digits when digits[0] == '1' => "86",
        _ => "",
    };

    [GeneratedRegex(
        @"(?<![0-9*.])(?<![0-9][ -])(?<value>(86[ -]{0,2})?(1[3-9][0-9][ \v-]?[0-9*]{4}[ \v-]?[0-9]{4}|1[3-9][0-9]\.[0-9]{4}\.[0-9]{4}|1\v?[3-9](\v?[0-9]){9}|1[3-9][0-9]{3} [0-9]{3} [0-9]{3}|1[3-9][0-9]{2} [0-9]{3} [0-9]{4}|1 [3-9]( [0-9]){9}))(?![0-9]|-[0-9a-z])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Mobile();

    [GeneratedRegex(
        @"(?<![0-9+*.])(?<![0-9][ -])(?<value>\(?(?<country>85[23])\)?[ -]{0,2}[2-9][0-9]{3}[ -]?[0-9]{4})(?![0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex HongKong();

    [GeneratedRegex(
        @"(?<![0-9.*-])(?<value>\(?0(10|2[0-9]|[3-9][0-9]{2})(\)|-|\) | )[2-8][0-9]{3}[ -]?[0-9]{3,4})(?![0-9-])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Landline();

    // Eleven digits read out, with pauses.
    [GeneratedRegex(
        @"(?<![0-9零一二三四五六七八九十百千万幺])(?<value>[1一幺][3-9三四五六七八九][0-9零〇一二三四五六七八九幺]([ ,、-]?[0-9零〇一二三四五六七八九幺]){8})(?![0-9零一二三四五六七八九十百千万幺])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Spoken();

    // Britain and Ireland, Taiwan, Australia, New Zealand, North America, South Africa, in the groups that they are written in.
    [GeneratedRegex(
        @"(?<![0-9a-z+*.,/-])(?<value>07[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}|01[0-9]{3}[ -][0-9]{3}[ -]?[0-9]{3}|02[0-9][ -][0-9]{4}[ -][0-9]{4}|01[0-9]{2}[ -][0-9]{3}[ -][0-9]{4}"
        + @"|09[0-9]{2}[ -]?[0-9]{3}[ -]?[0-9]{3}|0[0-9]{1,3}-[0-9]{4}[ -]?[0-9]{4}|0[0-9]{2,3}-[0-9]{7,8}|0[0-9]-[0-9]{3,4}-[0-9]{4}|04[0-9]{2} [0-9]{3} [0-9]{3}|0[0-9] [0-9]{4} [0-9]{4}|02[0-9] [0-9]{3} [0-9]{3,4}|08[0-9][ -][0-9]{3}[ -][0-9]{4}|0[678][0-9] [0-9]{3} [0-9]{4}"
        + @"|\([2-9][0-9]{2}\) ?[2-9][0-9]{2}[ -][0-9]{4}|(1-)?[2-9][0-9]{2}[-.][2-9][0-9]{2}[-.][0-9]{4}|[2-9][0-9]{2} 555 [0-9]{4})(?![0-9a-z]|-[0-9a-z])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex National();

    // Eight digits in two groups, as in Hong Kong, Macau and Singapore, near a word for a telephone.
    [GeneratedRegex(
        @"(?<=(号码?|手机|电话|门号|whatsapp|phone|mobile|number|tel|cell|call me|reach me|text me|ring me)[^0-9\n]{0,12})(?<![0-9a-z*./-]|[a-z0-9]-)(?<value>[235689][0-9]{3}[ -]?[0-9]{4})(?![0-9a-z]|[-./ ][0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Beside();

    [GeneratedRegex(
        @"((?<![a-z])(((my|old|new|contact|phone|mobile|whatsapp) number|phone|mobile|cell(phone)?|tel(ephone)?|whatsapp)( number| no\.?)?|(call|text|ring|reach|phone)( me)?( back)?( on| at)?)(?![a-z])|手机|手提|电话|门号|座机|联系方式|致电|打给我|打我|请打|打到|拨打|打(?=\s?[2-9][0-9]{3}[ -]?[0-9]{4}(?![0-9]))|号码)(号码?)?[\s:.#(]{0,3}(是|系|係|为|is|was|on file)?[\s:(]{0,3}(?<value>[0-9](([ -]|\) ?|\.)?[0-9]){6,12})(?![0-9a-z])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Labelled();
}
