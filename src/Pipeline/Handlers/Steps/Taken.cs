using Mailroom.Core.Effects;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>What a mail changes in its ticket, and what is to be done about it outside.</summary>
/// <param name="Save">The change.</param>
/// <param name="Effects">What is to be done.</param>
public sealed record Taken(TicketSave Save, IReadOnlyList<Effect> Effects)
{
    /// <summary>The same once more for a mail that was taken before: deciding is pure, so the events tell what they asked for.</summary>
    public static Taken Before(StoredTicket stored, InboxEntry entry, HouseRules house)
    {
        var events = stored.History.Events;
        var before = TicketDecider.Apply(TicketHistory.None, [.. events.Take(entry.FirstEvent - 1)], house);
        IReadOnlyList<TicketEvent> own = [.. events.Take(entry.LastEvent).Skip(entry.FirstEvent - 1)];
        var after = TicketDecider.Apply(before, own, house);
        var ticket = after.Ticket ?? stored.History.Ticket
            ?? throw new InvalidOperationException($"Ticket {stored.Number} has taken mail {entry.Sha256} but does not exist.");
        return new Taken(new TicketSave(stored, ticket, own, entry, []), ReplyPlan.For(before.Ticket, after, own, house));
    }
}
