using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets;

/// <summary>The rungs of the escalation ladder, with what their steps do to the ticket.</summary>
internal static class LadderTimer
{
    /// <summary>The rungs that a ticket has reached and nobody was told of.</summary>
    public static TimerReading Look(TicketHistory history, DateTimeOffset now, HouseRules house)
    {
        var ticket = history.Ticket!;
        var look = EscalationLadder.Look(
            TicketClock.Read(history, house.Policy, now), new(house.Policy.Ladder, CaseOf(ticket, house.Policy)), Told(history), now);
        List<TicketEvent> events = [];
        foreach (var rung in look.Reached.Where(r => r.Step.When.Covers(CaseOf(ticket, house.Policy))))
        {
            List<TicketEvent> caused = [Reached(rung, now, ticket, house), .. Deeds(rung.Step, ticket, now, house.Policy)];
            events.AddRange(caused);

            // What a step has changed decides whether the next one is still about this ticket.
            ticket = caused.Aggregate(ticket, TicketFold.After);
        }

        return new(events, look.NextCheck);
    }

    /// <summary>The rungs of a ticket that were told.</summary>
    public static List<RungTold> Told(TicketHistory history) =>
        [.. history.Events.OfType<TicketEvent.LadderReached>().Select(Told)];

    /// <summary>A rung by its identity.</summary>
    public static RungTold Told(TicketEvent.LadderReached e) => new(e.Deadline, e.Since ?? e.At, e.Step, e.Round, e.At);

    private static LadderCase CaseOf(Ticket ticket, SupportPolicy policy) => new(
        ticket.Priority, policy.Category(ticket.Category), ticket.Team, StatusOf(ticket.Status), ticket.Trust, ticket.Language, ticket.Assignee is not null);

    // Nothing of a solved ticket counts, so that no step asks.
    private static LadderStatus StatusOf(TicketStatus status) => status switch
    {
        TicketStatus.New => LadderStatus.New,
        TicketStatus.Waiting => LadderStatus.Waiting,
        TicketStatus.Open or TicketStatus.Resolved => LadderStatus.Open,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No row says where this ticket stands."),
    };

    private static TicketEvent.LadderReached Reached(Rung rung, DateTimeOffset now, Ticket ticket, HouseRules house) =>
        new(now, rung.Deadline.Kind, rung.Deadline.Due, rung.Step.Name, rung.Percent, MailIds.Notice(house.Key, ticket.Number, rung))
        {
            Round = rung.Round,
            Since = rung.Deadline.Spans[0].From,
        };

    private static IEnumerable<TicketEvent> Deeds(LadderStep step, Ticket ticket, DateTimeOffset now, SupportPolicy policy)
    {
        if (step.Raise is { } priority && priority < ticket.Priority)
        {
            yield return new TicketEvent.Prioritised(now, TicketEvent.LadderAgent, priority, step.Name);
        }

        if (step.Reassign is { } team && team != ticket.Team && policy.Teams.Any(t => t.Name == team))
        {
            yield return new TicketEvent.Reassigned(now, TicketEvent.LadderAgent, team, step.Name);
        }
    }
}
