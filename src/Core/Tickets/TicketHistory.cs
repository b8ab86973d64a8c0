namespace Mailroom.Core.Tickets;

/// <summary>A ticket with all that happened to it.</summary>
/// <param name="Ticket">The ticket now; null when it does not exist yet.</param>
/// <param name="Events">Its events, oldest first.</param>
public sealed record TicketHistory(Ticket? Ticket, IReadOnlyList<TicketEvent> Events)
{
    /// <summary>The events that the ticket stands on: all but the mails whose joining was undone.</summary>
    public IReadOnlyList<TicketEvent> Standing
    {
        get
        {
            var undone = Events.OfType<TicketEvent.JoinUndone>().Select(e => e.Sha256).ToHashSet(StringComparer.Ordinal);
            return undone.Count == 0 ? Events : [.. Events.Where(e => e is not TicketEvent.CustomerWrote wrote || !undone.Contains(wrote.Mail.Sha256))];
        }
    }

    /// <summary>The moment that one of its mails promises an answer by; null when it promises none.</summary>
    public DateTimeOffset? PromiseOf(string mailId) => Events.Select(e => e switch
        {
            TicketEvent.Promised promised when promised.MailId == mailId => promised.By,
            TicketEvent.Repromised again when again.MailId == mailId => again.By,
            TicketEvent.FollowUpAcknowledged told when told.MailId == mailId => told.By,
            _ => (DateTimeOffset?)null,
        })
        .FirstOrDefault(by => by is not null);

    /// <summary>A ticket that does not exist yet.</summary>
    public static TicketHistory None { get; } = new(null, []);
}
