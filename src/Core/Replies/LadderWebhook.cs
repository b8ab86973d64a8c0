using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>Writes what a webhook is told about a step of the ladder: ids, codes, numbers and moments, and never a word of the customer's.</summary>
/// <remarks>
/// Values: <c>webhook</c> (its name in the settings, which stays here); <c>version</c> (1), <c>id</c> (the same for each attempt), <c>event</c>
/// ("ladder-reached"), <c>ticket</c>, <c>step</c>, <c>round</c>, <c>deadline</c> ("firstResponse", "nextResponse", "resolution"), <c>percent</c>,
/// <c>at</c>, <c>due</c>, <c>overdue</c>, <c>priority</c>, <c>category</c>, <c>team</c>, <c>status</c>, <c>assigned</c>.
/// </remarks>
public static class LadderWebhook
{
    /// <summary>The key of the webhook's name among the values.</summary>
    public const string NameKey = "webhook";

    /// <summary>The calls of new events: none for steps that name no webhook.</summary>
    public static IEnumerable<OutgoingMail> Order(Ticket ticket, IEnumerable<TicketEvent.LadderReached> reached, HouseRules house) =>
        from rung in reached
        let webhook = house.Policy.Ladder.FirstOrDefault(s => s.Name == rung.Step)?.Webhook
        where webhook is not null
        select Write(ticket, rung, webhook, house);

    private static OutgoingMail Write(Ticket ticket, TicketEvent.LadderReached rung, string webhook, HouseRules house)
    {
        var (id, support) = (house.Key.Derive("webhook", rung.MailId), house.Policy.Company.SupportAddress);
        return new()
        {
            Id = id,
            Kind = OutgoingKind.Webhook,
            To = [],
            From = support,
            Language = house.Policy.Company.DefaultLanguage,
            MessageId = $"{id}.webhook@{support.Domain}",
            Tells = [rung.MailId],
            Values = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [NameKey] = webhook,
                ["version"] = 1,
                ["id"] = id,
                ["event"] = "ladder-reached",
                ["ticket"] = ticket.Number.Value,
                ["step"] = rung.Step,
                ["round"] = rung.Round,
                ["deadline"] = Camel(rung.Deadline.ToString()),
                ["percent"] = rung.Percent,
                ["at"] = Moment(rung.At),
                ["due"] = Moment(rung.Due),
                ["overdue"] = rung.At >= rung.Due,
                ["priority"] = ticket.Priority.ToString(),
                ["category"] = ticket.Category,
                ["team"] = ticket.Team,
                ["status"] = Camel(ticket.Status.ToString()),
                ["assigned"] = ticket.Assignee is not null,
            },
        };
    }

    private static string Moment(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
