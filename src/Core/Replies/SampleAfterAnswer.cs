using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>Samples of what a customer gets after our answer, by the same decisions as a real ticket's, whatever the policy allows.</summary>
internal static class SampleAfterAnswer
{
    /// <summary>The sample.</summary>
    /// <param name="kind">Reminder, closing or satisfaction.</param>
    /// <param name="opened">The ticket as it was opened.</param>
    /// <param name="house">Policy and key.</param>
    public static OutgoingMail Of(OutgoingKind kind, TicketHistory opened, HouseRules house)
    {
        var told = house with { PublicAddress = house.PublicAddress ?? new Uri("https://support.example/") };
        var at = opened.Ticket!.OpenedAt;
        TicketEvent[] events =
            kind == OutgoingKind.Reminder ? [new TicketEvent.AgentReplied(at, "sample", "sample"), new TicketEvent.Reminded(at.AddDays(3), "sample")]
            : kind == OutgoingKind.Closing ? [new TicketEvent.AgentReplied(at, "sample", "sample"), new TicketEvent.ClosedUnanswered(at.AddDays(7), "sample")]
            : [new TicketEvent.Resolved(at, "sample"), new TicketEvent.SatisfactionAsked(at.AddDays(1), "sample", at.AddDays(15))];
        var after = TicketDecider.Apply(opened, events, told);
        return ReplyPlan.For(opened.Ticket, after, events, told).OfType<Effect.SendMail>().Select(s => s.Mail).First(m => m.Kind == kind);
    }
}
