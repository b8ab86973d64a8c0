using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>
/// Finds identity numbers: mainland resident ids by their check character (GB 11643, ISO 7064 MOD 11-2), the old ones of 15 digits by region
/// and birthday, Hong Kong ids by their form, and any of these, passports and travel permits where they are called so.
/// </summary>
internal static partial class IdentityNumbers
{
    private const string CheckCharacters = "10x98765432";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The identity numbers of a folded text.</summary>
    public static IEnumerable<Finding> Find(string text) =>
        Resident().Matches(text).Where(m => IsResidentId(m.Value))
            .Concat(OldResident().Matches(text).Where(m => IsBirthday("19" + m.Value[6..12]) && !OtherNumbers.IsCalledOther(text, m.Index) && !OtherNumbers.IsAmountAt(text, m.Index)))
            .Concat(HongKong().Matches(text))
            .Concat(Labelled().Matches(text))
            .Concat(Passport().Matches(text))
            .Select(m => m.Groups["value"])
            .Select(v => new Finding(v.Index, v.Index + v.Length, RedactedKind.Identity, Masks.Identity));

    private static bool IsResidentId(string candidate)
    {
        var id = string.Concat(candidate.Where(char.IsAsciiLetterOrDigit));
        return IsBirthday(id[6..14]) && CheckCharacters[Weights.Select((w, i) => w * (id[i] - '0')).Sum() % 11] == id[^1];
    }

    private static bool IsBirthday(string day) =>
        day[..2] is "19" or "20" && string.CompareOrdinal(day, 4, "01", 0, 2) >= 0 && string.CompareOrdinal(day, 4, "12", 0, 2) <= 0
        && string.CompareOrdinal(day, 6, "01", 0, 2) >= 0 && string.CompareOrdinal(day, 6, "31", 0, 2) <= 0;

    [GeneratedRegex(
        @"(?<![0-9])(?<value>(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|[78]1|8[23])([ \v-]?[0-9]){15}[ \v-]?[0-9x])(?![0-9a-z])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Resident();

    [GeneratedRegex(
        @"(?<![0-9a-z.*+-])(?<value>(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|[78]1|8[23])[0-9]{13})(?![0-9a-z.])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex OldResident();

    [GeneratedRegex(@"(?<![a-z0-9])(?<value>[a-z]{1,2}[0-9]{6} ?\([0-9a]\))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HongKong();

    [GeneratedRegex(
        @"(身[份分]证|证件|(?<![a-z])(hkid|(id|identity) card|(?<!(order|transaction|txn|merchant|user|case|terminal|payment|device|customer) )id(?= (number|no))))(号码|号| ?(number|no\.?))?[\s:=(是为系係]{0,4}(is )?(?<value>[1-8]([ \v-]?[0-9]){13,17}[ \v-]?[0-9x]|[a-z]{1,2}[0-9]{6,7}a?)(?![0-9a-z])|(?<![a-z])(ssn|social security( number)?)[\s:]{0,2}(is )?(?<value>[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{4})(?![0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Labelled();

    [GeneratedRegex(
        @"(护照|通行证|回乡证|台胞证|(?<![a-z])passport)(号码|号| ?(number|no\.?|num))?[\s:#=(是为系係]{0,4}(is )?(?<value>[a-z]{0,2}[0-9]{6,11})(?![0-9a-z])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Passport();
}
