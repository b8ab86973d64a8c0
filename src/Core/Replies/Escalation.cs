using System.Globalization;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>Writes the notice to one of our own people that a deadline nears or broke.</summary>
/// <remarks>
/// Template values, all strings unless said: <c>ticket</c>; <c>company</c>; <c>team</c>; <c>priority</c>; <c>category</c>; <c>subject</c>
/// (redacted); <c>status</c> ("new", "open", "waiting", "resolved"); <c>assignee</c> (may be empty); <c>step</c>; <c>percent</c>;
/// <c>earlier</c> (steps below it that are told by this notice, too; empty for none); <c>reminder</c> (which reminder it is, empty for the first
/// notice); <c>isFirstResponse</c>, <c>isNextResponse</c>, <c>isResolution</c>, <c>isRegulatory</c> (bool); <c>overdue</c> (bool); <c>atOnce</c> (bool: told for the
/// priority alone); <c>due</c> (moment with date); <c>span</c> (real time until or since, empty below a minute); <c>received</c> (moment with date);
/// <c>unverified</c> (bool: the sender is not proven).
/// </remarks>
public static class Escalation
{
    /// <summary>One notice to one reader, in the ticket's partition.</summary>
    public static OutgoingMail Write(Notice notice, string id, MailAddress reader, HouseRules house)
    {
        var (ticket, support) = (notice.Ticket, house.Policy.Company.SupportAddress);
        var team = house.Policy.Team(ticket.Team);
        return new()
        {
            Id = id,
            Kind = OutgoingKind.Escalation,
            To = [reader],
            From = support,
            Language = team.Language,
            MessageId = ReplyToken.MessageId(house.Key, ticket.Number, id, support.Domain),
            Tells = [.. notice.Rungs.Select(r => r.MailId)],
            Values = Values(notice, team, house.Policy),
        };
    }

    private static Dictionary<string, object?> Values(Notice notice, TeamPolicy team, SupportPolicy policy)
    {
        var (ticket, rung, language, company) = (notice.Ticket, notice.Highest, team.Language, policy.Company);
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
            ["step"] = rung.Step,
            ["percent"] = rung.Percent.ToString(CultureInfo.InvariantCulture),
            ["earlier"] = string.Join(language == ReplyLanguage.Chinese ? "、" : ", ", notice.Rungs.Select(r => r.Step).Distinct().Where(s => s != rung.Step)),
            ["reminder"] = rung.Round > 1 ? (rung.Round - 1).ToString(CultureInfo.InvariantCulture) : "",
            ["isFirstResponse"] = notice.Deadline == DeadlineKind.FirstResponse,
            ["isNextResponse"] = notice.Deadline == DeadlineKind.NextResponse,
            ["isResolution"] = notice.Deadline == DeadlineKind.Resolution,
            ["isRegulatory"] = notice.Deadline == DeadlineKind.Regulatory,
            ["overdue"] = notice.IsOverdue,
            ["atOnce"] = rung.Percent == 0,
            ["due"] = PromiseWording.Stamp(notice.Due, company, language),
            ["span"] = PromiseWording.Span(notice.Due - notice.At, language),
            ["received"] = PromiseWording.Stamp(ticket.LastCustomerAt, company, language),
            ["unverified"] = ticket.Trust != TrustLevel.Verified,
        };
    }
}
