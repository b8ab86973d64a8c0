using System.Globalization;
using Mailroom.Core.Policy;
using NodaTime;

namespace Mailroom.Functions.Texts;

/// <summary>Moments as people read them, in the company's time zone.</summary>
internal sealed class Moments(CompanyPolicy company, ReplyLanguage language)
{
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[company.TimeZone];

    /// <summary>The zone's name, told once on a page.</summary>
    internal string ZoneName => company.TimeZoneName.For(language);

    /// <summary>Day and time: "11月21日 周五 17:30", "Fri 21 Nov, 17:30".</summary>
    internal string Absolute(DateTimeOffset at)
    {
        var local = Instant.FromDateTimeOffset(at).InZone(_zone).ToDateTimeUnspecified();
        return language == ReplyLanguage.Chinese
            ? $"{local.Month}月{local.Day}日 {Weekday(local.DayOfWeek)} {local.ToString("HH:mm", CultureInfo.InvariantCulture)}"
            : local.ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>The day with its year: "2026年11月21日", "21 Nov 2026".</summary>
    internal string Day(DateTimeOffset at)
    {
        var local = Instant.FromDateTimeOffset(at).InZone(_zone).ToDateTimeUnspecified();
        return language == ReplyLanguage.Chinese
            ? $"{local.Year}年{local.Month}月{local.Day}日"
            : local.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary>The moment for machines: ISO 8601 with the zone's offset.</summary>
    internal string Machine(DateTimeOffset at) =>
        Instant.FromDateTimeOffset(at).InZone(_zone).ToDateTimeOffset().ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>How far away a due moment is: "还剩 2 小时 5 分", "2 h 5 min left", "已超时 3 天", "3 days overdue".</summary>
    internal string Due(DateTimeOffset due, DateTimeOffset now) => (due < now, language) switch
    {
        (true, ReplyLanguage.Chinese) => $"已超时 {Span(now - due)}",
        (true, ReplyLanguage.English) => $"{Span(now - due)} overdue",
        (false, ReplyLanguage.Chinese) => $"还剩 {Span(due - now)}",
        _ => $"{Span(due - now)} left",
    };

    private string Span(TimeSpan span)
    {
        var (days, hours, minutes) = ((int)span.TotalDays, span.Hours, span.Minutes);
        var zh = language == ReplyLanguage.Chinese;
        return (days, hours, minutes) switch
        {
            ( > 0, > 0, _) when days < 7 => zh ? $"{days} 天 {hours} 小时" : $"{Days(days)} {hours} h",
            ( > 0, _, _) => zh ? $"{days} 天" : Days(days),
            (_, > 0, > 0) => zh ? $"{hours} 小时 {minutes} 分钟" : $"{hours} h {minutes} min",
            (_, > 0, _) => zh ? $"{hours} 小时" : $"{hours} h",
            (_, _, > 0) => zh ? $"{minutes} 分钟" : $"{minutes} min",
            _ => zh ? "不到 1 分钟" : "less than 1 min",
        };
    }

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    private static string Weekday(DayOfWeek day) => "周" + "日一二三四五六"[(int)day];
}
