using System.Globalization;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>Writes the notice to our own people that a deadline nears or broke.</summary>
/// <remarks>
/// Template values, all strings unless said: <c>ticket</c>; <c>company</c>; <c>team</c>; <c>priority</c>; <c>category</c>; <c>subject</c>
/// (redacted); <c>status</c> ("new", "open", "waiting", "resolved"); <c>assignee</c> (may be empty); <c>step</c>; <c>percent</c>;
/// <c>isFirstResponse</c>, <c>isNextResponse</c>, <c>isResolution</c> (bool); <c>overdue</c> (bool); <c>atOnce</c> (bool: told for the
/// priority alone); <c>due</c> (moment with date); <c>span</c> (real time until or since, empty below a minute); <c>received</c> (moment with date);
/// <c>unverified</c> (bool: the sender is not proven).
/// </remarks>
public static class Escalation
{
    /// <summary>The notice of one rung: one mail to everyone that it names, each once.</summary>
    public static OutgoingMail Write(Ticket ticket, TicketEvent.LadderReached reached, HouseRules house)
    {
        var team = house.Policy.Team(ticket.Team);
        return new()
        {
            Id = reached.MailId,
            Kind = OutgoingKind.Escalation,
            To = Recipients(ticket, reached, team, house.Policy),
            From = house.Policy.Company.SupportAddress,
            Language = team.Language,
            MessageId = ReplyToken.MessageId(house.Key, ticket.Number, reached.MailId, house.Policy.Company.SupportAddress.Domain),
            Values = Values(ticket, reached, team, house.Policy),
        };
    }

    private static List<MailAddress> Recipients(Ticket ticket, TicketEvent.LadderReached reached, TeamPolicy team, SupportPolicy policy)
    {
        // A rung that the policy has lost since still has somebody to tell.
        var roles = policy.Ladder.FirstOrDefault(s => s.Name == reached.Step)?.Recipients ?? [LadderRecipient.Lead];
        return roles.Select(role => role switch
            {
                LadderRecipient.Assignee => Assignee(ticket, team),
                LadderRecipient.Team => team.Address,
                LadderRecipient.Lead => team.Lead,
                LadderRecipient.Manager => team.Manager,
                LadderRecipient.Head => team.Head,
                LadderRecipient.OnCall => team.OnCall,
                _ => throw new ArgumentOutOfRangeException(nameof(reached), role, "Nobody has this role."),
            })
            .DistinctBy(address => address.Key)
            .ToList();
    }

    private static MailAddress Assignee(Ticket ticket, TeamPolicy team) =>
        ticket.Assignee is { } name && name.Contains('@', StringComparison.Ordinal) ? new("", name) : team.Address;

    private static Dictionary<string, object?> Values(
        Ticket ticket, TicketEvent.LadderReached reached, TeamPolicy team, SupportPolicy policy)
    {
        var (language, company) = (team.Language, policy.Company);
        return new(StringComparer.Ordinal)
        {
            ["ticket"] = ticket.Number.Value,
            ["company"] = company.Name.For(language),
            ["team"] = team.Title.For(language),
            ["priority"] = ticket.Priority.ToString(),
            ["category"] = policy.Category(ticket.Category).Name.For(language),
            ["subject"] = ticket.Subject,
            ["status"] = ticket.Status.ToString().ToLowerInvariant(),
            ["assignee"] = ticket.Assignee ?? "",
            ["step"] = reached.Step,
            ["percent"] = reached.Percent.ToString(CultureInfo.InvariantCulture),
            ["isFirstResponse"] = reached.Deadline == DeadlineKind.FirstResponse,
            ["isNextResponse"] = reached.Deadline == DeadlineKind.NextResponse,
            ["isResolution"] = reached.Deadline == DeadlineKind.Resolution,
            ["overdue"] = reached.At >= reached.Due,
            ["atOnce"] = reached.Percent == 0,
            ["due"] = PromiseWording.Stamp(reached.Due, company, language),
            ["span"] = PromiseWording.Span(reached.Due - reached.At, language),
            ["received"] = PromiseWording.Stamp(ticket.LastCustomerAt, company, language),
            ["unverified"] = ticket.Trust != TrustLevel.Verified,
        };
    }
}
