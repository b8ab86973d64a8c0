namespace Mailroom.Core.Understanding.Facts;

/// <summary>Reads numbers written in Chinese characters, up to the ten thousands: 三千五百, 两万, 一百零五.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The value; null when the text is no such number.</summary>
    public static decimal? Value(string text)
    {
        decimal total = 0, section = 0, digit = 0;
        foreach (var c in text)
        {
            var value = c is '两' or '兩' ? 2 : Digits.IndexOf(c, StringComparison.Ordinal);
            var unit = c switch { '十' => 10m, '百' => 100m, '千' => 1_000m, '万' or '萬' => 10_000m, _ => 0m };
            switch (value, unit)
            {
                case ( >= 0, _):
                    digit = value;
                    break;
                case (_, 10_000m):
                    total += (section + digit) * unit;
                    (section, digit) = (0, 0);
                    break;
                case (_, > 0):
                    section += (digit == 0 ? 1 : digit) * unit;
                    digit = 0;
                    break;
                default:
                    return null;
            }
        }

        return total + section + digit is var number and > 0 ? number : null;
    }
}
