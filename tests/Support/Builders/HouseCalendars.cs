using Mailroom.Core.Deadlines;
using NodaTime;

namespace Mailroom.Support.Builders;

/// <summary>HouseCalendars for tests: the house's two, and whatever windows a case needs.</summary>
public static class HouseCalendars
{
    /// <summary>12:00-13:00.</summary>
    public static CalendarBreak Lunch { get; } = new(new("午休", "lunch"), Windows("12:00-13:00")[0]);

    /// <summary>09:00-12:00 and 13:00-18:00 from Monday to Friday in Shanghai, with some holidays and make-up days of 2025 and 2026.</summary>
    public static WorkingCalendar China { get; } = new()
    {
        Name = "china",
        Zone = Zone("Asia/Shanghai"),
        Week = Weekdays("09:00-18:00"),
        Breaks = [Lunch],
        Days = Holidays("2026-02-15", 9, new("春节", "Spring Festival"))
            .Concat(Holidays("2026-10-01", 7, new("国庆节", "National Day")))
            .Append(new(Date("2026-02-14"), new(new("春节调休", "Spring Festival make-up workday"), Windows("09:00-18:00"))))
            .ToDictionary(),
    };

    /// <summary>Always open, counted in Shanghai's days.</summary>
    public static WorkingCalendar Always { get; } = new()
    {
        Name = "24x7",
        Zone = Zone("Asia/Shanghai"),
        Week = Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None).ToDictionary(d => d, _ => Windows("00:00-00:00")),
    };

    /// <summary>The zone of that IANA name.</summary>
    public static DateTimeZone Zone(string name) => DateTimeZoneProviders.Tzdb[name];

    /// <summary>The same windows from Monday to Friday.</summary>
    public static IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<TimeWindow>> Weekdays(params string[] windows) =>
        Enum.GetValues<IsoDayOfWeek>()
            .Where(d => d is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Friday)
            .ToDictionary(d => d, _ => Windows(windows));

    /// <summary>The same windows on all seven days.</summary>
    public static IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<TimeWindow>> EveryDay(params string[] windows) =>
        Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None).ToDictionary(d => d, _ => Windows(windows));

    /// <summary>Windows written "09:00-12:00".</summary>
    public static IReadOnlyList<TimeWindow> Windows(params string[] windows) =>
        windows.Select(w => new TimeWindow(Time(w[..5]), Time(w[6..]))).ToList();

    /// <summary>A date written "2026-02-14".</summary>
    public static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static LocalTime Time(string text) =>
        NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;

    private static IEnumerable<KeyValuePair<LocalDate, CalendarDay>> Holidays(string first, int days, CalendarName name) =>
        Enumerable.Range(0, days).Select(i => KeyValuePair.Create(Date(first).PlusDays(i), new CalendarDay(name, [])));
}
