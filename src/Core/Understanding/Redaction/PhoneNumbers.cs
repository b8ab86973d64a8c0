using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>Redacts telephone numbers but for their last four digits: by a form that only telephones have, or by a word for one beside a number.</summary>
internal static partial class PhoneNumbers
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const string Digit = "[0-9０-９]";
    private const string Gap = "[ .\\-‐‑–－]?";

    // A number of a transaction may look like a telephone's; the word before it tells.
    private const string NoReference = "(?<!(单号|單號|流水号?|流水號|编号|編號|序号|序號|订单号?|訂單號?|交易号|交易號|凭证号?|回执号?|\\b(ref|reference|arn|utr|txn|order|invoice|receipt|transaction)( no| number| id)?)\\.?[\\s:：#是为為]{0,3})";

    /// <summary>The text with its telephone numbers but for their last four digits.</summary>
    public static string Redact(string text) =>
        new[] { Mobile(), ChineseDigits(), International(), National(), Beside(), Labelled() }.Aggregate(text, (read, pattern) => pattern.Replace(read, Hide));

    private static string Hide(Match match)
    {
        var number = match.Groups["number"] is { Success: true } group ? group : (Group)match;
        var digits = string.Concat(number.Value.Select(AsciiDigit).Where(char.IsAsciiDigit));
        var (before, after) = (number.Index - match.Index, number.Index + number.Length - match.Index);
        return match.Value[..before] + Masks.Phone + digits[^4..] + match.Value[after..];
    }

    private static char AsciiDigit(char c) =>
        c is '幺' ? '1' : Facts.ChineseNumber.Digit(c) is >= 0 and var value ? (char)('0' + value) : Words.Normaliser.HalfWidth(c);

    [GeneratedRegex(
        "(?<![0-9０-９*]|[0-9a-z][-.])((\\+|00)?86[ -]?)?[1１][3-9３-９]" + Digit + "(" + Gap + "[0-9０-９*]{4}" + Gap + Digit + "{4}|" + Digit + "{2} " + Digit + "{3} " + Digit + "{3}|" + Digit + " " + Digit + "{3} " + Digit + "{4})(?![0-9０-９]|-[0-9a-z])",
        Options, 1000)]
    private static partial Regex Mobile();

    // Eleven spoken digits, as people write who hide a number from machines.
    [GeneratedRegex(
        "(?<![零〇一二三四五六七八九十百千万幺])[一幺][三四五六七八九][零〇一二三四五六七八九幺]([ ,，、-]?[零〇一二三四五六七八九幺]){8}(?![零〇一二三四五六七八九十百千万幺])",
        Options, 1000)]
    private static partial Regex ChineseDigits();

    [GeneratedRegex(
        NoReference + "(?<![0-9A-Za-z+-])(?<number>(\\+ ?|00)[1-9][0-9]{0,2}[ .-]?(\\([0-9]{1,4}\\)[ .-]?)?[0-9]{1,5}([ .-]?[0-9]{2,5}){1,4})(?![0-9])",
        Options, 1000)]
    private static partial Regex International();

    // Britain and Ireland, Taiwan, Australia, New Zealand, North America, South Africa, in the groups that they are written in.
    [GeneratedRegex(
        NoReference + "(?<![0-9A-Za-z+*.,/-])(?<number>07[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}|01[0-9]{3}[ -][0-9]{3}[ -]?[0-9]{3}|02[0-9][ -][0-9]{4}[ -][0-9]{4}|01[0-9]{2}[ -][0-9]{3}[ -][0-9]{4}"
        + "|09[0-9]{2}[ -]?[0-9]{3}[ -]?[0-9]{3}|0[0-9]{1,3}-[0-9]{4}[ -]?[0-9]{4}|0[0-9]{2,3}-[0-9]{7,8}|0[0-9]-[0-9]{3,4}-[0-9]{4}|04[0-9]{2} [0-9]{3} [0-9]{3}|0[0-9] [0-9]{4} [0-9]{4}|02[0-9] [0-9]{3} [0-9]{3,4}|08[0-9][ -][0-9]{3}[ -][0-9]{4}|0[678][0-9] [0-9]{3} [0-9]{4}"
        + "|\\([2-9][0-9]{2}\\) ?[2-9][0-9]{2}[ -][0-9]{4}|(1-)?[2-9][0-9]{2}[-.][2-9][0-9]{2}[-.][0-9]{4}|[2-9][0-9]{2} 555 [0-9]{4})(?![0-9A-Za-z]|-[0-9A-Za-z])",
        Options, 1000)]
    private static partial Regex National();

    // Eight digits in two groups, as in Hong Kong, Macau and Singapore, beside a word for a telephone.
    [GeneratedRegex(
        "(?<=(号码?|號碼?|手机|手機|电话|電話|門號|门号|whatsapp|phone|mobile|number|tel|cell|call me|reach me|text me|ring me)[^0-9\\n]{0,12})" + NoReference + "(?<![0-9A-Za-z*./-]|[A-Za-z0-9]-)(?<number>[235689][0-9]{3}[ -]?[0-9]{4})(?![0-9A-Za-z]|[-./ ][0-9])",
        Options, 1000)]
    private static partial Regex Beside();

    [GeneratedRegex(
        "(?<![a-z])(phone|mobile|cell|tel|telephone|whatsapp|call me (on|at)|reach me (on|at)|ring me (on|at)|text me (on|at)|手机号码?|手机|電話|电话号?码?|手機號?碼?|联系方式|門號|门号|號碼)[\\s:：是为(（.]{0,4}(number|no\\.?|is|号|on file)?[\\s:：.是]{0,3}(?<number>[0-9][0-9 .-]{5,13}[0-9])(?![0-9])",
        Options, 1000)]
    private static partial Regex Labelled();
}
