namespace Mailroom.Core.Tickets;

/// <summary>A ticket as it is remembered with the address that opened it: enough to tell a later mail's likely parent, and no more.</summary>
/// <param name="Ticket">The number.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Subject">The letters and digits of its redacted subject, bounded.</param>
/// <param name="Transactions">Keyed hashes of the transaction and order numbers that its first mail names.</param>
public sealed record RecentTicket(TicketNumber Ticket, DateTimeOffset OpenedAt, string Subject, IReadOnlyList<string> Transactions)
{
    /// <summary>The most tickets that are remembered of one address.</summary>
    public const int Most = 5;

    /// <summary>How long they are remembered.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(60);

    /// <summary>The list with one more ticket, oldest first; old ones and those beyond the bound are forgotten.</summary>
    public static IReadOnlyList<RecentTicket> With(IReadOnlyList<RecentTicket> known, RecentTicket opened) =>
        [.. known.Where(k => k.Ticket != opened.Ticket && opened.OpenedAt - k.OpenedAt < Memory).Append(opened).OrderBy(k => k.OpenedAt).TakeLast(Most)];
}
