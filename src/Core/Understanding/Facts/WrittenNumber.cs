using System.Globalization;

namespace Mailroom.Core.Understanding.Facts;

/// <summary>Reads a number as people write it, in digits, Chinese characters or English words.</summary>
internal static class WrittenNumber
{
    /// <summary>A number in digits, as a pattern: 1,280.50, 1.500,00, 1 280,50, 12,00,000, 42,90.</summary>
    public const string Digits =
        "(?<=(?<![a-z])r)[0-9]{1,3}(?: [0-9]{3}){1,3}(?![0-9])|[0-9]{1,3}(?:[,'][0-9]{2,3}){0,4}[,'][0-9]{3}(?:\\.[0-9]{1,2})?|[0-9]{1,3}(?:\\.[0-9]{3}){1,4},[0-9]{2}"
        + "|[0-9]{1,3}(?:\\.[0-9]{3}){1,4}(?=\\s?(?:€|eur))|[0-9]{1,3}(?: [0-9]{3}){1,4},[0-9]{2}|[0-9]{1,9}(?:[.,][0-9]{1,2})?";

    /// <summary>The number in digits with a point for decimals, as many as were written; null when it is none.</summary>
    public static string? Read(string written, decimal scale = 1)
    {
        var plain = char.IsAsciiDigit(written[0]) ? Plain(written) : null;
        var value = plain is not null
            ? decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null
            : ChineseNumber.Digit(written[0]) >= 0 || written[0] is '十' or '拾' or '廿' or '卅' ? ChineseNumber.Value(written) : EnglishNumber.Value(written);
        return value switch
        {
            null or <= 0 => null,
            _ when scale == 1 && plain is not null => plain,
            { } known => (known * scale).ToString("0.##", CultureInfo.InvariantCulture),
        };
    }

    // The last mark is the decimal one when both occur, or when no group of three follows it.
    private static string Plain(string written)
    {
        var bare = written.Replace("'", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        var (comma, point) = (bare.LastIndexOf(','), bare.LastIndexOf('.'));
        var decimals = comma > point ? (bare.Length - comma - 1 == 3 ? -1 : comma) : bare.Length - point - 1 == 3 ? -1 : point;
        return string.Concat(bare.Select((c, i) => i == decimals ? "." : char.IsAsciiDigit(c) ? c.ToString() : ""));
    }
}
