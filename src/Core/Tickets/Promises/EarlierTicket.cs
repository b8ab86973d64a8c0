using Mailroom.Core.Mail;

namespace Mailroom.Core.Tickets.Promises;

/// <summary>Another ticket that the same address opened shortly before.</summary>
/// <param name="Number">Its number.</param>
/// <param name="OpenedAt">When it was opened.</param>
public sealed record EarlierTicket(TicketNumber Number, DateTimeOffset OpenedAt)
{
    /// <summary>How long before it counts.</summary>
    public static readonly TimeSpan Shortly = TimeSpan.FromDays(1);

    /// <summary>The latest ticket of an address within the day before another; null when there is none that its writer may be told of.</summary>
    /// <remarks>Whether it is still open is not looked up, so the mail says only that we have it.</remarks>
    /// <param name="known">What is remembered of the address.</param>
    /// <param name="opens">The ticket that it opens now.</param>
    /// <param name="trust">How far the sender is proven: somebody else who uses the address learns no number.</param>
    public static EarlierTicket? Before(IReadOnlyList<RecentTicket> known, RecentTicket opens, TrustLevel trust) =>
        trust == TrustLevel.Verified
        && known.Where(k => k.Ticket != opens.Ticket && k.OpenedAt <= opens.OpenedAt && opens.OpenedAt - k.OpenedAt < Shortly)
            .MaxBy(k => k.OpenedAt) is { } latest
            ? new(latest.Ticket, latest.OpenedAt)
            : null;
}
