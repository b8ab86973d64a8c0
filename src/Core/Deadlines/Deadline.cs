namespace Mailroom.Core.Deadlines;

/// <summary>One deadline of a ticket at one instant, computed from its events.</summary>
/// <param name="Kind">Which promise.</param>
/// <param name="Due">The moment it is due, in an open window of its calendar; while paused, as if the clock went on now.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Target">The counted time that the target grants.</param>
/// <param name="Elapsed">The counted time used so far.</param>
public sealed record Deadline(DeadlineKind Kind, DateTimeOffset Due, DeadlineState State, TimeSpan Target, TimeSpan Elapsed)
{
    /// <summary>The counted time left; negative after a breach.</summary>
    public TimeSpan Remaining => Target - Elapsed;

    /// <summary>When the answer or the solution came, in time or late; null while somebody waits.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>True while its clock counts: nobody has kept it yet, in time or late, and we do not wait for the customer.</summary>
    public bool IsCounting { get; init; }
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
}

/// <summary>Where a deadline stands.</summary>
public enum DeadlineState
{
    /// <summary>The clock runs.</summary>
    Running,

    /// <summary>We wait for the customer.</summary>
    Paused,

    /// <summary>Kept.</summary>
    Met,

    /// <summary>Missed.</summary>
    Breached,
}
