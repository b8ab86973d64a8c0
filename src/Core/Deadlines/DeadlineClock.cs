namespace Mailroom.Core.Deadlines;

/// <summary>Computes deadlines from what happened; keeps no counters.</summary>
public static class DeadlineClock
{
    /// <summary>The deadlines at an instant: the response that is due (first or next; none when nobody waits) and the solution.</summary>
    /// <param name="events">What happened, oldest first; the first is the customer's first mail.</param>
    /// <param name="targets">The targets and their calendar.</param>
    /// <param name="now">The instant.</param>
    public static IReadOnlyList<Deadline> Read(IReadOnlyList<ClockEvent> events, ClockTargets targets, DateTimeOffset now) =>
        throw new NotSupportedException();
}

/// <summary>The targets of one ticket and the calendar whose open time counts.</summary>
public sealed record ClockTargets(Target FirstResponse, Target Resolution, WorkingCalendar Calendar);

/// <summary>Something that moves a clock.</summary>
public sealed record ClockEvent(DateTimeOffset At, ClockEventKind Kind);

/// <summary>What moves a clock.</summary>
public enum ClockEventKind
{
    /// <summary>The customer wrote: a response is due.</summary>
    CustomerMail,

    /// <summary>A person of ours answered: the response is given.</summary>
    AgentReply,

    /// <summary>We wait for the customer: the solution's clock stands.</summary>
    Pause,

    /// <summary>We no longer wait.</summary>
    Resume,

    /// <summary>Solved: every clock stops.</summary>
    Resolve,

    /// <summary>Not solved after all: the solution's clock goes on with what has elapsed.</summary>
    Reopen,
}
