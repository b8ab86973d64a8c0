using Mailroom.Core.Tickets;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>Table Views: what the desk lists, by due time.</summary>
public sealed class ViewStore
{
    /// <summary>A page of tickets that are not resolved (or that are), soonest due first over all teams or of one.</summary>
    public Task<TicketPage> ListAsync(TicketQuery query, CancellationToken cancellation) => throw new NotSupportedException();
}

/// <summary>What to list.</summary>
/// <param name="Team">One team; null for all.</param>
/// <param name="Resolved">True for resolved tickets.</param>
/// <param name="Size">At most so many, 1 to 500.</param>
/// <param name="Continuation">Where the page before ended; null for the first page.</param>
public sealed record TicketQuery(string? Team, bool Resolved, int Size, string? Continuation);

/// <summary>A page of tickets.</summary>
/// <param name="Tickets">The tickets.</param>
/// <param name="Continuation">Where the next page starts; null when this was the last.</param>
public sealed record TicketPage(IReadOnlyList<Ticket> Tickets, string? Continuation);
