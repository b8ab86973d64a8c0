using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>
/// Finds payment card numbers: 12 to 19 digits of a known issuer range with a right Luhn digit (ISO/IEC 7812-1). UnionPay numbers that are
/// grouped as on the card, and numbers that are called a card number, need no right digit: some have none, and people mistype.
/// </summary>
internal static partial class CardNumbers
{
    private const int Shortest = 12;
    private const int Longest = 19;
    private const int LabelWindow = 24;

    /// <summary>The card numbers of a folded text.</summary>
    public static IEnumerable<Finding> Find(string text) => DigitRuns.Of(text).SelectMany(run => Cards(text, run));

    private static IEnumerable<Finding> Cards(string text, IReadOnlyList<DigitGroup> run)
    {
        var i = 0;
        while (i < run.Count)
        {
            var length = CardAt(text, run, i);
            if (length > 0)
            {
                var last = run[i + length - 1];
                var digits = string.Concat(run.Skip(i).Take(length).Select(g => g.Digits));
                yield return new Finding(run[i].Start, last.End, RedactedKind.Card, Masks.Card + digits[^4..]);
            }

            i += Math.Max(1, length);
        }
    }

    // The number of groups of the longest card number that begins with that group; 0 for none.
    private static int CardAt(string text, IReadOnlyList<DigitGroup> run, int first)
    {
        var start = run[first].Start;
        if (run.Skip(first).Take(Longest).Sum(g => g.Digits.Length) < Shortest
            || OtherNumbers.FollowsLetters(text, start) || OtherNumbers.IsAmountAt(text, start) || (start > 0 && text[start - 1] is '+' or '.'))
        {
            return 0;
        }

        var isCalledCard = Label().IsMatch(text[Math.Max(0, start - LabelWindow)..start]);
        var isCalledOther = !isCalledCard && (OtherNumbers.IsCalledOther(text, start) || OtherNumbers.IsCalledOther(text, run[0].Start));
        var best = 0;
        var digits = "";
        for (var count = 1; first + count <= run.Count && digits.Length <= Longest; count++)
        {
            digits += run[first + count - 1].Digits is { Length: <= Longest } group ? group : new string('0', Longest + 1);
            if (digits.Length is >= Shortest and <= Longest
                && !isCalledOther
                && (isCalledCard || IsIssued(digits))
                && CardGrouping.Of(run, first, count) is var grouping and not CardGrouping.Kind.None
                && (isCalledCard || HasRightDigit(digits, grouping))
                && !OtherNumbers.GoesOnAsDecimal(text, run[first + count - 1].End))
            {
                best = count;
            }
        }

        return best;
    }

    // Ranges of issuers; numbers that begin with a year or a telephone's 1 are order numbers and dates.
    private static bool IsIssued(string digits) =>
        digits[0] is '3' or '4' or '5' or '6' || (digits[0] == '2' && digits[1] is >= '2' and <= '7') || digits[..2] is "81" or "95" or "98" or "99";

    private static bool HasRightDigit(string digits, CardGrouping.Kind grouping) =>
        Luhn(digits) || (grouping == CardGrouping.Kind.AsOnCards && digits.Length is 16 or 19 && digits.StartsWith("62", StringComparison.Ordinal));

    private static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = digits[digits.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? value : value * 2 > 9 ? (value * 2) - 9 : value * 2;
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(
        @"((?<!(会员|礼品|购物|学生|校园|交通|就诊|积分|手机|电话|贵宾|vip) ?)卡号|银行卡号?|银联卡?|储蓄卡号?|信用卡号?码?|(?<!(gift|sim|membership|member|loyalty|library|student|travel) )(?<![a-z])card (number|no\.?|num)|unionpay( card)?)[\s:#=(]{0,3}(是|为|系|係|is|was)?[\s:#=(\[]{0,3}$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Label();
}
