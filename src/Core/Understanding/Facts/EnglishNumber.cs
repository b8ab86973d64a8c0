using System.Collections.Frozen;

namespace Mailroom.Core.Understanding.Facts;

/// <summary>Reads numbers written in English words: thirty-five, four hundred and twelve, two grand.</summary>
internal static class EnglishNumber
{
    /// <summary>The words of such numbers, as a pattern.</summary>
    public const string Word =
        "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
        + "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|grand|tenner|fiver)";

    /// <summary>A number, as a pattern.</summary>
    public const string Pattern = "(?:a (?=hundred|thousand|grand|tenner|fiver))?" + Word + "(?:[ -](?:and )?" + Word + "){0,7}";

    private static readonly FrozenDictionary<string, int> Values = (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen").Split(' ')
        .Select((word, i) => (word, Value: i + 1))
        .Concat("twenty thirty forty fifty sixty seventy eighty ninety".Split(' ').Select((word, i) => (word, Value: (i + 2) * 10)))
        .Append((word: "tenner", Value: 10)).Append((word: "fiver", Value: 5))
        .ToFrozenDictionary(p => p.word, p => p.Value);

    /// <summary>The value; null when the text is no such number.</summary>
    public static decimal? Value(string text)
    {
        decimal total = 0, section = 0;
        foreach (var word in text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => w is not ("and" or "a")))
        {
            switch (word)
            {
                case "hundred":
                    section = (section == 0 ? 1 : section) * 100;
                    break;
                case "thousand" or "grand":
                    total += (section == 0 ? 1 : section) * 1_000;
                    section = 0;
                    break;
                default:
                    if (!Values.TryGetValue(word, out var value))
                    {
                        return null;
                    }

                    section += value;
                    break;
            }
        }

        return total + section is var number and > 0 ? number : null;
    }
}
