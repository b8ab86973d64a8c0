using NodaTime;

namespace Mailroom.Core.Deadlines;

/// <summary>When somebody works: windows by weekday, dates whose own windows beat them, and breaks.</summary>
/// <remarks>
/// Windows and breaks are times on the wall clock: a moment is open when the wall clock of the zone stands in a window of that date,
/// or in an overnight window of the date before, and in no break. So an hour that the zone skips counts nothing, and an hour that it
/// repeats counts twice.
/// </remarks>
public sealed record WorkingCalendar
{
    /// <summary>How far a deadline is looked for, in years of 365 days.</summary>
    public const int HorizonYears = 20;

    private static readonly Duration Horizon = Duration.FromDays(365 * HorizonYears);

    /// <summary>The name in the policy.</summary>
    public required string Name { get; init; }

    /// <summary>The IANA time zone.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The open windows of each weekday; a weekday that is not there is closed.</summary>
    public required IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<TimeWindow>> Week { get; init; }

    /// <summary>Dates that beat the weekday: holidays (no windows) and make-up workdays (windows).</summary>
    public IReadOnlyDictionary<LocalDate, CalendarDay> Days { get; init; } = new Dictionary<LocalDate, CalendarDay>();

    /// <summary>What is cut out of every window.</summary>
    public IReadOnlyList<CalendarBreak> Breaks { get; init; } = [];

    /// <summary>
    /// How long the ordinary working day is: the open time of the commonest open weekday, breaks left out; of two equally common ones the
    /// longer. Zero when no weekday is open.
    /// </summary>
    public TimeSpan OrdinaryDay => OpenWeekdays()
        .GroupBy(length => length)
        .OrderByDescending(g => g.Count())
        .ThenByDescending(g => g.Key)
        .Select(g => g.Key)
        .FirstOrDefault();

    /// <summary>The open time of a week without special dates and changes of the clock.</summary>
    public TimeSpan OrdinaryWeek => OpenWeekdays().Aggregate(TimeSpan.Zero, (sum, length) => sum + length);

    /// <summary>
    /// The moment at which an amount of open time after a start has passed. It lies in an open window or at its end: what is used up at
    /// closing time is due at closing time. Nothing at all is due at the first open moment.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    /// <exception cref="InvalidOperationException">The calendar has not so much open time within <see cref="HorizonYears"/> years.</exception>
    public DateTimeOffset Add(DateTimeOffset start, TimeSpan openTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(openTime, TimeSpan.Zero);
        var (from, left) = (Instant.FromDateTimeOffset(start), openTime);
        foreach (var span in OpenSpans.Open(this, from, from + Horizon))
        {
            if (span.Length >= left)
            {
                return Tell(span.Start + Duration.FromTimeSpan(left));
            }

            left -= span.Length;
        }

        throw new InvalidOperationException(
            $"The calendar \"{Name}\" is not open long enough within {HorizonYears} years after {start:yyyy-MM-dd}; give it open windows, or a shorter target.");
    }

    /// <summary>The open time between two moments; zero when they are reversed.</summary>
    public TimeSpan OpenTime(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        foreach (var span in OpenSpans.Open(this, Instant.FromDateTimeOffset(from), Instant.FromDateTimeOffset(to)))
        {
            sum += span.Length;
        }

        return sum;
    }

    /// <summary>True when the moment lies in an open window: its start belongs to it, its end does not.</summary>
    public bool IsOpen(DateTimeOffset at)
    {
        var instant = Instant.FromDateTimeOffset(at);
        return OpenSpans.Open(this, instant, instant + Duration.FromTicks(1)).Any();
    }

    /// <summary>True for a working day: a date with windows of its own, or of its weekday.</summary>
    public bool OpensOn(LocalDate date) => Days.TryGetValue(date, out var day) ? day.Windows.Count > 0 : Week.TryGetValue(date.DayOfWeek, out var windows) && windows.Count > 0;

    /// <summary>When the next shift begins: the first open moment of this date if it lies ahead, else of a later date.</summary>
    /// <exception cref="InvalidOperationException">The calendar does not open within <see cref="HorizonYears"/> years.</exception>
    public DateTimeOffset NextShift(DateTimeOffset at)
    {
        var today = Instant.FromDateTimeOffset(at).InZone(Zone).Date;
        var first = NextOpen(Zone.AtStartOfDay(today).ToDateTimeOffset());
        return first > at ? first : NextOpen(Zone.AtStartOfDay(today.PlusDays(1)).ToDateTimeOffset());
    }

    /// <summary>The first open moment at or after a moment.</summary>
    /// <exception cref="InvalidOperationException">The calendar does not open within <see cref="HorizonYears"/> years.</exception>
    public DateTimeOffset NextOpen(DateTimeOffset at) => Add(at, TimeSpan.Zero);

    /// <summary>A moment as the calendar's wall clock shows it.</summary>
    public DateTimeOffset Tell(DateTimeOffset at) => Tell(Instant.FromDateTimeOffset(at));

    internal DateTimeOffset Tell(Instant instant) => instant.InZone(Zone).ToDateTimeOffset();

    private IEnumerable<TimeSpan> OpenWeekdays() =>
        Week.Values.Select(windows => DayShape.Length(windows, Breaks)).Where(length => length > TimeSpan.Zero);
}
