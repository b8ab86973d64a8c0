using Mailroom.Core.Tickets;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>Table Tickets: header, events, inbox and outbox of a ticket in one partition.</summary>
public sealed class TicketStore
{
    /// <summary>A ticket with its events; null when there is none.</summary>
    public Task<TicketHistory?> FindAsync(TicketNumber number, CancellationToken cancellation) => throw new NotSupportedException();
}
