using System.Globalization;
using Mailroom.Core.Policy;
using NodaTime;

namespace Mailroom.Core.Replies;

/// <summary>Tells moments and spans the way people say them in each language, in the company's time zone.</summary>
public static class PromiseWording
{
    private const int RoundTo = 5;

    /// <summary>
    /// The moment by which a person answers: "今天 17:30 前（北京时间）", "on Wed 4 March before 12:00 (Beijing time)". Rounded down to
    /// five minutes, so that it never promises more time than there is, but not to before now.
    /// </summary>
    public static string By(DateTimeOffset due, DateTimeOffset now, CompanyPolicy company, ReplyLanguage language)
    {
        var (day, time) = Tell(RoundedDown(due, now), now, company, language);
        var zone = company.TimeZoneName.For(language);
        return language == ReplyLanguage.Chinese ? $"{Joined(day, time)} 前（{zone}）" : $"{day} before {time} ({zone})";
    }

    /// <summary>A moment to the minute: "明天 09:00", "tomorrow at 09:00".</summary>
    public static string At(DateTimeOffset moment, DateTimeOffset now, CompanyPolicy company, ReplyLanguage language)
    {
        var (day, time) = Tell(moment, now, company, language);
        return language == ReplyLanguage.Chinese ? Joined(day, time) : $"{day} at {time}";
    }

    /// <summary>True when both moments lie on one date.</summary>
    public static bool IsSameDay(DateTimeOffset a, DateTimeOffset b, CompanyPolicy company) => Local(a, company).Date == Local(b, company).Date;

    /// <summary>A moment with its date: "2026年3月4日（周三）09:00（北京时间）", "Wed 4 March 2026, 09:00 (Beijing time)".</summary>
    public static string Stamp(DateTimeOffset moment, CompanyPolicy company, ReplyLanguage language)
    {
        var local = Local(moment, company);
        var zone = company.TimeZoneName.For(language);
        return language == ReplyLanguage.Chinese
            ? $"{Date(local.Date, language, withYear: true)}{Time(local)}（{zone}）"
            : $"{Date(local.Date, language, withYear: true)}, {Time(local)} ({zone})";
    }

    /// <summary>A day with its year: "2026年3月4日（周三）", "Wed 4 March 2026".</summary>
    public static string Day(DateTimeOffset moment, CompanyPolicy company, ReplyLanguage language) => Date(Local(moment, company).Date, language, withYear: true);

    /// <summary>A span of real time, in its two largest units: "2 天 3 小时", "2 h 5 min"; empty below a minute. Its sign does not matter.</summary>
    public static string Span(TimeSpan span, ReplyLanguage language)
    {
        var whole = span.Duration();
        var chinese = language == ReplyLanguage.Chinese;
        (int Count, string Unit)[] parts = whole.Days > 0
            ? [(whole.Days, chinese ? "天" : whole.Days == 1 ? "day" : "days"), (whole.Hours, chinese ? "小时" : "h")]
            : [(whole.Hours, chinese ? "小时" : "h"), (whole.Minutes, chinese ? "分钟" : "min")];
        return string.Join(' ', parts.Where(p => p.Count > 0).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Count} {p.Unit}")));
    }

    private static (string Day, string Time) Tell(DateTimeOffset moment, DateTimeOffset now, CompanyPolicy company, ReplyLanguage language)
    {
        var (local, today) = (Local(moment, company), Local(now, company).Date);
        var chinese = language == ReplyLanguage.Chinese;
        var day = Period.DaysBetween(today, local.Date) switch
        {
            0 => chinese ? "今天" : "today",
            1 => chinese ? "明天" : "tomorrow",
            _ => (chinese ? "" : "on ") + Date(local.Date, language, withYear: local.Year != today.Year),
        };
        return (day, Time(local));
    }

    // A full-width bracket brings its own space.
    private static string Joined(string day, string time) => day.EndsWith('）') ? day + time : $"{day} {time}";

    private static string Date(LocalDate date, ReplyLanguage language, bool withYear)
    {
        var invariant = CultureInfo.InvariantCulture;
        if (language == ReplyLanguage.English)
        {
            return date.ToString(withYear ? "ddd d MMMM yyyy" : "ddd d MMMM", invariant);
        }

        var weekday = "一二三四五六日"[(int)date.DayOfWeek - 1];
        return date.ToString(withYear ? "yyyy'年'M'月'd'日'" : "M'月'd'日'", invariant) + $"（周{weekday}）";
    }

    private static string Time(LocalDateTime local) => local.ToString("HH':'mm", CultureInfo.InvariantCulture);

    private static LocalDateTime Local(DateTimeOffset moment, CompanyPolicy company) =>
        Instant.FromDateTimeOffset(moment).InZone(DateTimeZoneProviders.Tzdb[company.TimeZone]).LocalDateTime;

    /// <summary>The moment that a promise named when it was made: the same one when it is told again later.</summary>
    public static DateTimeOffset Named(DateTimeOffset due, DateTimeOffset madeAt) => RoundedDown(due, madeAt);

    private static DateTimeOffset RoundedDown(DateTimeOffset due, DateTimeOffset now)
    {
        var rounded = due - TimeSpan.FromTicks(due.Ticks % TimeSpan.FromMinutes(RoundTo).Ticks);
        return rounded > now ? rounded : due;
    }
}
