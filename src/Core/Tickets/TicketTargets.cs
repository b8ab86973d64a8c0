using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets.Promises;

namespace Mailroom.Core.Tickets;

/// <summary>Finds which targets were in force when, as priority, category and team changed.</summary>
internal static class TicketTargets
{
    /// <summary>The targets from the ticket's opening on.</summary>
    /// <param name="events">The ticket's events in the order in which they were decided; the first opens it.</param>
    /// <param name="policy">The policy.</param>
    public static IReadOnlyList<TargetsFrom> Of(IReadOnlyList<TicketEvent> events, SupportPolicy policy)
    {
        var targets = new List<TargetsFrom>();
        Ticket? ticket = null;
        foreach (var e in events)
        {
            var before = ticket;
            ticket = TicketFold.After(ticket, e);
            if (before is null || IsAnother(before, ticket))
            {
                // A mail that was worked late changes nothing that was decided before it.
                var from = targets.Count > 0 && targets[^1].From > e.At ? targets[^1].From : e.At;
                targets.Add(new(from, PromisedTarget.Of(ticket, targets, new(from, TicketClock.Targets(ticket, policy)))));
            }
        }

        return targets;
    }

    private static bool IsAnother(Ticket before, Ticket after) =>
        before.Promise?.By != after.Promise?.By || before.Promise?.IsWithdrawn != after.Promise?.IsWithdrawn
        || before.Priority != after.Priority || before.Category != after.Category || before.Team != after.Team || before.Language != after.Language;
}
