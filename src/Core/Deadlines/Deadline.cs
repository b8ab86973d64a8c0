namespace Mailroom.Core.Deadlines;

/// <summary>One deadline of a ticket at one instant, computed from its events.</summary>
/// <param name="Kind">Which promise.</param>
/// <param name="Due">
/// The moment it is due, in an open window of its calendar or at its end. While paused, as if the clock went on at that instant.
/// </param>
/// <param name="State">Where it stands.</param>
/// <param name="Target">The counted time that the target in force grants.</param>
/// <param name="Elapsed">The counted time used so far, under whichever targets it was.</param>
public sealed record Deadline(DeadlineKind Kind, DateTimeOffset Due, DeadlineState State, TimeSpan Target, TimeSpan Elapsed)
{
    /// <summary>The counted time left; zero or less after a breach.</summary>
    public TimeSpan Remaining => Target - Elapsed;

    /// <summary>When the answer or the solution came, in time or late; null while somebody waits.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>The moment that the customer was promised, when that is sooner than the policy's target; null otherwise.</summary>
    public DateTimeOffset? PromisedBy => Spans[^1].Target.PromisedBy;

    /// <summary>True while its clock counts: nobody has kept it yet, in time or late, and we do not wait for the customer.</summary>
    public bool IsCounting { get; init; }

    /// <summary>The calendar that it is counted on now.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>The instant at which it was read.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Its life so far: when the clock counted, and when it stood and why. Touching, oldest first; the last is open-ended.</summary>
    public required IReadOnlyList<ClockSpan> Spans { get; init; }

    /// <summary>Every target that was missed while it was in force, oldest first; a later change of the target does not undo it.</summary>
    public required IReadOnlyList<Breach> Breaches { get; init; }
}

/// <summary>A stretch of a deadline's life.</summary>
/// <param name="From">Its start.</param>
/// <param name="To">Its end; null for the last.</param>
/// <param name="Target">The target in force, and the calendar.</param>
/// <param name="StoppedBy">What made the clock stand; null when it counts.</param>
public sealed record ClockSpan(DateTimeOffset From, DateTimeOffset? To, ClockTarget Target, ClockEvent? StoppedBy);

/// <summary>A target that was missed.</summary>
/// <param name="Target">The counted time that it granted.</param>
/// <param name="Due">When it was missed; for a target that was set too late to be kept, when it was set.</param>
/// <param name="EndedAt">When the answer or the solution came, or another target took its place; null while it goes on.</param>
public sealed record Breach(TimeSpan Target, DateTimeOffset Due, DateTimeOffset? EndedAt)
{
    /// <summary>By how much it was missed, or is by now: real time.</summary>
    public TimeSpan Late(DateTimeOffset now) => (EndedAt ?? now) - Due;
}

/// <summary>The kinds of deadline.</summary>
public enum DeadlineKind
{
    /// <summary>The first human answer.</summary>
    FirstResponse,

    /// <summary>An answer to the oldest unanswered mail after the first answer.</summary>
    NextResponse,

    /// <summary>The solution.</summary>
    Resolution,

    /// <summary>The solution by the term that the law or a regulator sets, beside our own: it waits for nobody.</summary>
    Regulatory,
}

/// <summary>Where a deadline stands.</summary>
public enum DeadlineState
{
    /// <summary>The clock runs.</summary>
    Running,

    /// <summary>We wait for the customer.</summary>
    Paused,

    /// <summary>Kept: the answer came at the very moment or before.</summary>
    Met,

    /// <summary>Missed: answered after the moment, or not at it.</summary>
    Breached,
}
