namespace Mailroom.Core.Understanding.Redaction;

/// <summary>Redacts payment card numbers: 12 to 19 digits of a known issuer range with a right Luhn digit (ISO/IEC 7812-1).</summary>
internal static class CardNumbers
{
    private const int Shortest = 12;
    private const int Longest = 19;

    private static readonly string[] CardWords = ["card", "no", "number", "visa", "mastercard", "amex", "unionpay", "pan"];

    /// <summary>The text with its card numbers but for their last four digits.</summary>
    public static string Redact(string text) => DigitRuns.Replace(text, Cards);

    private static List<Replacement> Cards(string text, IReadOnlyList<DigitGroup> run)
    {
        List<Replacement> found = [];
        var i = 0;
        while (i < run.Count)
        {
            var length = CardAt(text, run, i);
            if (length > 0)
            {
                found.Add(new Replacement(run[i].Start, run[i + length - 1].End, Masks.Card + run[i + length - 1].Digits[^4..]));
            }

            i += Math.Max(1, length);
        }

        return found;
    }

    // The number of groups of the longest card number that begins with that group; 0 for none.
    private static int CardAt(string text, IReadOnlyList<DigitGroup> run, int first)
    {
        if (FollowsLetters(text, run[first].Start))
        {
            return 0;
        }

        var best = 0;
        var digits = "";
        for (var count = 1; first + count <= run.Count && digits.Length <= Longest; count++)
        {
            digits += run[first + count - 1].Digits is { Length: <= Longest } group ? group : new string('0', Longest + 1);
            if (digits.Length is >= Shortest and <= Longest
                && run[first + count - 1].Digits.Length >= 4
                && (count == 1 || run[first].Digits.Length is 4 or 6)
                && IsCard(digits))
            {
                best = count;
            }
        }

        return best;
    }

    // "TXN4200001234567895" is an order number whatever its check digit says; "card4111..." is a card.
    private static bool FollowsLetters(string text, int start)
    {
        var word = start;
        while (word > 0 && char.IsAsciiLetter(text[word - 1]) && start - word < 12)
        {
            word--;
        }

        return word < start && !CardWords.Contains(text[word..start].ToLowerInvariant(), StringComparer.Ordinal);
    }

    // Ranges of issuers; numbers that begin with a year or a telephone's 1 are order numbers and dates.
    private static bool IsCard(string digits) =>
        (digits[0] is '3' or '4' or '5' or '6' || (digits[0] == '2' && digits[1] is >= '2' and <= '7') || digits[..2] is "81" or "95" or "98" or "99")
        && Luhn(digits);

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
}
