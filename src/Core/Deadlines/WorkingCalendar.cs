using NodaTime;

namespace Mailroom.Core.Deadlines;

/// <summary>When somebody works: windows by weekday, and dates whose own windows beat them.</summary>
public sealed record WorkingCalendar
{
    /// <summary>The name in the policy.</summary>
    public required string Name { get; init; }

    /// <summary>The IANA time zone.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The open windows of each weekday; a weekday that is not there is closed.</summary>
    public required IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<TimeWindow>> Week { get; init; }

    /// <summary>Dates that beat the weekday: holidays (no windows) and make-up workdays (windows).</summary>
    public IReadOnlyDictionary<LocalDate, CalendarDay> Days { get; init; } = new Dictionary<LocalDate, CalendarDay>();

    /// <summary>The moment at which an amount of open time after a start has passed; it lies in an open window or at its end.</summary>
    public DateTimeOffset Add(DateTimeOffset start, TimeSpan openTime) => throw new NotSupportedException();

    /// <summary>The open time between two moments; zero when they are reversed.</summary>
    public TimeSpan OpenTime(DateTimeOffset from, DateTimeOffset to) => throw new NotSupportedException();

    /// <summary>How long the ordinary working day is: the open time of the commonest open weekday.</summary>
    public TimeSpan OrdinaryDay => throw new NotSupportedException();

    /// <summary>True when the moment lies in an open window.</summary>
    public bool IsOpen(DateTimeOffset at) => throw new NotSupportedException();

    /// <summary>The first open moment at or after a moment.</summary>
    public DateTimeOffset NextOpen(DateTimeOffset at) => throw new NotSupportedException();
}

/// <summary>Open from a time of day to a later one; an end at or before the start lies on the next day.</summary>
public sealed record TimeWindow(LocalTime From, LocalTime To);

/// <summary>A date of its own: a holiday without windows, or a make-up workday with them.</summary>
/// <param name="Name">What the day is called, for people.</param>
/// <param name="Windows">The open windows; none on a holiday.</param>
public sealed record CalendarDay(string Name, IReadOnlyList<TimeWindow> Windows);
