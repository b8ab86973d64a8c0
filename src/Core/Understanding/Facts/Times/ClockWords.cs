using System.Globalization;
using NodaTime;

namespace Mailroom.Core.Understanding.Facts.Times;

/// <summary>Hours of a day: from and until in minutes since midnight, and whether it is not said if before or after noon.</summary>
internal sealed record ClockHours(int From, int Until, bool IsOpen)
{
    private const int Noon = 12 * 60;
    private const int Day = 24 * 60;

    /// <summary>On a day; at night what is after midnight belongs to the evening before.</summary>
    public LocalRange On(LocalDate day, bool isNight)
    {
        // Nobody says 昨晚两点 of an afternoon, nor "three" without more of the small hours.
        var shift = isNight && From < 6 * 60 ? Day : isNight && IsOpen && From >= 12 * 60 && From < 13 * 60 ? Noon : isNight && IsOpen && From < Noon ? Noon : !isNight && IsOpen && From < 7 * 60 ? Noon : 0;
        return new(day.AtMidnight().PlusMinutes(From + shift), day.AtMidnight().PlusMinutes(Until + shift));
    }

    /// <summary>The last time before a moment that the clock showed this.</summary>
    public LocalRange Latest(LocalDateTime now)
    {
        var day = now.Date.AtMidnight();
        int[] shifts = IsOpen && From < 13 * 60 ? [Noon, 0, Noon - Day, -Day] : [0, -Day];
        var shift = shifts.First(s => day.PlusMinutes(From + s) <= now);
        return new(day.PlusMinutes(From + shift), day.PlusMinutes(Until + shift));
    }
}

/// <summary>Reads clock times and parts of the day.</summary>
internal static class ClockWords
{
    /// <summary>The hours that the words of a phrase say; null when they say none.</summary>
    public static ClockHours? Of(IReadOnlyList<TimeAtom> atoms)
    {
        var part = atoms.Select(PartOf).FirstOrDefault(p => p.Length > 0) ?? "";
        var clock = atoms.FirstOrDefault(a => a.Kind == TimeKind.Clock);
        return clock is not null ? Clock(clock, part) : Part(part) is { } hours ? new ClockHours(hours.From * 60, hours.Until * 60, false) : null;
    }

    /// <summary>A number in digits, Chinese characters or an English word; null when it is none.</summary>
    public static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
        : text is "零" or "" ? (text.Length > 0 ? 0 : null)
        : (int?)(ChineseNumber.Value(text) ?? EnglishNumber.Value(text));

    private static string PartOf(TimeAtom atom) =>
        atom["part"] is { Length: > 0 } part ? part
        : atom.Kind == TimeKind.Day && atom["day"] is "this morning" or "今早" or "今晨" or "今朝" or "昨早" or "明早" ? "早上"
        : atom.Kind == TimeKind.Day && atom["day"] == "this afternoon" ? "下午"
        : atom.Kind == TimeKind.Day && atom["day"] == "this evening" ? "晚上"
        : "";

    private static ClockHours? Clock(TimeAtom clock, string part)
    {
        if ((clock["hour"] is "midnight" or "noon" ? (clock["hour"] == "noon" ? 12 : 24) : Number(clock["hour"])) is not { } hour)
        {
            return null;
        }

        var minute = Minute(clock);
        var (from, width) = (hour * 60, 0);
        switch (clock["side"], clock["more"])
        {
            case ("to" or "before", _):
                from -= minute ?? 0;
                break;
            case (_, { Length: > 0 }):
                width = 60;
                break;
            default:
                from += minute ?? 0;
                break;
        }

        var (isAfternoon, isMorning) = (Afternoon(clock["half"], part), Morning(clock["half"], part));
        from = isAfternoon && from < 12 * 60 ? from + (12 * 60) : isMorning && from >= 12 * 60 && from < 13 * 60 ? from - (12 * 60) : from;
        var isDigital = clock.Match.Value.AsSpan().IndexOfAny(":.") >= 0 && clock["half"].Length == 0;
        return new ClockHours(from, from + width, !isAfternoon && !isMorning && !isDigital && from < 13 * 60 && from > 0);
    }

    private static int? Minute(TimeAtom clock) => (clock["minute"], clock["half"], clock["quarter"]) switch
    {
        ("half", _, _) or (_, "半", _) => 30,
        ("quarter" or "a quarter", _, _) => 15,
        (_, _, [var count, '刻']) => ChineseNumber.Digit(count) * 15,
        ({ Length: > 0 } minute, _, _) => Number(minute.TrimStart('零').TrimEnd('几', '多')),
        _ => null,
    };

    private static bool Afternoon(string half, string part) =>
        half.StartsWith('p') || (half is "" or "半" && part is "下午" or "傍晚" or "晚上" or "夜里" or "晚间" or "夜间" or "夜晚" or "深夜" or "午后" or "晏昼" or "中午" or "正午" or "晚高峰"
            or "afternoon" or "evening" or "night" or "teatime" or "tea time" or "lunchtime" or "lunch time");

    private static bool Morning(string half, string part) =>
        half.StartsWith('a') || (half is "" or "半" && part is "凌晨" or "清晨" or "清早" or "大清早" or "一大早" or "一早" or "早上" or "早晨" or "朝早" or "上午" or "早高峰" or "半夜" or "午夜" or "morning");

    private static (int From, int Until)? Part(string part) => part switch
    {
        "凌晨" => (0, 6),
        "清晨" or "清早" or "大清早" or "一大早" or "一早" or "早上" or "早晨" or "朝早" or "早间" => (5, 12),
        "早高峰" => (7, 10),
        "上午" => (8, 12),
        "morning" => (5, 12),
        "中午" or "正午" or "午时" or "lunchtime" or "lunch time" or "lunch" => (11, 14),
        "noon" or "midday" => (12, 12),
        "下午" or "午后" or "晏昼" or "afternoon" => (12, 18),
        "傍晚" or "teatime" or "tea time" or "tea" => (16, 19),
        "晚高峰" or "rush hour" => (17, 20),
        "晚上" or "夜里" or "夜晚" or "晚间" or "夜间" or "evening" or "dinnertime" or "dinner" or "supper" => (18, 24),
        "深夜" or "半夜" or "午夜" or "night" or "overnight" => (22, 30),
        "midnight" or "零点" => (24, 24),
        "breakfast" or "早饭" or "早餐" => (6, 10),
        _ => null,
    };
}
