using System.Globalization;
using Mailroom.Core.Effects;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>Writes the managers' digests: what is overdue, what will be.</summary>
/// <remarks>
/// Template values, all strings unless said: <c>company</c>; <c>name</c> (the manager's, may be empty); <c>at</c> (moment with date);
/// <c>overdueCount</c>; <c>soonCount</c>; <c>overdue</c> and <c>soon</c> (lists of objects: <c>ticket</c>, <c>priority</c>, <c>category</c>,
/// <c>team</c>, <c>subject</c>, <c>due</c>, <c>span</c> (empty below a minute), <c>isResolution</c> (bool)), soonest first and bounded; <c>moreOverdue</c> and
/// <c>moreSoon</c> (how many were left out; empty for none); <c>teams</c> (list of objects: <c>team</c>, <c>p1</c>, <c>p2</c>, <c>p3</c>,
/// <c>p4</c>, <c>total</c>, <c>overdue</c>), over every open ticket; <c>calendarGaps</c> (list of objects: <c>calendar</c>, <c>year</c>): years
/// whose holidays a calendar does not know; <c>breakerOfAll</c> (bool) and
/// <c>breakerDomains</c> (empty for none): whose acknowledgements are held.
/// </remarks>
public static class Digest
{
    private const int MostRows = 100;
    private static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    /// <summary>The digest of each manager whose teams have something to tell; none for a manager with nothing. An open breaker is something to all.</summary>
    /// <param name="openTickets">Every ticket that is not resolved.</param>
    /// <param name="breakers">The breakers.</param>
    /// <param name="at">The moment the digest is for: with the manager the mail's identity.</param>
    /// <param name="house">Policy and key.</param>
    public static IReadOnlyList<OutgoingMail> Write(
        IReadOnlyList<Ticket> openTickets, IReadOnlyList<BreakerRecord> breakers, DateTimeOffset at, HouseRules house) =>
        house.Policy.Teams.GroupBy(t => t.Manager.Key)
            .Select(teams => Write([.. teams], openTickets, [.. breakers.Where(b => b.IsOpen)], at, house))
            .OfType<OutgoingMail>()
            .ToList();

    private static OutgoingMail? Write(
        IReadOnlyList<TeamPolicy> teams, IReadOnlyList<Ticket> tickets, List<BreakerRecord> breakers, DateTimeOffset at, HouseRules house)
    {
        var names = teams.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var open = tickets.Where(t => names.Contains(t.Team) && t.Status != TicketStatus.Resolved).ToList();
        var rows = open.Where(t => Due(t) <= at + Soon)
            .OrderBy(Due).ThenBy(t => t.Priority).ThenBy(t => t.Number.Value, StringComparer.Ordinal)
            .ToList();
        if (rows.Count == 0 && breakers.Count == 0)
        {
            return null;
        }

        var (manager, support) = (teams[0].Manager, house.Policy.Company.SupportAddress);
        var id = house.Key.Derive("digest", at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), manager.Key);
        return new()
        {
            Id = id,
            Kind = OutgoingKind.Digest,
            To = [manager],
            From = support,
            Language = teams[0].Language,
            MessageId = $"{id}.digest@{support.Domain}",
            Values = new Dictionary<string, object?>(Values(teams, open, rows, at, house.Policy), StringComparer.Ordinal)
            {
                ["breakerOfAll"] = breakers.Exists(b => b.IsForAll),
                ["breakerDomains"] = string.Join(", ", breakers.Where(b => !b.IsForAll).Select(b => b.Scope)),
            },
        };
    }

    private static Dictionary<string, object?> Values(
        IReadOnlyList<TeamPolicy> teams, List<Ticket> open, List<Ticket> rows, DateTimeOffset at, SupportPolicy policy)
    {
        var language = teams[0].Language;
        var overdue = rows.Where(t => Due(t) <= at).ToList();
        var soon = rows.Where(t => Due(t) > at).ToList();
        return new(StringComparer.Ordinal)
        {
            ["company"] = policy.Company.Name.For(language),
            ["name"] = teams[0].Manager.Name,
            ["at"] = PromiseWording.Stamp(at, policy.Company, language),
            ["overdueCount"] = Told(overdue.Count),
            ["soonCount"] = Told(soon.Count),
            ["overdue"] = overdue.Take(MostRows).Select(t => Row(t, at, policy, language)).ToList(),
            ["soon"] = soon.Take(MostRows).Select(t => Row(t, at, policy, language)).ToList(),
            ["moreOverdue"] = overdue.Count > MostRows ? Told(overdue.Count - MostRows) : "",
            ["moreSoon"] = soon.Count > MostRows ? Told(soon.Count - MostRows) : "",
            ["calendarGaps"] = CalendarCoverage.Gaps(policy, at)
                .Select(gap => new Dictionary<string, object?>(StringComparer.Ordinal) { ["calendar"] = gap.Calendar, ["year"] = Told(gap.Year) })
                .ToList(),
            ["teams"] = teams.Select(team => Counts(team, open.Where(t => t.Team == team.Name).ToList(), at, language)).ToList(),
        };
    }

    private static Dictionary<string, object?> Row(Ticket ticket, DateTimeOffset at, SupportPolicy policy, ReplyLanguage language)
    {
        var due = Due(ticket) ?? at;
        return new(StringComparer.Ordinal)
        {
            ["ticket"] = ticket.Number.Value,
            ["priority"] = ticket.Priority.ToString(),
            ["category"] = policy.Category(ticket.Category).Name.For(language),
            ["team"] = policy.Team(ticket.Team).Title.For(language),
            ["subject"] = ticket.Subject,
            ["due"] = PromiseWording.At(due, at, policy.Company, language),
            ["span"] = PromiseWording.Span(due - at, language),
            ["isResolution"] = ticket.ResponseDue != due,
        };
    }

    private static Dictionary<string, object?> Counts(TeamPolicy team, List<Ticket> open, DateTimeOffset at, ReplyLanguage language)
    {
        var counts = Enum.GetValues<Deadlines.Priority>()
            .Select(p => KeyValuePair.Create(p.ToString().ToLowerInvariant(), (object?)Told(open.Count(t => t.Priority == p))));
        return new(counts, StringComparer.Ordinal)
        {
            ["team"] = team.Title.For(language),
            ["total"] = Told(open.Count),
            ["overdue"] = Told(open.Count(t => Due(t) <= at)),
        };
    }

    // The earlier of the two promises; none while we wait for the customer.
    private static DateTimeOffset? Due(Ticket ticket) =>
        new[] { ticket.ResponseDue, ticket.ResolutionDue }.Min();

    private static string Told(int number) => number.ToString(CultureInfo.InvariantCulture);
}
