using System.Globalization;
using NodaTime;

namespace Mailroom.Core.Understanding.Facts.Times;

/// <summary>Reads dates, weekdays and days counted from today, seen from the day of writing.</summary>
internal static class DayWords
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"];

    /// <summary>The days that a word says; null when it says none.</summary>
    public static DayRange? Of(TimeAtom atom, LocalDate today) => atom.Kind switch
    {
        TimeKind.Day => Counted(atom["day"]) is { } offset ? DayRange.One(today.PlusDays(offset)) : null,
        TimeKind.Week => Week(atom, today),
        TimeKind.Date => Date(atom, today),
        TimeKind.Feast => Feasts.Of(atom["feast"], today) is { } feast ? DayRange.One(feast.PlusDays(atom["shift"] is "前一天" or "前天" or "前夕" ? -1 : atom["shift"] is "后一天" or "后天" ? 1 : 0)) : null,
        TimeKind.Part or TimeKind.Clock or TimeKind.Ago or TimeKind.Lasting or TimeKind.Now => null,
        _ => throw new ArgumentOutOfRangeException(nameof(atom), atom.Kind, "No row reads this kind of word."),
    };

    /// <summary>The whole of a day.</summary>
    public static LocalRange Whole(LocalDate day) => new(day.AtMidnight(), day.PlusDays(1).AtMidnight());

    private static int? Counted(string day) => day switch
    {
        "今天" or "今日" or "今儿" or "今儿个" or "今早" or "今晨" or "今朝" or "今晚" or "今夜" or "today" or "tonight" or "earlier today" or "this morning" or "this afternoon" or "this evening" => 0,
        "昨" or "昨天" or "昨日" or "昨儿" or "昨儿个" or "昨晚" or "昨夜" or "昨早" or "寻日" or "噚日" or "琴日" or "寻晚" or "噚晚" or "琴晚" or "yesterday" or "last night" => -1,
        "前天" or "前日" or "前晚" or "前夜" or "the day before yesterday" or "day before yesterday" => -2,
        "大前天" => -3,
        "明天" or "明日" or "明儿" or "明儿个" or "明早" or "明晚" or "听日" or "tomorrow" => 1,
        "后天" => 2,
        "大后天" => 3,
        _ => null,
    };

    private static DayRange? Week(TimeAtom atom, LocalDate today)
    {
        var monday = today.PlusDays(1 - (int)today.DayOfWeek);
        var shift = atom["shift"];
        var ups = shift.Count(c => c == '上');
        if (Weekday(atom["weekday"]) is { } weekday)
        {
            return shift switch
            {
                ['上', ..] => DayRange.One(monday.PlusDays(weekday - 1 - (7 * ups))),
                ['下', ..] or "next" => DayRange.One(monday.PlusDays(weekday - 1 + 7)),
                "本" or "这" or "这个" or "this" => DayRange.One(monday.PlusDays(weekday - 1)),
                ['每', ..] or "every" => null,
                _ => DayRange.One(today.PlusDays(-(((int)today.DayOfWeek - weekday + 6) % 7) - 1)),
            };
        }

        var back = shift is "last" or "previous" or "past" || ups > 0 ? -Math.Max(1, ups) : shift is "next" or ['下', ..] ? 1 : 0;
        return atom["week"] switch
        {
            "week" or "周" or "星期" or "礼拜" => new DayRange(monday.PlusWeeks(back), monday.PlusWeeks(back + 1)),
            "weekend" => shift is "last" or "previous" or "past" or "the" && today.DayOfWeek < IsoDayOfWeek.Saturday
                ? new DayRange(monday.PlusDays(-2), monday)
                : shift is "last" or "previous" or "past" ? new DayRange(monday.PlusDays(-2), monday) : new DayRange(monday.PlusDays(5), monday.PlusDays(7)),
            "month" => Month(today.PlusMonths(back)),
            "year" => new DayRange(new LocalDate(today.Year + back, 1, 1), new LocalDate(today.Year + back + 1, 1, 1)),
            _ => null,
        };
    }

    private static int? Weekday(string word) => word switch
    {
        "" => null,
        [var c] => "一二三四五六日".IndexOf(c is '天' or '末' ? '日' : c, StringComparison.Ordinal) is >= 0 and var i ? (c == '末' ? 6 : i + 1) : null,
        _ => Array.FindIndex(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], d => word.StartsWith(d, StringComparison.Ordinal)) + 1,
    };

    private static DayRange? Date(TimeAtom atom, LocalDate today)
    {
        var year = Year(atom["year"], atom["ryear"], today);
        var month = atom["rmonth"] switch { "" => MonthNumber(atom["month"]), _ => null };
        var relative = atom["rmonth"] is { Length: > 0 } r ? today.PlusMonths(r[0] == '上' ? -r.Count(c => c == '上') : r[0] == '下' ? 1 : 0) : (LocalDate?)null;
        var day = atom["ordinal"].Length > 0 ? Array.IndexOf(Ordinals, atom["ordinal"]) + 1 : ClockWords.Number(atom["day"].TrimStart('初'));
        var isLunar = atom["month"] is "正" or "腊" or "冬" || (month is not null && atom["day"] is ['初' or '廿', ..]);
        return (month, relative, day) switch
        {
            (null, null, null) => atom["third"].Length > 0 ? Third(today, atom["third"].TrimStart('月'), today)
                : year is { } only ? new DayRange(new LocalDate(only, 1, 1), new LocalDate(only + 1, 1, 1)) : null,
            (_, { } near, null) => atom["third"].Length > 0 ? Third(near, atom["third"], today) : Month(near),
            (_, { } near, { } d) => Make(near.Year, near.Month, d),
            (null, null, { } d) => d is > 0 and <= 31 ? LastSuch(today, d) : null,
            ({ } m, _, { } d) when isLunar => Feasts.Lunar(m, d, today) is { } lunar ? DayRange.One(lunar) : null,
            ({ } m, _, null) => Third(new LocalDate(YearOf(year, m, 1, today), m, 1), atom["third"], today),
            ({ } m, _, { } d) => Make(YearOf(year, m, d, today), m, d),
        };
    }

    private static DayRange? LastSuch(LocalDate today, int day)
    {
        var month = today.Day >= day ? today : today.PlusMonths(-1);
        return Make(month.Year, month.Month, day) ?? Make(month.PlusMonths(-1).Year, month.PlusMonths(-1).Month, day);
    }

    private static DayRange? Make(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? DayRange.One(new LocalDate(year, month, day)) : null;

    // Without a year: the last such day, or one that lies a few days ahead.
    private static int YearOf(int? year, int month, int day, LocalDate today) =>
        year ?? (month > today.Month || (month == today.Month && day > today.Day + 7) ? today.Year - 1 : today.Year);

    private static int? Year(string year, string relative, LocalDate today) => (year, relative) switch
    {
        ({ Length: 4 }, _) => int.Parse(year, CultureInfo.InvariantCulture),
        ({ Length: 3 }, _) => int.Parse(year, CultureInfo.InvariantCulture) + 1911,
        ({ Length: 2 }, _) => int.Parse(year, CultureInfo.InvariantCulture) + 2000,
        (_, "今年") => today.Year,
        (_, "去年") => today.Year - 1,
        (_, "前年") => today.Year - 2,
        (_, "大前年") => today.Year - 3,
        (_, "明年") => today.Year + 1,
        _ => null,
    };

    private static int? MonthNumber(string month) => month switch
    {
        "" => null,
        "正" => 1,
        "冬" => 11,
        "腊" => 12,
        _ => ClockWords.Number(month) is { } number ? number is >= 1 and <= 12 ? number : null
            : Array.FindIndex(Months, m => month.StartsWith(m, StringComparison.Ordinal)) is >= 0 and var i ? i + 1 : null,
    };

    private static DayRange Month(LocalDate day)
    {
        var first = new LocalDate(day.Year, day.Month, 1);
        return new(first, first.PlusMonths(1));
    }

    private static DayRange Third(LocalDate month, string third, LocalDate today)
    {
        var whole = Month(month);
        var range = third switch
        {
            "初" or "上旬" or "头" => new DayRange(whole.From, whole.From.PlusDays(10)),
            "中" or "中旬" => new DayRange(whole.From.PlusDays(10), whole.From.PlusDays(20)),
            "底" or "末" or "下旬" => new DayRange(whole.From.PlusDays(20), whole.Until),
            _ => whole,
        };
        return range.From > today && month == today && third.Length > 0 ? Third(month.PlusMonths(-1), third, today) : range;
    }
}
