using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>Writes the notice to the head of support that a person escalated a ticket.</summary>
/// <remarks>
/// Template values, all strings unless said: <c>ticket</c>; <c>company</c>; <c>team</c>; <c>priority</c>; <c>category</c>; <c>subject</c> (redacted);
/// <c>assignee</c> (may be empty); <c>agent</c> (who escalated); <c>why</c> (may be empty); <c>due</c> (moment; empty when nothing is due);
/// <c>overdue</c> (bool); <c>received</c> (moment with date).
/// </remarks>
public static class HandEscalation
{
    /// <summary>The notice.</summary>
    public static OutgoingMail Write(Ticket ticket, TicketEvent.EscalatedByHand escalated, HouseRules house)
    {
        var (team, company) = (house.Policy.Team(ticket.Team), house.Policy.Company);
        var language = team.Language;
        var due = new[] { ticket.ResponseDue, ticket.ResolutionDue }.Min();
        return new()
        {
            Id = escalated.MailId,
            Kind = OutgoingKind.HandEscalation,
            To = [team.Head],
            From = company.SupportAddress,
            Language = language,
            MessageId = ReplyToken.MessageId(house.Key, ticket.Number, escalated.MailId, company.SupportAddress.Domain),
            Values = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["ticket"] = ticket.Number.Value,
                ["company"] = company.Name.For(language),
                ["team"] = team.Title.For(language),
                ["priority"] = ticket.Priority.ToString(),
                ["category"] = house.Policy.Category(ticket.Category).Name.For(language),
                ["subject"] = ticket.Subject,
                ["assignee"] = ticket.Assignee ?? "",
                ["agent"] = escalated.Agent,
                ["why"] = escalated.Why,
                ["due"] = due is { } at ? PromiseWording.Stamp(at, company, language) : "",
                ["overdue"] = due <= escalated.At,
                ["received"] = PromiseWording.Stamp(ticket.LastCustomerAt, company, language),
            },
        };
    }
}
