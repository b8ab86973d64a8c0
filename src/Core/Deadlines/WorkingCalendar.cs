using NodaTime;

namespace Mailroom.Core.Deadlines;

/// <summary>When somebody works: windows by weekday, and dates whose own windows beat them.</summary>
public sealed record WorkingCalendar
{
    // Long enough for any holiday, short enough to end a search in a calendar that never opens.
    private static readonly Duration LongestClosure = Duration.FromDays(400);
    private static readonly Duration Stride = Duration.FromDays(8);

    /// <summary>The name in the policy.</summary>
    public required string Name { get; init; }

    /// <summary>The IANA time zone.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The open windows of each weekday; a weekday that is not there is closed.</summary>
    public required IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<TimeWindow>> Week { get; init; }

    /// <summary>Dates that beat the weekday: holidays (no windows) and make-up workdays (windows).</summary>
    public IReadOnlyDictionary<LocalDate, CalendarDay> Days { get; init; } = new Dictionary<LocalDate, CalendarDay>();

    /// <summary>How long the ordinary working day is: the open time of the commonest open weekday; of two equally common ones the longer.</summary>
    public TimeSpan OrdinaryDay => Week.Values.Concat(Week.Values.Any(w => w.Count > 0) ? [] : Days.Values.Select(d => d.Windows))
        .Select(OpenSpans.Length)
        .Where(length => length > TimeSpan.Zero)
        .GroupBy(length => length)
        .OrderByDescending(g => g.Count())
        .ThenByDescending(g => g.Key)
        .Select(g => g.Key)
        .FirstOrDefault();

    /// <summary>The moment at which an amount of open time after a start has passed; it lies in an open window or at its end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    /// <exception cref="InvalidOperationException">The calendar does not open for more than a year.</exception>
    public DateTimeOffset Add(DateTimeOffset start, TimeSpan openTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(openTime, TimeSpan.Zero);
        var left = openTime;
        foreach (var span in OpenAfter(Instant.FromDateTimeOffset(start)))
        {
            if (span.Length >= left)
            {
                return Tell(span.Start + Duration.FromTimeSpan(left));
            }

            left -= span.Length;
        }

        throw NeverOpen(start);
    }

    /// <summary>The open time between two moments; zero when they are reversed.</summary>
    public TimeSpan OpenTime(DateTimeOffset from, DateTimeOffset to) =>
        OpenSpans.Between(this, Instant.FromDateTimeOffset(from), Instant.FromDateTimeOffset(to))
            .Aggregate(TimeSpan.Zero, (sum, span) => sum + span.Length);

    /// <summary>True when the moment lies in an open window.</summary>
    public bool IsOpen(DateTimeOffset at)
    {
        var instant = Instant.FromDateTimeOffset(at);
        return OpenSpans.Between(this, instant, instant + Duration.FromTicks(1)).Count > 0;
    }

    /// <summary>The first open moment at or after a moment.</summary>
    /// <exception cref="InvalidOperationException">The calendar does not open for more than a year.</exception>
    public DateTimeOffset NextOpen(DateTimeOffset at) => Add(at, TimeSpan.Zero);

    // Ends after the longest closure without an open span; touching spans of two strides come as two.
    private IEnumerable<OpenSpan> OpenAfter(Instant start)
    {
        var (from, lastOpen) = (start, start);
        while (from - lastOpen <= LongestClosure)
        {
            foreach (var span in OpenSpans.Between(this, from, from + Stride))
            {
                lastOpen = span.End;
                yield return span;
            }

            from += Stride;
        }
    }

    private DateTimeOffset Tell(Instant instant) => instant.InZone(Zone).ToDateTimeOffset();

    private InvalidOperationException NeverOpen(DateTimeOffset start) => new(
        $"The calendar \"{Name}\" does not open within {LongestClosure.Days} days after {start:yyyy-MM-dd}; give it open windows.");
}

/// <summary>Open from a time of day to a later one; an end at or before the start lies on the next day.</summary>
public sealed record TimeWindow(LocalTime From, LocalTime To);

/// <summary>A date of its own: a holiday without windows, or a make-up workday with them.</summary>
/// <param name="Name">What the day is called, for people.</param>
/// <param name="Windows">The open windows; none on a holiday.</param>
public sealed record CalendarDay(string Name, IReadOnlyList<TimeWindow> Windows);
