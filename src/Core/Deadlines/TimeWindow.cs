using NodaTime;

namespace Mailroom.Core.Deadlines;

/// <summary>Open from a time of day to a later one; an end at or before the start lies on the next day.</summary>
public sealed record TimeWindow(LocalTime From, LocalTime To)
{
    /// <summary>True when the end lies on the next day. The window belongs to the day that it starts on.</summary>
    public bool IsOvernight => To <= From;
}

/// <summary>A time of day at which nobody works although a window is open, on every date: lunch.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Time">When; it may run over midnight.</param>
public sealed record CalendarBreak(CalendarName Name, TimeWindow Time);

/// <summary>A date of its own, which beats its weekday: a holiday without windows, or a make-up workday with them.</summary>
/// <param name="Name">What the day is called.</param>
/// <param name="Windows">The open windows; none on a holiday.</param>
public sealed record CalendarDay(CalendarName Name, IReadOnlyList<TimeWindow> Windows);
