using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets;

/// <summary>Reads a ticket's clock off its events, by the targets of its priority.</summary>
public static class TicketClock
{
    /// <summary>The deadlines of a ticket at an instant; none for a ticket that does not exist.</summary>
    public static IReadOnlyList<Deadline> Read(TicketHistory history, SupportPolicy policy, DateTimeOffset now) =>
        history.Ticket is { } ticket ? DeadlineClock.Read(Moves(history.Events), Targets(ticket, policy), now) : [];

    /// <summary>The rungs of the ladder that a ticket has reached at an instant and nobody was told of, and when to look again.</summary>
    public static LadderReading Look(TicketHistory history, SupportPolicy policy, DateTimeOffset now)
    {
        if (history.Ticket is not { } ticket)
        {
            return new([], null);
        }

        var told = history.Events.OfType<TicketEvent.LadderReached>()
            .Select(e => new RungTold(e.Deadline, e.Due, e.Step))
            .ToList();
        var rules = new LadderRules(policy.Ladder, ticket.Priority, Targets(ticket, policy).Calendar);
        return EscalationLadder.Look(Read(history, policy, now), rules, told, now);
    }

    /// <summary>The targets of a ticket: those of its priority, on the clock for missing money where money is missing.</summary>
    public static ClockTargets Targets(Ticket ticket, SupportPolicy policy)
    {
        var target = policy.Targets[ticket.Priority];
        var calendar = policy.Category(ticket.Category).MissingMoney ? target.MissingMoneyCalendar ?? target.Calendar : target.Calendar;
        return new(target.FirstResponse, target.Resolution, policy.Calendars[calendar]);
    }

    // Mails may be worked in another order than they came in; the clock goes by when things happened.
    private static List<ClockEvent> Moves(IReadOnlyList<TicketEvent> events) =>
        events.SelectMany(Moves).OrderBy(e => e.At).ToList();

    private static IEnumerable<ClockEvent> Moves(TicketEvent e) => e switch
    {
        TicketEvent.Opened => [new(e.At, ClockEventKind.CustomerMail)],
        // The customer's word ends a pause and a rest alike; on a running clock it changes nothing.
        TicketEvent.CustomerWrote => [new(e.At, ClockEventKind.Reopen), new(e.At, ClockEventKind.CustomerMail)],
        TicketEvent.AgentReplied => [new(e.At, ClockEventKind.AgentReply), new(e.At, ClockEventKind.Pause)],
        TicketEvent.Resolved or TicketEvent.MergedInto => [new(e.At, ClockEventKind.Resolve)],
        _ => [],
    };
}
