using Mailroom.Core.Policy;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>Finds telephone numbers that begin with a plus, or with 00 and a country code (ITU-T E.164: at most 15 digits).</summary>
internal static class InternationalNumbers
{
    private const int Shortest = 8;
    private const int Longest = 15;
    private const int WidestSeparator = 2;
    private const string Separators = " .-()\v";

    // Country codes whose numbers have one length, which tells where a number ends; 0 for others.
    private static readonly (string Code, int Length)[] Countries =
    [
        ("852", 8), ("853", 8), ("886", 9), ("86", 11), ("65", 8), ("44", 10), ("61", 9), ("33", 9), ("81", 0), ("82", 0), ("60", 0), ("49", 0), ("1", 10), ("7", 10),
    ];

    /// <summary>The numbers of a folded text.</summary>
    public static IEnumerable<Finding> Find(string text, RedactionPolicy policy)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsBeginning(text, i) && EndOf(text, i) is var end && end > i)
            {
                var digits = Masks.Digits(text[i..end]);
                yield return new Finding(i, end, RedactedKind.Phone, PhoneMasks.Of(Country(digits.TrimStart('0')), digits, policy));
                i = end - 1;
            }
        }
    }

    private static bool IsBeginning(string text, int at) =>
        (at == 0 || !(char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '+' or '*' or '.'))
        && (text[at] == '+'
            || (string.CompareOrdinal(text, at, "00", 0, 2) == 0 && Array.Exists(Countries, c => c.Length > 0 && string.CompareOrdinal(text, at + 2, c.Code, 0, c.Code.Length) == 0)));

    // The place behind the number; the beginning when it is none.
    private static int EndOf(string text, int start)
    {
        var (digits, gap, dots, groups) = ("", 0, 0, 0);
        var best = start;
        for (var i = text[start] == '+' ? start + 1 : start + 2; i < text.Length && gap <= WidestSeparator; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                groups += gap > 0 || digits.Length == 0 ? 1 : 0;
                dots += gap == 1 && text[i - 1] == '.' ? 1 : 0;
                gap = 0;
                digits += text[i];
                var end = i + 1;
                var isWhole = end == text.Length || !char.IsAsciiDigit(text[end]);
                if (digits.Length > Longest)
                {
                    break;
                }

                if (isWhole && digits.Length >= Shortest && (dots == 0 || (dots == groups - 1 && groups >= 3)))
                {
                    best = end;
                    if (IsComplete(digits))
                    {
                        break;
                    }
                }
            }
            else if (Separators.Contains(text[i], StringComparison.Ordinal))
            {
                gap++;
            }
            else
            {
                break;
            }
        }

        return best > start && digits[0] != '0' && !OtherNumbers.GoesOnAsDecimal(text, best) ? best : start;
    }

    private static bool IsComplete(string digits) =>
        Array.Exists(Countries, c => c.Length > 0 && digits.Length == c.Code.Length + c.Length && digits.StartsWith(c.Code, StringComparison.Ordinal));

    private static string Country(string digits) =>
        Array.Find(Countries, c => digits.StartsWith(c.Code, StringComparison.Ordinal)).Code ?? "";
}
