using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>Turns events into what is to be done about them outside.</summary>
public static class ReplyPlan
{
    /// <summary>The effects of new events: mails to write, the next look at the clock, the desk's lists.</summary>
    /// <param name="before">The ticket before.</param>
    /// <param name="after">The ticket and its history, new events included.</param>
    /// <param name="events">The new events.</param>
    /// <param name="house">Policy and key.</param>
    public static IReadOnlyList<Effect> For(
        Ticket? before, TicketHistory after, IReadOnlyList<TicketEvent> events, HouseRules house) =>
        throw new NotSupportedException();
}
