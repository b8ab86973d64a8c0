using System.Globalization;

namespace MimeKit.Internal;

/// <summary>Reads dates as mails write them (RFC 5322 3.3 and 4.3), tolerantly.</summary>
internal static class DateParser
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0, ["EDT"] = -400, ["EST"] = -500, ["CDT"] = -500, ["CST"] = -600,
        ["MDT"] = -600, ["MST"] = -700, ["PDT"] = -700, ["PST"] = -800, ["CET"] = 100, ["CEST"] = 200, ["JST"] = 900,
    };

    public static bool TryParse(string text, out DateTimeOffset date)
    {
        int? day = null, month = null, year = null, zone = null;
        TimeSpan? time = null;
        foreach (var token in Tokens(text))
        {
            if (token.Contains(':', StringComparison.Ordinal))
            {
                time ??= Time(token);
            }
            else if (IsZone(token) && time is not null)
            {
                zone ??= Zone(token);
            }
            else if (token.Length >= 3 && Array.FindIndex(Months, m => token.StartsWith(m, StringComparison.OrdinalIgnoreCase)) is >= 0 and var m)
            {
                month ??= m + 1;
            }
            else if (int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                (day, year) = day is null && number < 32 && token.Length < 3 ? (number, year) : (day, year ?? Year(number, token.Length));
            }
        }

        date = default;
        if (day is null or 0 || month is null || year is null or 0 || day > DateTime.DaysInMonth(year.Value, month.Value))
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
        }

        var offset = TimeSpan.FromMinutes(((zone ?? 0) / 100 * 60) + ((zone ?? 0) % 100));
        var local = new DateTime(year.Value, month.Value, day.Value, 0, 0, 0, DateTimeKind.Unspecified) + (time ?? TimeSpan.Zero);
        if (offset.Duration() > TimeSpan.FromHours(14) || local.Year < 2 || local.Year > 9998)
        {
            return false;
        }

        date = new DateTimeOffset(local, offset);
        return true;
    }

    private static IEnumerable<string> Tokens(string text)
    {
        var depth = 0;
        var clean = string.Concat(text.Take(200).Select(c =>
        {
            depth += c == '(' ? 1 : 0;
            var keep = depth == 0;
            depth -= c == ')' && depth > 0 ? 1 : 0;
            return keep ? c : ' ';
        }));
        var tokens = clean.Split([' ', '\t', '\r', '\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        return tokens.SelectMany(t => t.Count(c => c == '-') == 2 && !t.Contains(':', StringComparison.Ordinal) ? t.Split('-') : [t]);
    }

    private static bool IsZone(string token) => token[0] is '+' or '-' || Zones.ContainsKey(token);

    private static int? Zone(string token) =>
        Zones.TryGetValue(token, out var named) ? named
        : int.TryParse(token.Replace(":", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 10000 ? number
        : null;

    private static TimeSpan? Time(string token)
    {
        var parts = token.Split(':');
        var values = parts.Take(3).Select(p => double.TryParse(p, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var v) ? v : -1).ToArray();
        return values.Length < 2 || values[0] is < 0 or > 23 || values[1] is < 0 or > 59 || (values.Length > 2 && values[2] is < 0 or >= 61)
            ? null
            : new TimeSpan((int)values[0], (int)values[1], Math.Min(59, values.Length > 2 ? (int)values[2] : 0));
    }

    private static int? Year(int number, int length) => length switch
    {
        <= 2 => number < 50 ? 2000 + number : 1900 + number,
        3 => 1900 + number,
        _ => number is > 0 and < 9999 ? number : null,
    };
}
