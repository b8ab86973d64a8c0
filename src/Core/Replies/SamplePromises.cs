using Mailroom.Core.Effects;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Promises;
using Mailroom.Core.Understanding;

namespace Mailroom.Core.Replies;

/// <summary>Samples of what follows a promise: a new one, and a further mail of the customer.</summary>
internal static class SamplePromises
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(20);

    /// <summary>Each team with more to do than usual.</summary>
    public static ResponseTimes Busy(TicketCommand.Open opening, SupportPolicy policy) =>
        new(opening.At, [], [.. from team in policy.Teams from calendar in policy.Calendars.Keys select new TeamLoad(team.Name, calendar, 90, 30)]);

    /// <summary>The new promise of a ticket that nobody has answered; also where the policy renews none.</summary>
    public static OutgoingMail Renewed(TicketHistory history, HouseRules house)
    {
        var again = house.Policy.Promise.Repromise with { Priorities = [history.Ticket!.Priority] };
        var renewing = house with { Policy = house.Policy with { Promise = house.Policy.Promise with { Repromise = again } } };
        var late = new TicketCommand.CheckDeadlines(history.Ticket.Promise!.By.AddMinutes(-1));
        return SampleMails.Step(history, late, renewing).Mails.First(m => m.Kind == OutgoingKind.NewPromise);
    }

    /// <summary>The answer to a further mail, also where the policy sends none.</summary>
    public static OutgoingMail FollowUp(TicketHistory history, SampleVariant variant, HouseRules house)
    {
        var telling = house with { Policy = house.Policy with { FollowUp = new(true, Later / 2) } };
        var opened = history.Events.OfType<TicketEvent.Opened>().First();
        var more = opened.Understanding with { Entities = variant == SampleVariant.Complete ? All(history.Ticket!.Missing) : new(), Missing = [] };
        var mail = new MailReference(house.Key.Derive("sample", "more"), "more@customer.example", [], "");
        var reply = new TicketCommand.AddReply(opened.At + Later, mail, opened.Requester, more, "It is a sample.") { MayAcknowledge = true };
        return SampleMails.Step(history, reply, telling).Mails.First(m => m.Kind == OutgoingKind.FollowUp);
    }

    private static Entities All(IReadOnlyList<string> missing) => new("2026112400001234", "1280.50", "CNY", "昨天 10:00", "*1234", "4321")
    {
        Other = missing.ToDictionary(fact => fact, fact => fact),
    };
}
