using NodaTime;

namespace Mailroom.Core.Deadlines;

/// <summary>Turns a calendar's local windows into spans of real time, in order and apart, day by day.</summary>
internal static class OpenSpans
{
    /// <summary>The open spans between two instants, cut to them; a window over midnight may come in two.</summary>
    public static IEnumerable<OpenSpan> Open(WorkingCalendar calendar, Instant from, Instant to) =>
        All(calendar, from, to).Where(span => span.Break is null);

    /// <summary>The same with the breaks that lie in windows.</summary>
    public static IEnumerable<OpenSpan> All(WorkingCalendar calendar, Instant from, Instant to)
    {
        if (to <= from)
        {
            yield break;
        }

        // Within one offset the wall clock only goes forward, so the spans come in order through every change of the clock.
        var days = new DayShapes(calendar);
        foreach (var zone in calendar.Zone.GetZoneIntervals(from, to))
        {
            var start = zone.HasStart ? Instant.Max(from, zone.Start) : from;
            var end = zone.HasEnd ? Instant.Min(to, zone.End) : to;
            foreach (var span in Within(days, zone.WallOffset, start, end))
            {
                yield return span;
            }
        }
    }

    private static IEnumerable<OpenSpan> Within(DayShapes days, Offset offset, Instant start, Instant end)
    {
        var last = end.WithOffset(offset).Date;
        for (var date = start.WithOffset(offset).Date; date <= last; date = date.PlusDays(1))
        {
            var midnight = date.AtMidnight().WithOffset(offset).ToInstant();
            foreach (var piece in days.On(date))
            {
                var (from, to) = (Instant.Max(midnight.PlusTicks(piece.From), start), Instant.Min(midnight.PlusTicks(piece.To), end));
                if (from < to)
                {
                    yield return new(from, to, piece.IsOwn ? date : date.PlusDays(-1), piece.Break);
                }
            }
        }
    }

    // Dates without a day of their own look like their weekday, so a week of shapes serves a year.
    private sealed class DayShapes(WorkingCalendar calendar)
    {
        private readonly DayPiece[]?[] _week = new DayPiece[]?[8];

        public DayPiece[] On(LocalDate date)
        {
            var before = date.PlusDays(-1);
            var isPlain = calendar.Days.Count == 0 || !(calendar.Days.ContainsKey(date) || calendar.Days.ContainsKey(before));
            return isPlain
                ? _week[(int)date.DayOfWeek] ??= DayShape.Of(Windows(before), Windows(date), calendar.Breaks)
                : DayShape.Of(Windows(before), Windows(date), calendar.Breaks);
        }

        private IReadOnlyList<TimeWindow> Windows(LocalDate date) =>
            calendar.Days.TryGetValue(date, out var day) ? day.Windows
            : calendar.Week.TryGetValue(date.DayOfWeek, out var windows) ? windows
            : [];
    }
}

/// <summary>A span of time in a window.</summary>
/// <param name="Start">Its start.</param>
/// <param name="End">Its end.</param>
/// <param name="Date">The date that its window belongs to.</param>
/// <param name="Break">The break that takes it; null when it is open.</param>
internal readonly record struct OpenSpan(Instant Start, Instant End, LocalDate Date, CalendarBreak? Break)
{
    /// <summary>How long it is.</summary>
    public TimeSpan Length => (End - Start).ToTimeSpan();
}
