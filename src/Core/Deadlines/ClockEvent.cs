namespace Mailroom.Core.Deadlines;

/// <summary>Something that moves a clock.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
/// <param name="By">Who did it; empty where it does not matter.</param>
/// <param name="Why">The reason in somebody's words; empty for none.</param>
public sealed record ClockEvent(DateTimeOffset At, ClockEventKind Kind, string By = "", string Why = "")
{
    /// <summary>What an <see cref="ClockEventKind.Extend"/> grants; null for all others.</summary>
    public ClockExtension? Extension { get; init; }
}

/// <summary>More time for one deadline.</summary>
/// <param name="Deadline">Which; of the next responses the one that is waited for at that moment.</param>
/// <param name="By">Counted time above zero, on the calendar in force.</param>
public sealed record ClockExtension(DeadlineKind Deadline, TimeSpan By);

/// <summary>What moves a clock. A machine's mail is none of these.</summary>
public enum ClockEventKind
{
    /// <summary>The customer wrote: a response is due, and we no longer wait for them.</summary>
    CustomerMail,

    /// <summary>A person of ours answered: the response is given.</summary>
    AgentReply,

    /// <summary>We wait for the customer: the solution's clock stands. The response's does not: waiting begins with an answer.</summary>
    Pause,

    /// <summary>We no longer wait.</summary>
    Resume,

    /// <summary>Solved: every clock stops.</summary>
    Resolve,

    /// <summary>Not solved after all: the solution's clock goes on with what has elapsed.</summary>
    Reopen,

    /// <summary>A deadline got more time: its target is longer from then on, and what has elapsed stays.</summary>
    Extend,
}

/// <summary>Targets and the moment from which they are in force.</summary>
public sealed record TargetsFrom(DateTimeOffset From, ClockTargets Targets);

/// <summary>All that a ticket's clock is computed from.</summary>
/// <param name="Events">What happened, in any order; what happened at one instant is taken in the order given.</param>
/// <param name="Targets">The targets, earliest first; the first ones hold from the beginning.</param>
public sealed record ClockHistory(IReadOnlyList<ClockEvent> Events, IReadOnlyList<TargetsFrom> Targets)
{
    /// <summary>A history whose targets never changed.</summary>
    public ClockHistory(IReadOnlyList<ClockEvent> events, ClockTargets targets)
        : this(events, [new TargetsFrom(DateTimeOffset.MinValue, targets)])
    {
    }
}
