using NodaTime;

namespace Mailroom.Core.Deadlines;

/// <summary>Lays a date's windows out over its 24 hours on the wall clock.</summary>
internal static class DayShape
{
    private const long Day = NodaConstants.TicksPerDay;

    /// <summary>The pieces of one date, in order and apart: its own windows and what runs over from the date before, cut by the breaks.</summary>
    public static DayPiece[] Of(IReadOnlyList<TimeWindow> before, IReadOnlyList<TimeWindow> own, IReadOnlyList<CalendarBreak> breaks)
    {
        var windows = before.Where(w => w.IsOvernight).Select(w => new DayPiece(0, w.To.TickOfDay, false, null))
            .Concat(own.Select(w => new DayPiece(w.From.TickOfDay, w.IsOvernight ? Day : w.To.TickOfDay, true, null)));
        return [.. Apart(windows).SelectMany(piece => Cut(piece, breaks))];
    }

    /// <summary>How long a day's windows are on the wall clock, overlaps counted once, breaks left out.</summary>
    public static TimeSpan Length(IReadOnlyList<TimeWindow> windows, IReadOnlyList<CalendarBreak> breaks) =>
        new(Of([], windows, breaks).Concat(Of([.. windows.Where(w => w.IsOvernight)], [], breaks))
            .Where(p => p.Break is null)
            .Sum(p => p.To - p.From));

    private static IEnumerable<DayPiece> Apart(IEnumerable<DayPiece> windows)
    {
        var end = 0L;
        foreach (var window in windows.OrderBy(w => w.From).ThenBy(w => w.IsOwn))
        {
            if (window.To > Math.Max(window.From, end))
            {
                yield return window with { From = Math.Max(window.From, end) };
                end = window.To;
            }
        }
    }

    private static IEnumerable<DayPiece> Cut(DayPiece piece, IReadOnlyList<CalendarBreak> breaks)
    {
        var at = piece.From;
        foreach (var pause in breaks.SelectMany(Times).OrderBy(p => p.From))
        {
            var (from, to) = (Math.Max(pause.From, at), Math.Min(pause.To, piece.To));
            if (from >= to)
            {
                continue;
            }

            if (from > at)
            {
                yield return piece with { From = at, To = from };
            }

            yield return piece with { From = from, To = to, Break = pause.Break };
            at = to;
        }

        if (at < piece.To)
        {
            yield return piece with { From = at };
        }
    }

    private static IEnumerable<DayPiece> Times(CalendarBreak pause) => pause.Time.IsOvernight
        ? [new(0, pause.Time.To.TickOfDay, true, pause), new(pause.Time.From.TickOfDay, Day, true, pause)]
        : [new(pause.Time.From.TickOfDay, pause.Time.To.TickOfDay, true, pause)];
}

/// <summary>A part of a date's windows.</summary>
/// <param name="From">Its start, in ticks of the day.</param>
/// <param name="To">Its end, in ticks of the day.</param>
/// <param name="IsOwn">False when the window began on the date before.</param>
/// <param name="Break">The break that takes it; null when it is open.</param>
internal readonly record struct DayPiece(long From, long To, bool IsOwn, CalendarBreak? Break);
