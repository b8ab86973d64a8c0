using Mailroom.Core.Deadlines;
using NodaTime;
using NodaTime.Text;
using YamlDotNet.RepresentationModel;

namespace Mailroom.Pipeline.Adapters.Policy;

/// <summary>Reads a calendar's dates and windows: "2026-10-10: { name: ..., open: [...] }", "2026-02-15/2026-02-23: Spring Festival".</summary>
internal static class CalendarDays
{
    private const int LongestRange = 366;

    /// <summary>The dates of their own, ranges laid out.</summary>
    public static IReadOnlyDictionary<LocalDate, CalendarDay> Read(YamlMap map)
    {
        var days = new Dictionary<LocalDate, CalendarDay>();
        foreach (var (key, value) in map.Entries())
        {
            var day = Day(map, value);
            foreach (var date in Dates(map, key, value))
            {
                if (!days.TryAdd(date, day))
                {
                    map.Fault(value, $"{LocalDatePattern.Iso.Format(date)} stands here twice; a date has one entry.");
                }
            }
        }

        return days;
    }

    /// <summary>The windows of a day.</summary>
    public static IReadOnlyList<TimeWindow> Windows(YamlMap map, YamlNode value) =>
        [.. map.ItemsOf(value, "the windows").Select(item => Window(map, item)).OfType<TimeWindow>()];

    /// <summary>A window; null, with a fault, when it is none.</summary>
    public static TimeWindow? Window(YamlMap map, YamlNode value)
    {
        var text = map.TextOf(value, "a window");
        var window = PolicyText.Window(text);
        if (window is null)
        {
            map.Fault(value, $"\"{text}\" is no window; write it as 09:00-12:00.");
        }

        return window;
    }

    /// <summary>A name: one text, or one in each language.</summary>
    public static CalendarName Name(YamlMap map, YamlNode value)
    {
        if (value is YamlScalarNode)
        {
            return CalendarName.Same(map.TextOf(value, "name"));
        }

        var both = map.Nested(value, "name");
        var name = new CalendarName(both.Text("zh"), both.Text("en"));
        both.Close();
        return name;
    }

    // A bare name, in one language or both, is a day off; a mapping with "name" may say when it is open.
    private static CalendarDay Day(YamlMap map, YamlNode value)
    {
        if (value is not YamlMappingNode full || !full.Children.ContainsKey(new YamlScalarNode("name")))
        {
            return new(Name(map, value), []);
        }

        var day = map.Nested(value, "a day");
        var name = day.Need("name", CalendarName.Same(""), given => Name(day, given));
        var open = day.Find("open") is { } windows ? Windows(day, windows) : [];
        day.Close();
        return new(name, open);
    }

    private static IEnumerable<LocalDate> Dates(YamlMap map, string key, YamlNode value)
    {
        var ends = key.Split('/').Select(LocalDatePattern.Iso.Parse).ToList();
        if (ends.Count > 2 || ends.Any(e => !e.Success))
        {
            map.Fault(value, $"\"{key}\" is no date; write it as 2026-01-31, or several as 2026-02-15/2026-02-23.");
            return [];
        }

        var (first, days) = (ends[0].Value, Period.DaysBetween(ends[0].Value, ends[^1].Value) + 1);
        if (days is < 1 or > LongestRange)
        {
            map.Fault(value, $"\"{key}\" covers {days} days; a range covers 1 to {LongestRange}, its first date before its last.");
            return [];
        }

        return Enumerable.Range(0, days).Select(i => first.PlusDays(i));
    }
}
