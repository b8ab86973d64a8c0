using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Follows merged tickets to where they lead.</summary>
public sealed class MergedTickets(TicketStore tickets)
{
    /// <summary>The ticket and those that it leads to, itself first; empty when there is no such ticket. A ticket that is not merged costs one read.</summary>
    public async Task<IReadOnlyList<Ticket>> WayOfAsync(TicketNumber number, CancellationToken cancellation)
    {
        List<Ticket> way = [];
        for (TicketNumber? next = number; next is { } one && await tickets.FindHeaderAsync(one, cancellation) is { } ticket; next = TicketMerging.Next(way))
        {
            way.Add(ticket);
        }

        return way;
    }
}
