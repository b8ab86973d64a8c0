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
/// <c>foundFacts</c> (bool, any of them); <c>promise</c> ("今天 17:30 前（北京时间）"); <c>backAt</c> (when the office opens again, empty
/// when it is open or at lunch); <c>missing</c> (list); <c>selfHelp</c> (list); <c>officialChannels</c> (list); <c>antiPhishing</c>;
/// <c>supportAddress</c>.
/// </remarks>
public static class Acknowledgement
{
    private static readonly TimeSpan LunchBreak = TimeSpan.FromHours(1);

    /// <summary>The acknowledgement of the mail that opened a ticket.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="opened">Its opening.</param>
    /// <param name="promised">The promise.</param>
    /// <param name="house">Policy and key.</param>
    public static OutgoingMail Write(Ticket ticket, TicketEvent.Opened opened, TicketEvent.Promised promised, HouseRules house)
    {
        var company = house.Policy.Company;
        var mail = MailThread.Shown(opened);
        return new()
        {
            Id = promised.MailId,
            Kind = OutgoingKind.Acknowledgement,
            To = [opened.Requester],
            From = company.SupportAddress,
            ReplyTo = ReplyToken.PlusAddress(house.Key, ticket.Number, company.SupportAddress),
            Language = opened.Understanding.ReplyLanguage,
            MessageId = ReplyToken.MessageId(house.Key, ticket.Number, promised.MailId, company.SupportAddress.Domain),
            InReplyTo = MailThread.Answered(mail),
            References = MailThread.References(mail),
            ThreadIndex = mail.ThreadIndex,
            Values = Values(ticket, opened, promised, house.Policy),
        };
    }

    private static Dictionary<string, object?> Values(
        Ticket ticket, TicketEvent.Opened opened, TicketEvent.Promised promised, SupportPolicy policy)
    {
        var (understood, company) = (opened.Understanding, policy.Company);
        var language = understood.ReplyLanguage;
        var category = policy.Category(understood.Category);
        var facts = FoundFacts.Values(understood.Entities).ToList();
        return new(facts)
        {
            ["ticket"] = ticket.Number.Value,
            ["company"] = company.Name.For(language),
            ["name"] = Greeting.NameOf(opened.Requester.Name),
            ["category"] = understood.Abstained || category.Code == CategoryPolicy.Fallback ? "" : category.Name.For(language),
            ["urgent"] = understood.Priority == Priority.P1,
            ["foundFacts"] = facts.Any(f => f.Value is not ""),
            ["promise"] = PromiseWording.By(promised.By, promised.At, company, language),
            ["backAt"] = BackAt(ticket, promised.At, policy, language),
            ["missing"] = understood.Missing.Where(policy.Facts.ContainsKey).Select(f => policy.Facts[f].For(language)).ToList(),
            ["selfHelp"] = Lines(category.SelfHelp?.For(language)),
            ["officialChannels"] = Lines(company.OfficialChannels.For(language)),
            ["antiPhishing"] = company.AntiPhishing.For(language),
            ["supportAddress"] = company.SupportAddress.Address,
        };
    }

    /// <summary>When the office opens again; empty when it is open or at lunch.</summary>
    internal static string BackAt(Ticket ticket, DateTimeOffset now, SupportPolicy policy, ReplyLanguage language)
    {
        var opens = TicketClock.Targets(ticket, policy).FirstResponse.Calendar.NextOpen(now);
        return opens - now > LunchBreak ? PromiseWording.At(opens, now, policy.Company, language) : "";
    }

    /// <summary>The lines of a text.</summary>
    internal static List<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
