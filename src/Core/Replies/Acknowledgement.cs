using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>Writes the acknowledgement: we have your mail, a person answers by then, this is still missing, this you can do meanwhile.</summary>
/// <remarks>
/// It never repeats the customer's words: an acknowledgement that does is a relay for spam. Template values, all strings unless said:
/// <c>ticket</c>; <c>company</c>; <c>name</c> (empty when none is safe); <c>category</c> (empty when unsure); <c>urgent</c> (bool, P1);
/// <c>transactionId</c>, <c>amount</c>, <c>time</c>, <c>phone</c>, <c>card</c> (found facts, the last two four digits; each may be empty);
/// <c>foundFacts</c> (bool, any of them); <c>promise</c> ("今天 17:30 前（北京时间）"); <c>busy</c> (bool: there is much to do); <c>earlierTicket</c>
/// (the number of another ticket of theirs, may be empty) and <c>earlierToday</c> (bool; else it is of yesterday); <c>backAt</c> (when the
/// office opens again, after a holiday with its name; empty when it is open or at lunch); <c>missing</c> (list); <c>selfHelp</c> (list); <c>officialChannels</c> (list); <c>antiPhishing</c>;
/// <c>supportAddress</c>.
/// </remarks>
public static class Acknowledgement
{
    /// <summary>The acknowledgement of the mail that opened a ticket.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="opened">Its opening.</param>
    /// <param name="promised">The promise.</param>
    /// <param name="house">Policy and key.</param>
    public static OutgoingMail Write(Ticket ticket, TicketEvent.Opened opened, TicketEvent.Promised promised, HouseRules house) => CustomerMail.Of(
        (OutgoingKind.Acknowledgement, promised.MailId), CustomerMailTo.Requester(opened), Values(ticket, opened, promised, house.Policy), ticket, house);

    private static Dictionary<string, object?> Values(
        Ticket ticket, TicketEvent.Opened opened, TicketEvent.Promised promised, SupportPolicy policy)
    {
        var (understood, company) = (opened.Understanding, policy.Company);
        var language = understood.ReplyLanguage;
        var category = policy.Category(understood.Category);
        var facts = FoundFacts.Values(understood.Entities).ToList();
        return new(facts)
        {
            ["category"] = understood.Abstained || category.Code == CategoryPolicy.Fallback ? "" : category.Name.For(language),
            ["urgent"] = understood.Priority == Priority.P1,
            ["foundFacts"] = facts.Any(f => f.Value is not ""),
            ["promise"] = PromiseWording.By(promised.By, promised.At, company, language),
            ["busy"] = promised.IsBusy,
            ["earlierTicket"] = promised.Earlier?.Number.Value ?? "",
            ["earlierToday"] = promised.Earlier is { } earlier && PromiseWording.IsSameDay(earlier.OpenedAt, promised.At, company),
            ["backAt"] = OpeningHours.BackAt(ticket, promised.At, policy, language),
            ["missing"] = CustomerMail.Asked(understood.Missing, policy, language),
            ["selfHelp"] = CustomerMail.Lines(category.SelfHelp?.For(language)),
            ["supportAddress"] = company.SupportAddress.Address,
        };
    }
}
