using Mailroom.Core.Deadlines;
using NodaTime;
using YamlDotNet.RepresentationModel;

namespace Mailroom.Pipeline.Adapters.Policy;

/// <summary>Reads the working calendars: one file each, named like the calendar.</summary>
internal static class CalendarReader
{
    private static readonly IReadOnlyDictionary<string, IsoDayOfWeek> Weekdays = Enum.GetValues<IsoDayOfWeek>()
        .Where(d => d != IsoDayOfWeek.None)
        .ToDictionary(d => d.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Every calendar of a folder, by name.</summary>
    public static IReadOnlyDictionary<string, WorkingCalendar> ReadAll(string folder, ICollection<string> faults)
    {
        if (!Directory.Exists(folder))
        {
            faults.Add($"The folder {folder} is missing; put the calendars there.");
            return new Dictionary<string, WorkingCalendar>();
        }

        return Directory.EnumerateFiles(folder, "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(path => Read(path, faults))
            .ToDictionary(c => c.Name, StringComparer.Ordinal);
    }

    /// <summary>The calendar of a file, named like the file.</summary>
    public static WorkingCalendar Read(string path, ICollection<string> faults)
    {
        var map = YamlSource.Read(path, faults);
        var week = Week(map.Map("week"));
        var names = map.Find("holidayNames") is { } given ? Names(map.Nested(given, "holidayNames")) : new Dictionary<string, string>();
        var files = map.Find("holidays") is { } value ? Files(map, value) : [];
        var days = new Dictionary<LocalDate, CalendarDay>();
        foreach (var file in files)
        {
            HolidayFile.ReadInto(days, Path.Combine(Path.GetDirectoryName(path)!, file), new(week, names), faults);
        }

        // What stands here in so many words beats what a file says.
        foreach (var (date, day) in map.Find("days") is { } own ? CalendarDays.Read(map.Nested(own, "days")) : new Dictionary<LocalDate, CalendarDay>())
        {
            days[date] = day;
        }

        var calendar = new WorkingCalendar
        {
            Name = Path.GetFileNameWithoutExtension(path),
            Zone = map.Need("timeZone", DateTimeZone.Utc, zone => Zone(map, zone)),
            Week = week,
            Days = days,
            Breaks = map.Find("breaks") is { } breaks ? map.ItemsOf(breaks, "breaks").Select(b => Break(map.Nested(b, "a break"))).OfType<CalendarBreak>().ToList() : [],
        };
        map.Close();
        return calendar;
    }

    private static DateTimeZone Zone(YamlMap map, YamlNode value)
    {
        var name = map.TextOf(value, "timeZone");
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone)
        {
            return zone;
        }

        map.Fault(value, $"the time zone \"{name}\" is unknown; use an IANA name such as Asia/Shanghai.");
        return DateTimeZone.Utc;
    }

    private static Dictionary<IsoDayOfWeek, IReadOnlyList<TimeWindow>> Week(YamlMap map)
    {
        var week = Weekdays.Where(d => map.Find(d.Key) is not null)
            .ToDictionary(d => d.Value, d => CalendarDays.Windows(map, map.Find(d.Key)!));
        map.Close();
        return week;
    }

    private static CalendarBreak? Break(YamlMap map)
    {
        var name = map.Need("name", CalendarName.Same(""), value => CalendarDays.Name(map, value));
        var time = map.Need<TimeWindow?>("at", null, value => CalendarDays.Window(map, value));
        map.Close();
        return time is null ? null : new(name, time);
    }

    private static Dictionary<string, string> Names(YamlMap map) =>
        map.Entries().ToDictionary(e => e.Key, e => map.TextOf(e.Value, e.Key), StringComparer.Ordinal);

    private static IReadOnlyList<string> Files(YamlMap map, YamlNode value) =>
        value is YamlScalarNode ? [map.TextOf(value, "holidays")] : map.Texts(value, "holidays");
}
