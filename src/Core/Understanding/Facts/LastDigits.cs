using System.Text.RegularExpressions;
using Mailroom.Core.Understanding.Redaction;

namespace Mailroom.Core.Understanding.Facts;

/// <summary>Finds the last four digits of cards and telephones: what redaction left, or what the writer gave no more of.</summary>
internal static partial class LastDigits
{
    /// <summary>The telephone number but for its last four digits hidden; null when there is none.</summary>
    public static string? Phone(string text) =>
        RedactedPhone().Match(text) is { Success: true } redacted ? redacted.Value
        : PhoneEnding().Match(text) is { Success: true } ending ? Masks.Phone + ending.Groups["digits"].Value
        : null;

    /// <summary>The last four digits of a card; null when there are none.</summary>
    public static string? Card(string text) =>
        Digits(RedactedCard().Match(text)) ?? Digits(CardEnding().Match(text)) ?? Digits(BareEnding().Match(text));

    private static string? Digits(Match match) => match.Success ? match.Groups["digits"].Value : null;

    [GeneratedRegex(@"(?<![*0-9] ?)\*{7}[0-9]{4}(?![0-9*])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RedactedPhone();

    [GeneratedRegex(@"(手机|手機|电话|phone|mobile)[^0-9\n]{0,12}(尾号|尾數|尾号是|末四位|后四位|ending( in| with)?|last four( digits)?)[^0-9\n]{0,6}(?<digits>[0-9]{4})(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PhoneEnding();

    [GeneratedRegex(@"\*{4} \*{4} \*{4} (?<digits>[0-9]{4})(?![0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RedactedCard();

    [GeneratedRegex(
        @"((卡|card|visa|mastercard|amex|unionpay|银行|銀行|account)[^0-9\n]{0,20}(尾号|尾號|尾数|末四位|末四碼|后四位|後四位|ending|ends|ended|last (four|4)( digits)?)[^0-9\n]{0,8}|(尾号|尾號|末四位|后四位)(是|为)?\s?(?=[0-9]{4}(的|）|\))?[^0-9\n]{0,8}(卡|card)))(?<digits>[0-9]{4})(?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex CardEnding();

    // Without a word for what ends so, it is the card: people say "尾号 0005" of cards, and name the telephone.
    [GeneratedRegex(
        @"(?<!(手机|手機|电话|号码|phone|mobile)[^0-9\n]{0,12})(尾号|尾號|ending (in|with)|last (four|4) digits( are| is|:)?)[^0-9\n]{0,4}(?<digits>[0-9]{4})(?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex BareEnding();
}
