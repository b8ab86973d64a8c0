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
        Ticket? before, TicketHistory after, IReadOnlyList<TicketEvent> events, HouseRules house)
    {
        if (events.Count == 0 || after.Ticket is not { } ticket)
        {
            return [];
        }

        var opened = after.Events.OfType<TicketEvent.Opened>().First();
        var mails = events.Select(e => e switch
        {
            TicketEvent.Promised promised when opened.Understanding.Unread is not null => UnreadNotice.Write(ticket, opened, promised, house),
            TicketEvent.Promised promised => Acknowledgement.Write(ticket, opened, promised, house),
            TicketEvent.Repromised again => NewPromise.Write(ticket, opened, again, house),
            TicketEvent.FollowUpAcknowledged told => FollowUpNotice.Write(ticket, events.OfType<TicketEvent.CustomerWrote>().First(), told, house),
            TicketEvent.AskedToResend asked => UnreadNotice.Write(ticket, events.OfType<TicketEvent.CustomerWrote>().First(), asked, house),
            TicketEvent.Reminded { KeptBack: null } reminded => AfterAnswer.Remind(after, reminded, house),
            TicketEvent.ClosedUnanswered { KeptBack: null } closed => AfterAnswer.Close(after, closed, house),
            TicketEvent.SatisfactionAsked { KeptBack: null } asked => AfterAnswer.Ask(after, asked, house),
            TicketEvent.EscalatedByHand escalated => HandEscalation.Write(ticket, escalated, house),
            _ => null,
        });
        List<TicketEvent.LadderReached> rungs = [.. events.OfType<TicketEvent.LadderReached>()];
        var notices = EscalationNotices.Order(ticket, rungs, house).Concat(LadderWebhook.Order(ticket, rungs, house));
        List<Effect> effects = [.. mails.OfType<OutgoingMail>().Concat(notices).Select(mail => new Effect.SendMail(mail))];
        if (ticket.NextCheck is { } at && at != before?.NextCheck)
        {
            effects.Add(new Effect.CheckAt(ticket.Number, at, ticket.Version));
        }

        effects.AddRange(events.OfType<TicketEvent.AgentReplied>().Select(a => new Effect.CountAnswer(a.MailId, a.At, ticket.Team, a.Agent)));
        effects.Add(new Effect.RefreshView(ticket, before));
        return effects;
    }
}
