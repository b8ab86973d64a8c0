using NodaTime;

namespace Mailroom.Core.Deadlines;

/// <summary>Turns a calendar's local windows into spans of real time.</summary>
/// <remarks>
/// A moment is open when the clock on the wall stands in a window of that date, or in a window of the date before that
/// runs over midnight. So an hour that the zone skips counts nothing, and an hour that it repeats counts twice.
/// </remarks>
internal static class OpenSpans
{
    /// <summary>The open spans between two instants: cut to them, in order, touching ones joined.</summary>
    public static IReadOnlyList<OpenSpan> Between(WorkingCalendar calendar, Instant from, Instant to)
    {
        if (to <= from)
        {
            return [];
        }

        var offsets = calendar.Zone.GetZoneIntervals(from, to).ToList();
        var last = to.InZone(calendar.Zone).Date.PlusDays(1);
        var spans = new List<OpenSpan>();
        for (var date = from.InZone(calendar.Zone).Date.PlusDays(-2); date <= last; date = date.PlusDays(1))
        {
            foreach (var window in Windows(calendar, date))
            {
                spans.AddRange(offsets.Select(o => Place(date, window, o)).Select(s => s.Cut(from, to)).Where(s => s.Start < s.End));
            }
        }

        return Join(spans);
    }

    /// <summary>How long a day's windows are on the wall clock, overlaps counted once.</summary>
    public static TimeSpan Length(IReadOnlyList<TimeWindow> windows)
    {
        var noon = new LocalDate(2001, 1, 1);
        var spans = windows.Select(w => Place(noon, w, Offset.Zero));
        return Join([.. spans]).Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Length);
    }

    private static IReadOnlyList<TimeWindow> Windows(WorkingCalendar calendar, LocalDate date) =>
        calendar.Days.TryGetValue(date, out var day) ? day.Windows
        : calendar.Week.TryGetValue(date.DayOfWeek, out var windows) ? windows
        : [];

    private static OpenSpan Place(LocalDate date, TimeWindow window, NodaTime.TimeZones.ZoneInterval zone)
    {
        var span = Place(date, window, zone.WallOffset);
        return span.Cut(zone.HasStart ? zone.Start : Instant.MinValue, zone.HasEnd ? zone.End : Instant.MaxValue);
    }

    private static OpenSpan Place(LocalDate date, TimeWindow window, Offset offset)
    {
        var endDate = window.To <= window.From ? date.PlusDays(1) : date;
        return new((date + window.From).WithOffset(offset).ToInstant(), (endDate + window.To).WithOffset(offset).ToInstant());
    }

    private static List<OpenSpan> Join(List<OpenSpan> spans)
    {
        var joined = new List<OpenSpan>();
        foreach (var span in spans.OrderBy(s => s.Start))
        {
            if (joined.Count > 0 && span.Start <= joined[^1].End)
            {
                joined[^1] = joined[^1] with { End = Instant.Max(joined[^1].End, span.End) };
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined;
    }
}

/// <summary>A span of open time.</summary>
internal readonly record struct OpenSpan(Instant Start, Instant End)
{
    /// <summary>How long it is.</summary>
    public TimeSpan Length => (End - Start).ToTimeSpan();

    /// <summary>The part of it between two instants; its end lies before its start when there is none.</summary>
    public OpenSpan Cut(Instant from, Instant to) => new(Instant.Max(Start, from), Instant.Min(End, to));
}
