namespace Mailroom.Core.Tickets;

/// <summary>A ticket with all that happened to it.</summary>
/// <param name="Ticket">The ticket now; null when it does not exist yet.</param>
/// <param name="Events">Its events, oldest first.</param>
public sealed record TicketHistory(Ticket? Ticket, IReadOnlyList<TicketEvent> Events)
{
    /// <summary>A ticket that does not exist yet.</summary>
    public static TicketHistory None { get; } = new(null, []);
}
