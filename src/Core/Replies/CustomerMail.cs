using Mailroom.Core.Effects;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>What every mail to a customer has in common: the reply address that carries the ticket's token, and the thread.</summary>
internal static class CustomerMail
{
    /// <summary>The mail with its values.</summary>
    /// <param name="kind">What it is, and its id.</param>
    /// <param name="to">Who gets it, about which mail.</param>
    /// <param name="values">What the template of its kind needs beside what all have.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="house">Policy and key.</param>
    public static OutgoingMail Of(
        (OutgoingKind Kind, string Id) kind, CustomerMailTo to, IReadOnlyDictionary<string, object?> values, Ticket ticket, HouseRules house)
    {
        var company = house.Policy.Company;
        return new()
        {
            Id = kind.Id,
            Kind = kind.Kind,
            To = [to.Address],
            From = company.SupportAddress,
            ReplyTo = ReplyToken.PlusAddress(house.Key, ticket.Number, company.SupportAddress),
            Language = to.Language,
            MessageId = ReplyToken.MessageId(house.Key, ticket.Number, kind.Id, company.SupportAddress.Domain),
            InReplyTo = MailThread.Answered(to.Answers),
            References = MailThread.References(to.Answers),
            ThreadIndex = to.Answers.ThreadIndex,
            Values = new Dictionary<string, object?>(values, StringComparer.Ordinal)
            {
                ["ticket"] = ticket.Number.Value,
                ["company"] = company.Name.For(to.Language),
                ["name"] = Greeting.NameOf(to.Address.Name),
                ["officialChannels"] = Lines(company.OfficialChannels.For(to.Language)),
                ["antiPhishing"] = company.AntiPhishing.For(to.Language),
            },
        };
    }

    /// <summary>The words by which facts are asked for; what has no words is not asked for.</summary>
    public static List<string> Asked(IEnumerable<string> facts, SupportPolicy policy, ReplyLanguage language) =>
        [.. facts.Where(policy.Facts.ContainsKey).Select(f => policy.Facts[f].For(language))];

    /// <summary>The lines of a text.</summary>
    public static List<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

/// <summary>Who gets a mail, and which mail of theirs it answers.</summary>
/// <param name="Address">The customer.</param>
/// <param name="Language">Their language.</param>
/// <param name="Answers">Their mail.</param>
internal sealed record CustomerMailTo(MailAddress Address, ReplyLanguage Language, MailReference Answers)
{
    /// <summary>The answer to the mail that opened a ticket.</summary>
    public static CustomerMailTo Requester(TicketEvent.Opened opened) =>
        new(opened.Requester, opened.Understanding.ReplyLanguage, MailThread.Shown(opened));
}
