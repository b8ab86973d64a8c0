using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Tickets;

/// <summary>
/// All that happens to a ticket because time passes, and nothing else: one timer for each such thing, all asked at each look at its clock.
/// </summary>
public static class TicketTimers
{
    private static readonly IReadOnlyList<Func<TicketHistory, DateTimeOffset, HouseRules, TimerReading>> All =
    [
        LadderTimer.Look,
    ];

    /// <summary>What has come due at an instant and has not happened yet, and when to look again.</summary>
    /// <param name="history">The ticket; nothing comes due for one that does not exist.</param>
    /// <param name="now">The instant.</param>
    /// <param name="house">Policy and key.</param>
    public static TimerReading Look(TicketHistory history, DateTimeOffset now, HouseRules house)
    {
        if (history.Ticket is null)
        {
            return TimerReading.Nothing;
        }

        var readings = All.Select(look => look(history, now, house)).ToList();
        return new([.. readings.SelectMany(r => r.Reached)], readings.Min(r => r.NextCheck));
    }
}

/// <summary>What a timer says.</summary>
/// <param name="Reached">The events that have come due, in order.</param>
/// <param name="NextCheck">When something further comes due unless something happens before; null when nothing will.</param>
public sealed record TimerReading(IReadOnlyList<TicketEvent> Reached, DateTimeOffset? NextCheck)
{
    /// <summary>Nothing, and nothing to come.</summary>
    public static TimerReading Nothing { get; } = new([], null);
}

/// <summary>The rungs of the escalation ladder.</summary>
internal static class LadderTimer
{
    /// <summary>The rungs that a ticket has reached and nobody was told of.</summary>
    public static TimerReading Look(TicketHistory history, DateTimeOffset now, HouseRules house)
    {
        var ticket = history.Ticket!;
        var told = history.Events.OfType<TicketEvent.LadderReached>()
            .Select(e => new RungTold(e.Deadline, e.Due, e.Step))
            .ToList();
        var look = EscalationLadder.Look(TicketClock.Read(history, house.Policy, now), new(house.Policy.Ladder, ticket.Priority), told, now);
        return new([.. look.Reached.Select(r => Reached(r, now, ticket, house))], look.NextCheck);
    }

    private static TicketEvent Reached(Rung rung, DateTimeOffset now, Ticket ticket, HouseRules house) =>
        new TicketEvent.LadderReached(
            now, rung.Deadline.Kind, rung.Deadline.Due, rung.Step.Name, rung.Step.Percent, MailIds.Notice(house.Key, ticket.Number, rung));
}
