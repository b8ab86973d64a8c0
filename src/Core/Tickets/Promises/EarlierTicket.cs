namespace Mailroom.Core.Tickets.Promises;

/// <summary>Another ticket that the same address opened shortly before.</summary>
/// <param name="Number">Its number.</param>
/// <param name="OpenedAt">When it was opened.</param>
public sealed record EarlierTicket(TicketNumber Number, DateTimeOffset OpenedAt)
{
    /// <summary>How long before it counts.</summary>
    public static readonly TimeSpan Shortly = TimeSpan.FromDays(1);

    /// <summary>The latest ticket of an address within the day before another; null when there is none.</summary>
    /// <param name="known">What is remembered of the address.</param>
    /// <param name="opens">The ticket that it opens now.</param>
    public static EarlierTicket? Before(IReadOnlyList<RecentTicket> known, RecentTicket opens) => known
        .Where(k => k.Ticket != opens.Ticket && k.OpenedAt <= opens.OpenedAt && opens.OpenedAt - k.OpenedAt < Shortly)
        .MaxBy(k => k.OpenedAt) is { } latest
            ? new(latest.Ticket, latest.OpenedAt)
            : null;

    /// <summary>True when a mail to this person may name the ticket: it is theirs, proven, and still open.</summary>
    /// <param name="ticket">The earlier ticket as it stands.</param>
    /// <param name="addressKey">Whose mail opens the other one.</param>
    /// <param name="trust">How far that sender is proven: somebody else who uses the address learns no number.</param>
    public static bool MayBeNamed(Ticket ticket, string addressKey, Mail.TrustLevel trust) =>
        trust == Mail.TrustLevel.Verified && ticket.Requester.Key == addressKey && ticket.Status != TicketStatus.Resolved;
}
