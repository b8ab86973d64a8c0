using System.Globalization;
using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Facts;

/// <summary>Finds the amount that a mail is about among all that it names: paid, taken, missing or asked for rather than a balance, limit or price.</summary>
internal static partial class Amounts
{
    private const int Context = 44;
    private const double Enough = 1.9;

    // What is a twentieth of another amount is a fee or a price.
    private const decimal Trifle = 20;

    /// <summary>The amount; null when the text names none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="taken">What is known to be something else: numbers, cards, telephones, times, versions.</param>
    public static Money? Find(FactText text, IReadOnlyList<TextSpan> taken)
    {
        var candidates = MoneyCandidates.Find(text, taken).Where(c => IsPossible(text, c)).ToList();
        var isAboutFees = FeeTopic().IsMatch(text.Folded[..Math.Max(0, text.Folded.IndexOf('\n', StringComparison.Ordinal))]);
        var weighed = candidates.Select(c => (Money: c, Weight: Weigh(text, c, candidates, isAboutFees))).Where(c => c.Money.Sign.Length > 0 || c.Weight.Money >= Enough).ToList();
        var largest = weighed.Select(c => Value(c.Money)).DefaultIfEmpty().Max();
        var best = weighed
            .Select(c => (c.Money, Score: Score(c.Money, c.Weight.Matter, candidates) + (Value(c.Money) * Trifle > largest ? 0 : isAboutFees ? 2 : -2)))
            .OrderByDescending(c => c.Score)
            .ThenBy(c => c.Money.Place.Start)
            .Select(c => c.Money)
            .FirstOrDefault();
        return best is null ? null : best with { Currency = CurrencyOf(text, best, candidates) };
    }

    private static bool IsPossible(FactText text, Money candidate)
    {
        var (before, after) = (text.Before(candidate.Place.Start, Context), text.After(candidate.Place.End, Context));
        return candidate.Sign switch
        {
            "" => IsPossible(candidate) && !AmountCues.Counts(before, after) && !(candidate.Form == NumberForm.Words && Value(candidate) < 100 && Age().IsMatch(before)),
            // "一块" is also "together" and "a piece".
            "块" when candidate.Amount == "1" => candidate.Place.Length > 2 || MoneyBehind().IsMatch(after) || Paying().IsMatch(before),
            "刀" => candidate.Form != NumberForm.Words,
            _ => true,
        };
    }

    // A word alone for less than ten is a count; so is a plain digit.
    private static bool IsPossible(Money candidate) => candidate.Form switch
    {
        NumberForm.Words => candidate.Place.Length >= 2 && Value(candidate) >= 20,
        NumberForm.Digits => candidate.Amount.Length is >= 2 and <= 7 && candidate.Amount[0] != '0',
        NumberForm.Marked => true,
        _ => false,
    };

    private static AmountWeight Weigh(FactText text, Money candidate, List<Money> all, bool isAboutFees)
    {
        var weight = AmountCues.Weigh(text.Before(candidate.Place.Start, Context), text.After(candidate.Place.End, Context), isAboutFees);
        return weight with
        {
            Money = weight.Money + (candidate.Form == NumberForm.Marked || candidate.IsRound ? 1 : 0) + (candidate.Form == NumberForm.Words && candidate.Amount.Length > 2 ? 0.8 : 0)
                + (all.Count(o => Value(o) == Value(candidate)) > 2 ? 2 : 0),
        };
    }

    private static double Score(Money candidate, double matter, List<Money> all) =>
        matter
        + (candidate.Sign.Length > 0 ? 2 : 0)
        + (candidate.Form == NumberForm.Marked ? 1 : 0)
        + (all.Any(o => o != candidate && Value(o) == Value(candidate)) ? 1.5 : 0)
        - (candidate.Place.Start * 0.001);

    private static decimal Value(Money money) => decimal.Parse(money.Amount, CultureInfo.InvariantCulture);

    // Its own; else the one that the same amount has elsewhere; else the only one that the text names.
    private static string? CurrencyOf(FactText text, Money chosen, List<Money> all)
    {
        var sign = chosen.Sign.Length > 0
            ? chosen
            : all.Find(o => o.Sign.Length > 0 && Value(o) == Value(chosen))
                ?? (all.Where(o => o.Sign.Length > 0).Select(o => o.Currency).Distinct().Count() == 1 ? all.Find(o => o.Sign.Length > 0)! : chosen);
        return sign.Sign is "元" or "块" or "块钱" or "$" or "圆" && Region(text) is { } local ? local : sign.Currency;
    }

    // A plain 元 or $ in traditional characters is not mainland money: what else is written tells whose.
    private static string? Region(FactText text) =>
        !Traditional(text) ? null : HongKong().IsMatch(text.Original) ? "HKD" : Macau().IsMatch(text.Folded) ? "MOP" : Mainland().IsMatch(text.Folded) ? null : "TWD";

    private static bool Traditional(FactText text)
    {
        var count = 0;
        for (var i = 0; i < text.Folded.Length && count < 3; i++)
        {
            count += text.Original[i] >= '\u4e00' && text.Original[i] < '\uA000' && text.Folded[i] != text.Original[i] ? 1 : 0;
        }

        return count >= 3;
    }

    [GeneratedRegex("手续费|服务费|通道费|收费|费用|扣费|汇率|\\bfees?\\b|commission|charge|arithmetic", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FeeTopic();

    [GeneratedRegex("(?:我|他|她|今年|都|快)$|i'm $|aged? $|turned $|i am $", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Age();

    [GeneratedRegex("^(?:钱|[一二两三四五六七八九0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MoneyBehind();

    [GeneratedRegex("(?:扣|付|收|退|花|少|多|转|充)了?我?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Paying();

    [GeneratedRegex("香港|港幣|港元|HK\\$|HKD|蚊|八達通|恒生|匯豐|佢|哋|嚟|噚|尋日|尋晚|琴日|唔|咗|嘅|喺|過數|港鐵", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HongKong();

    [GeneratedRegex("澳门|mop", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Macau();

    [GeneratedRegex("人民币|rmb|cny|淘宝|大陆", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mainland();
}
