using System.Globalization;
using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Facts;

/// <summary>Finds everything in a text that could be an amount of money.</summary>
internal static partial class MoneyCandidates
{
    private const int Most = 300;
    // Not 几十 or 十几, nor 七八百, which are about so much.
    private const string Chinese = "(?<![几数好" + ChineseNumber.Characters + "])(?![一二三四五六七八九]{2}[十百千万])[" + ChineseNumber.Characters + "]{1,14}(?!几|[" + ChineseNumber.Characters + "])";
    private const string Number = "(?<amount>" + WrittenNumber.Digits + "|" + Chinese + "|(?<![a-z])" + EnglishNumber.Pattern + "(?![a-z]))";
    private const string Scale = "(?<more>多|余|来)?(?:\\s?(?<scale>万|千|百|亿|[kw](?![a-z0-9]))(?:\\s?(?<tail>(?<=[万千]\\s?)[1-9])(?![0-9.,万千百]|\\s?[个次笔天点月号日年人位]))?)?(?<more>多|余|来|整)?";

    /// <summary>The candidates in order, none within what is known to be something else.</summary>
    public static IReadOnlyList<Money> Find(FactText text, IReadOnlyList<TextSpan> taken)
    {
        List<Money> found = [];
        foreach (var pattern in (Regex[])[CurrencyFirst(), AmountFirst(), SmallChange(), Bare()])
        {
            var candidates = pattern.Matches(text.Folded).Take(Most)
                .Where(m => !taken.Any(t => t.Overlaps(Span(m))) && !found.Exists(f => f.Place.Overlaps(Span(m))))
                .Select(Of).OfType<Money>().ToList();
            found.AddRange(candidates);
        }

        return [.. found.OrderBy(f => f.Place.Start)];
    }

    private static TextSpan Span(Match match) => new(match.Index, match.Length);

    private static Money? Of(Match match)
    {
        var (written, cents) = (match.Groups["amount"].Value, match.Groups["cents"].Value);
        var amount = WrittenNumber.Read(written, ScaleOf(match.Groups["scale"].Value));
        if (amount is not null && match.Groups["tail"] is { Success: true } tail)
        {
            // "1万2" is 12,000, as in "一万二".
            amount = Sum(amount, (tail.Value[0] - '0') * ScaleOf(match.Groups["scale"].Value) / 10);
        }

        var sign = match.Groups["currency"].Value.TrimEnd();
        var unit = match.Groups["small"].Value;
        if (amount is null || (cents.Length > 0 && amount.Contains('.', StringComparison.Ordinal)))
        {
            return amount is null ? null : Make(amount);
        }

        return unit.Length > 0
            ? WrittenNumber.Read(written, unit is "毛" or "角" ? 0.1m : 0.01m) is { } small ? Make(small) : null
            : Make(cents.Length > 0 ? $"{amount}.{Cents(cents)}" : amount);

        Money Make(string value) => new(value, Currencies.Code(match.Groups["second"].Value) ?? Currencies.Code(sign), Span(match))
        {
            Sign = unit.Length > 0 ? unit : sign.Length == 0 && Note().IsMatch(written) ? "quid" : sign,
            IsRound = match.Groups["scale"].Length > 0 || match.Groups["more"].Length > 0,
            Form = !char.IsAsciiDigit(written[0]) ? NumberForm.Words : written.Any(c => c is ',' or '.') ? NumberForm.Marked : NumberForm.Digits,
        };
    }

    private static string Sum(string amount, decimal more) =>
        (decimal.Parse(amount, CultureInfo.InvariantCulture) + more).ToString("0.##", CultureInfo.InvariantCulture);

    private static decimal ScaleOf(string scale) => scale switch
    {
        "亿" => 100_000_000m,
        "万" or "w" => 10_000m,
        "千" or "k" => 1_000m,
        "百" => 100m,
        _ => 1m,
    };

    // "19块9" is 19.9, "6 pounds 50" is 6.50, "three pounds eighty" 3.80.
    private static string Cents(string written) =>
        char.IsAsciiDigit(written[0]) ? written : WrittenNumber.Read(written) ?? "0";

    [GeneratedRegex("(?:tenner|fiver|grand)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Note();

    [GeneratedRegex(
        "(?<currency>" + Currencies.Before + ")[ :]{0,2}" + Number + "(?![0-9]|[.,][0-9])" + Scale + "(?:块|元)?(?: ?(?<second>" + Currencies.Codes + "|hk|nz|us)(?![a-z]))?",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex CurrencyFirst();

    [GeneratedRegex(
        "(?<![0-9a-z*#_/-]|[0-9][.,:])" + Number + "(?![0-9]|[.,][0-9])" + Scale + ",?\\s?(?<currency>" + Currencies.After + ")"
        + "((?<=块)(?<cents>[0-9]{1,2}|[一二三四五六七八九])(?![0-9" + ChineseNumber.Characters + "个次笔条月日号分小天张位人杯])|(?<=pounds?|quid|dollars?|euros?|ringgit|francs?|bucks?|rand) (?<cents>[0-9]{2}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?)(?![0-9a-z%:]))?",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex AmountFirst();

    [GeneratedRegex(
        "(?<![0-9a-z*#_/块" + ChineseNumber.Characters + "-]|[0-9][.,:])(?<amount>[0-9]{1,2}|[一二两三四五六七八九])\\s?(?<small>毛|角(?=钱)|分钱(?!没|不|都|也)| ?pence(?![a-z])|(?<=[0-9])p(?![a-z0-9])| ?cents?(?![a-z]))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex SmallChange();

    [GeneratedRegex(
        "(?<![0-9a-z*#_/@%第初]|[0-9][.,:]|[^\\s]-)" + Number + "(?![0-9]|[.,:][0-9])" + Scale,
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Bare();
}
