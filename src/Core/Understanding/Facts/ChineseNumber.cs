namespace Mailroom.Core.Understanding.Facts;

/// <summary>Reads numbers written in Chinese characters: 三千五百, 两万, 一百零五, 四万二, 壹仟伍佰.</summary>
internal static class ChineseNumber
{
    /// <summary>The characters of such numbers, for a class in a pattern.</summary>
    public const string Characters = "零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟廿卅";

    private const string Digits = "零一二三四五六七八九";
    private const string FormalDigits = "〇壹贰叁肆伍陆柒捌玖";

    /// <summary>The value of one digit; -1 when it is none.</summary>
    public static int Digit(char c) =>
        c is '两' or '兩' ? 2 : Math.Max(Digits.IndexOf(c, StringComparison.Ordinal), FormalDigits.IndexOf(c, StringComparison.Ordinal));

    /// <summary>The value; null when the text is no such number.</summary>
    /// <remarks>A last digit without its unit counts in the next lower one: 四万二 is 42,000.</remarks>
    public static decimal? Value(string text)
    {
        decimal total = 0, section = 0, digit = 0, lastUnit = 1;
        foreach (var c in text)
        {
            var (value, unit) = (Digit(c), Unit(c));
            switch (value, unit)
            {
                case ( >= 0, _):
                    lastUnit = value == 0 ? 1 : lastUnit;
                    digit = value;
                    break;
                case (_, 10_000m):
                    total += (section + digit) * unit;
                    (section, digit, lastUnit) = (0, 0, unit);
                    break;
                case (_, > 0):
                    section += (digit == 0 ? 1 : digit) * unit;
                    (digit, lastUnit) = (0, unit);
                    break;
                case (_, _) when c is '廿' or '卅':
                    section += c == '廿' ? 20 : 30;
                    (digit, lastUnit) = (0, 10);
                    break;
                default:
                    return null;
            }
        }

        return total + section + (digit * (lastUnit >= 100 ? lastUnit / 10 : 1)) is var number and > 0 ? number : null;
    }

    private static decimal Unit(char c) => c switch
    {
        '十' or '拾' => 10m,
        '百' or '佰' => 100m,
        '千' or '仟' => 1_000m,
        '万' or '萬' => 10_000m,
        _ => 0m,
    };
}
