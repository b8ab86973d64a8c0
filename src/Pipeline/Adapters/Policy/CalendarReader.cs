using Mailroom.Core.Deadlines;
using NodaTime;
using NodaTime.Text;
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
            .Select(path => Read(path, YamlSource.Read(path, faults)))
            .ToDictionary(c => c.Name, StringComparer.Ordinal);
    }

    private static WorkingCalendar Read(string path, YamlMap map)
    {
        var calendar = new WorkingCalendar
        {
            Name = Path.GetFileNameWithoutExtension(path),
            Zone = map.Need("timeZone", DateTimeZone.Utc, value => Zone(map, value)),
            Week = Week(map.Map("week")),
            Days = map.Find("days") is { } days ? Days(map.Nested(days, "days")) : new Dictionary<LocalDate, CalendarDay>(),
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
        var week = Weekdays.Where(d => map.Find(d.Key) is not null).ToDictionary(d => d.Value, d => Windows(map, map.Find(d.Key)!));
        map.Close();
        return week;
    }

    private static Dictionary<LocalDate, CalendarDay> Days(YamlMap map)
    {
        var days = new Dictionary<LocalDate, CalendarDay>();
        foreach (var (key, value) in map.Entries())
        {
            var date = LocalDatePattern.Iso.Parse(key);
            if (!date.Success)
            {
                map.Fault(value, $"\"{key}\" is no date; write it as 2026-01-31.");
            }
            else
            {
                days[date.Value] = Day(map, value);
            }
        }

        return days;
    }

    // A bare name is a day off; a mapping also says when it is open.
    private static CalendarDay Day(YamlMap map, YamlNode value)
    {
        if (value is YamlScalarNode)
        {
            return new(map.TextOf(value, "a day"), []);
        }

        var day = map.Nested(value, "a day");
        var open = day.Need("open", [], windows => Windows(day, windows));
        var name = day.Text("name");
        day.Close();
        return new(name, open);
    }

    private static IReadOnlyList<TimeWindow> Windows(YamlMap map, YamlNode value)
    {
        var windows = new List<TimeWindow>();
        foreach (var item in map.ItemsOf(value, "the windows"))
        {
            var text = map.TextOf(item, "a window");
            if (PolicyText.Window(text) is { } window)
            {
                windows.Add(window);
            }
            else
            {
                map.Fault(item, $"\"{text}\" is no window; write it as 09:00-12:00.");
            }
        }

        return [.. windows];
    }
}
