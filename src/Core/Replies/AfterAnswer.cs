using System.Globalization;
using Mailroom.Core.Effects;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>Writes to the customer after our answer: the reminder, the notice of closing, the question how it went.</summary>
/// <remarks>
/// Template values, all strings unless said: <c>ticket</c>; <c>company</c>; <c>name</c> (empty when none is safe); <c>officialChannels</c> (list);
/// <c>antiPhishing</c>. Reminder and closing: <c>missing</c> (list: what we still need). Reminder: <c>closesOn</c> (the day on which we close, empty when we
/// do not). Closing: <c>reopenDays</c> (for so many days an answer opens this ticket again). Satisfaction: <c>good</c>, <c>bad</c>, <c>notSolved</c>
/// (addresses); <c>until</c> (the day until which they work).
/// </remarks>
public static class AfterAnswer
{
    /// <summary>The reminder.</summary>
    /// <param name="history">The ticket, reminded.</param>
    /// <param name="reminded">That it was.</param>
    /// <param name="house">Policy and key.</param>
    public static OutgoingMail Remind(TicketHistory history, TicketEvent.Reminded reminded, HouseRules house)
    {
        var closes = WaitingTimer.Look(history, reminded.At, house).NextCheck;
        return Write((OutgoingKind.Reminder, reminded.MailId), history, house, language => new()
        {
            ["missing"] = Missing(history, house.Policy, language),
            ["closesOn"] = closes is { } at ? PromiseWording.Day(at, house.Policy.Company, language) : "",
        });
    }

    /// <summary>The notice of closing.</summary>
    public static OutgoingMail Close(TicketHistory history, TicketEvent.ClosedUnanswered closed, HouseRules house) =>
        Write((OutgoingKind.Closing, closed.MailId), history, house, language => new()
        {
            ["missing"] = Missing(history, house.Policy, language),
            ["reopenDays"] = house.Policy.Reopen.WithinDays.ToString(CultureInfo.InvariantCulture),
        });

    /// <summary>The question how it went, with a link for each answer.</summary>
    /// <exception cref="InvalidOperationException">Nobody outside can reach us; <see cref="SatisfactionTimer"/> asks nothing then.</exception>
    public static OutgoingMail Ask(TicketHistory history, TicketEvent.SatisfactionAsked asked, HouseRules house) =>
        Write((OutgoingKind.Satisfaction, asked.MailId), history, house, language => new()
        {
            ["good"] = SatisfactionLink.Of(history.Ticket!.Number, SatisfactionRating.Good, asked.Until, house),
            ["bad"] = SatisfactionLink.Of(history.Ticket.Number, SatisfactionRating.Bad, asked.Until, house),
            ["notSolved"] = SatisfactionLink.Of(history.Ticket.Number, SatisfactionRating.NotSolved, asked.Until, house),
            ["until"] = PromiseWording.Day(asked.Until, house.Policy.Company, language),
        });

    private static OutgoingMail Write(
        (OutgoingKind Kind, string Id) mail, TicketHistory history, HouseRules house, Func<ReplyLanguage, Dictionary<string, object?>> own)
    {
        var to = CustomerMailTo.Requester(history.Events.OfType<TicketEvent.Opened>().First());
        return CustomerMail.Of(mail, to, own(to.Language), history.Ticket!, house);
    }

    private static List<string> Missing(TicketHistory history, SupportPolicy policy, ReplyLanguage language) =>
        CustomerMail.Asked(history.Ticket!.Missing, policy, language);
}
