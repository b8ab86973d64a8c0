namespace Mailroom.Core.Deadlines;

/// <summary>A piece of the explanation of a deadline.</summary>
/// <param name="From">Its start, as the calendar's wall clock shows it.</param>
/// <param name="To">Its end.</param>
/// <param name="Kind">What happened in it.</param>
public sealed record ClockSegment(DateTimeOffset From, DateTimeOffset To, SegmentKind Kind)
{
    /// <summary>The holiday's, the break's or, of counted time on a date of its own, the make-up day's name; null for none.</summary>
    public CalendarName? Name { get; init; }

    /// <summary>What made the clock stand; null unless it stood.</summary>
    public ClockEvent? StoppedBy { get; init; }

    /// <summary>How long it is: real time.</summary>
    public TimeSpan Length => To - From;

    /// <summary>What it adds to the time used.</summary>
    public TimeSpan Counted => Kind == SegmentKind.Counted ? Length : TimeSpan.Zero;
}

/// <summary>What happens in a segment.</summary>
public enum SegmentKind
{
    /// <summary>The clock counted.</summary>
    Counted,

    /// <summary>Outside the windows: at night, at the weekend.</summary>
    Closed,

    /// <summary>A break within a window.</summary>
    Lunch,

    /// <summary>A date without windows that has a name.</summary>
    Holiday,

    /// <summary>The clock stood, because we waited for the customer or the matter was solved.</summary>
    Paused,
}
