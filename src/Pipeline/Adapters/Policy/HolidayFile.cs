using System.Text.Json;
using Mailroom.Core.Deadlines;
using NodaTime;
using NodaTime.Text;

namespace Mailroom.Pipeline.Adapters.Policy;

/// <summary>
/// Reads holidays in the format of holiday-cn: <c>{"days":[{"name":"春节","date":"2026-02-15","isOffDay":true}]}</c>. A day that is no day
/// off is a make-up workday with the windows of an ordinary day.
/// </summary>
internal static class HolidayFile
{
    private const long MostBytes = 1024 * 1024;

    /// <summary>Adds the days of a file; a later file beats an earlier one.</summary>
    public static void ReadInto(IDictionary<LocalDate, CalendarDay> days, string path, HolidaySettings settings, ICollection<string> faults)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes })
            {
                faults.Add($"{name}: the file is larger than {MostBytes} bytes: these are no holidays.");
                return;
            }

            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            foreach (var entry in json.RootElement.GetProperty("days").EnumerateArray())
            {
                var (date, day) = Day(entry, settings);
                days[date] = day;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{path} cannot be read: {e.Message}");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or UnparsableValueException)
        {
            faults.Add($"{name}: these are no holidays: {e.Message} Each is {{\"name\":\"春节\",\"date\":\"2026-02-15\",\"isOffDay\":true}} in a list \"days\".");
        }
    }

    private static (LocalDate Date, CalendarDay Day) Day(JsonElement entry, HolidaySettings settings)
    {
        var zh = entry.GetProperty("name").GetString() ?? "";
        var en = settings.Names.TryGetValue(zh, out var known) ? known : zh;
        var date = LocalDatePattern.Iso.Parse(entry.GetProperty("date").GetString() ?? "").GetValueOrThrow();
        return (date, entry.GetProperty("isOffDay").GetBoolean()
            ? new(new(zh, en), [])
            : new(new(zh + "调休", en + " make-up workday"), settings.Ordinary));
    }
}

/// <summary>What a file of holidays leaves to the calendar.</summary>
/// <param name="Week">The windows of the weekdays.</param>
/// <param name="Names">English names by Chinese ones.</param>
internal sealed record HolidaySettings(
    IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<TimeWindow>> Week, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>The windows of an ordinary day: those that most open weekdays have, the earlier weekday's first.</summary>
    public IReadOnlyList<TimeWindow> Ordinary { get; } = Week.OrderBy(d => d.Key).Select(d => d.Value)
        .Where(windows => windows.Count > 0)
        .GroupBy(windows => string.Join(' ', windows))
        .OrderByDescending(g => g.Count())
        .Select(g => g.First())
        .FirstOrDefault([]);
}
