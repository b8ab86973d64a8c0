using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>Finds bank accounts: where they are called so, and IBANs by their check digits (ISO 13616).</summary>
internal static partial class BankAccounts
{
    private const int Shortest = 8;

    private static readonly FrozenDictionary<string, int> IbanLengths = (
        "ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 br29 ch21 cr22 cy28 cz24 de22 dk18 do28 ee20 eg29 es24 fi18 fo18 fr27 gb22 ge22 gi23 gl18 gr27 "
        + "hr21 hu28 ie22 il23 is26 it27 jo30 kw30 kz20 lb28 li21 lt20 lu20 lv21 mc27 md24 me22 mk19 mt31 mu30 nl18 no15 pk24 pl28 pt25 qa29 ro24 rs22 "
        + "sa24 se24 si19 sk24 sm27 tn24 tr26 ua29 vg24 xk20").Split(' ').ToFrozenDictionary(c => c[..2], c => int.Parse(c.AsSpan(2), CultureInfo.InvariantCulture));

    /// <summary>The accounts of a folded text.</summary>
    public static IEnumerable<Finding> Find(string text) =>
        Labelled().Matches(text).Select(m => m.Groups["value"]).Where(v => IsAccount(text, v)).Select(v => Of(v.Index, v.Length, v.Value))
            .Concat(SortCode().Matches(text).Select(m => m.Groups["value"]).Select(v => new Finding(v.Index, v.Index + v.Length, RedactedKind.Account, Masks.Account)))
            .Concat(IbanStart().Matches(text).Select(m => m.Index).Select(at => (at, length: IbanLength(text, at))).Where(i => i.length > 0)
                .Select(i => Of(i.at, i.length, text.Substring(i.at, i.length))));

    private static Finding Of(int start, int length, string written)
    {
        var digits = Masks.Digits(written);
        return new Finding(start, start + length, RedactedKind.Account, Masks.Account + (digits.Length < 4 ? "" : digits[^4..]));
    }

    private static bool IsAccount(string text, Group value) =>
        Masks.Digits(value.Value) is { Length: >= Shortest } digits && !Mobile().IsMatch(digits) && !OtherNumbers.IsDate(value.Value) && !OtherNumbers.GoesOnAsDecimal(text, value.Index + value.Length);

    // The length of the IBAN as it is written there; 0 for none. Spaces stand alone in it.
    private static int IbanLength(string text, int start)
    {
        if (!IbanLengths.TryGetValue(text.Substring(start, 2), out var signs))
        {
            return 0;
        }

        var (end, read, remainder) = (start, 0, 0);
        while (end < text.Length && read < signs && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] == ' ' && text[end - 1] != ' ')))
        {
            read += text[end] == ' ' ? 0 : 1;
            remainder = read > 4 && text[end] != ' ' ? Append(remainder, text[end]) : remainder;
            end++;
        }

        // The country and the check digits come last in the sum.
        var isWhole = read == signs && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end]));
        return isWhole && text.Substring(start, 4).Aggregate(remainder, Append) == 1 ? end - start : 0;
    }

    private static int Append(int remainder, char c) =>
        char.IsAsciiDigit(c) ? ((remainder * 10) + c - '0') % 97 : ((remainder * 100) + c - 'a' + 10) % 97;

    // Many call their telephone number their account: it is what they sign in with.
    [GeneratedRegex("^(86)?1[3-9][0-9]{9}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mobile();

    [GeneratedRegex(
        @"(账号|账户|户口|存折|(?<![a-z])(account|acct|acc)|(?<![a-z])a/c)(号码|号| ?(number|no\.?|num|#))?[\s:#=(是为系係]{0,4}(is )?(?<value>[0-9]([ \v-]?[0-9]){7,29})(?![0-9a-z])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"(?<![a-z])sort[ -]?code[\s:=]{0,3}(is )?(?<value>[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2})(?![0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SortCode();

    [GeneratedRegex(@"(?<![a-z0-9])[a-z]{2}[0-9]{2} ?[a-z0-9]{4}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IbanStart();
}
