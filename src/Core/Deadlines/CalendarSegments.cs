using NodaTime;

namespace Mailroom.Core.Deadlines;

/// <summary>Tells a stretch of time by a calendar: what counts, and what does not and why.</summary>
public static class CalendarSegments
{
    /// <summary>The segments between two moments; they touch, oldest first. Neighbours of the same kind and name are one.</summary>
    public static IReadOnlyList<ClockSegment> Between(WorkingCalendar calendar, DateTimeOffset from, DateTimeOffset to)
    {
        var segments = new List<ClockSegment>();
        var (at, end) = (Instant.FromDateTimeOffset(from), Instant.FromDateTimeOffset(to));
        foreach (var span in OpenSpans.All(calendar, at, end))
        {
            Shut(segments, calendar, at, span.Start);
            var (kind, name) = span.Break is { } pause
                ? (SegmentKind.Lunch, pause.Name)
                : (SegmentKind.Counted, calendar.Days.TryGetValue(span.Date, out var day) ? day.Name : null);
            Add(segments, calendar, span.Start, span.End, kind, name);
            at = span.End;
        }

        Shut(segments, calendar, at, end);
        return segments;
    }

    // Outside all windows, date by date: a date with a name of its own and no windows is a holiday.
    private static void Shut(List<ClockSegment> segments, WorkingCalendar calendar, Instant at, Instant end)
    {
        while (at < end)
        {
            var date = at.InZone(calendar.Zone).Date;
            var next = Instant.Min(end, calendar.Zone.AtStartOfDay(date.PlusDays(1)).ToInstant());
            // A zone that repeats midnight has two starts of that day; the second is meant when the first lies behind.
            next = next > at ? next : end;
            var holiday = calendar.Days.TryGetValue(date, out var day) && day.Windows.Count == 0 ? day.Name : null;
            Add(segments, calendar, at, next, holiday is null ? SegmentKind.Closed : SegmentKind.Holiday, holiday);
            at = next;
        }
    }

    private static void Add(
        List<ClockSegment> segments, WorkingCalendar calendar, Instant from, Instant to, SegmentKind kind, CalendarName? name)
    {
        if (segments.Count > 0 && segments[^1].Kind == kind && segments[^1].Name == name)
        {
            segments[^1] = segments[^1] with { To = calendar.Tell(to) };
        }
        else
        {
            segments.Add(new(calendar.Tell(from), calendar.Tell(to), kind) { Name = name });
        }
    }
}
