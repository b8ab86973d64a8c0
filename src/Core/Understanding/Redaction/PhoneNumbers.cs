using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>Redacts telephone numbers but for their last four digits: mainland mobiles, international and labelled numbers.</summary>
internal static partial class PhoneNumbers
{
    /// <summary>The text with its telephone numbers but for their last four digits.</summary>
    public static string Redact(string text) =>
        Labelled().Replace(
            International().Replace(Mobile().Replace(text, Hide), Hide),
            m => m.Groups["label"].Value + Hide(m.Groups["number"].Value));

    private static string Hide(Match match) => Hide(match.Value);

    private static string Hide(string number)
    {
        var digits = string.Concat(number.Where(char.IsDigit).Select(Words.Normaliser.HalfWidth));
        return Masks.Phone + digits[^4..];
    }

    [GeneratedRegex(
        @"(?<![0-9０-９*])((\+|00)?86[ -]?)?[1１][3-9３-９][0-9０-９][ -]?[0-9０-９*]{4}[ -]?[0-9０-９]{4}(?![0-9０-９])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Mobile();

    [GeneratedRegex(
        @"(?<![0-9A-Za-z+])(\+|00)[1-9][0-9]{0,2}[ -]?(\([0-9]{1,4}\)[ -]?)?[0-9]{1,5}([ -]?[0-9]{2,5}){1,4}(?![0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex International();

    [GeneratedRegex(
        @"(?<label>(phone|mobile|cell|tel|telephone|whatsapp|call me (on|at)|reach me (on|at)|手机号码?|手机|電話|电话号?码?|手機號?碼?|联系方式|號碼)[\s:：是为(（.]{0,4}(number|no\.?|is|号)?[\s:：.是]{0,3})(?<number>[0-9][0-9 -]{5,13}[0-9])(?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Labelled();
}
