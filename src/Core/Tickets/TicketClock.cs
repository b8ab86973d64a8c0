using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets;

/// <summary>Reads a ticket's clock off its events, by the targets that were in force.</summary>
public static class TicketClock
{
    /// <summary>The whole clock of a ticket at an instant; null for a ticket that does not exist.</summary>
    public static ClockReading? Reading(TicketHistory history, SupportPolicy policy, DateTimeOffset now) =>
        history.Ticket is null ? null : DeadlineClock.Read(new(Moves(history.Standing), TicketTargets.Of(history.Standing, policy)), now);

    /// <summary>The deadlines that stand at an instant; none for a ticket that does not exist.</summary>
    public static IReadOnlyList<Deadline> Read(TicketHistory history, SupportPolicy policy, DateTimeOffset now) =>
        Reading(history, policy, now) is not { } reading ? [] : reading.Regulatory is { } law ? [.. reading.Current, law] : reading.Current;

    /// <summary>The targets of a ticket as it stands.</summary>
    public static ClockTargets Targets(Ticket ticket, SupportPolicy policy) =>
        TargetTable.For(new(ticket.Priority, policy.Category(ticket.Category), ticket.Team, ticket.Language), policy);

    /// <summary>What moved a clock, in the order in which it was decided.</summary>
    internal static List<ClockEvent> Moves(IReadOnlyList<TicketEvent> events) => events.SelectMany(Moves).ToList();

    private static IEnumerable<ClockEvent> Moves(TicketEvent e) => e switch
    {
        TicketEvent.Opened => [new(e.At, ClockEventKind.CustomerMail)],
        // The customer's word ends a pause and a rest alike; on a running clock it changes nothing.
        TicketEvent.CustomerWrote => [new(e.At, ClockEventKind.Reopen), new(e.At, ClockEventKind.CustomerMail)],
        // "Not solved" is a word of the customer's like any other.
        TicketEvent.CustomerRated { Rating: SatisfactionRating.NotSolved } => [new(e.At, ClockEventKind.Reopen), new(e.At, ClockEventKind.CustomerMail)],
        TicketEvent.ClosedUnanswered => [new(e.At, ClockEventKind.Resolve)],
        TicketEvent.AgentReplied a => [new(e.At, ClockEventKind.AgentReply, a.Agent), new(e.At, ClockEventKind.Pause, a.Agent)],
        TicketEvent.Paused p => [new(e.At, ClockEventKind.Pause, p.Agent, p.Why)],
        TicketEvent.Resumed r => [new(e.At, ClockEventKind.Resume, r.Agent, r.Why)],
        TicketEvent.Resolved r => [new(e.At, ClockEventKind.Resolve, r.Agent)],
        TicketEvent.MergedInto m => [new(e.At, ClockEventKind.Resolve, m.Agent)],
        TicketEvent.Extended x => [new(e.At, ClockEventKind.Extend, x.Agent, x.Why) { Extension = new(x.Deadline, x.By) }],
        TicketEvent.Reopened r => [new(e.At, ClockEventKind.Reopen, r.Agent, r.Why)],
        _ => [],
    };
}
