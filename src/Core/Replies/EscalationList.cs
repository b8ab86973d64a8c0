using System.Globalization;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>Writes one mail of several notices to the same reader.</summary>
/// <remarks>
/// Template values, all strings unless said: <c>company</c>; <c>overdueCount</c>; <c>soonCount</c>; <c>overdue</c> and <c>soon</c> (lists of
/// objects: <c>ticket</c>, <c>priority</c>, <c>category</c>, <c>team</c>, <c>assignee</c> (may be empty), <c>due</c>, <c>span</c> (real time,
/// empty below a minute), <c>step</c>, <c>isResolution</c> (bool)), the most urgent first, bounded; <c>moreOverdue</c> and <c>moreSoon</c> (how
/// many were left out; empty for none).
/// </remarks>
public static class EscalationList
{
    /// <summary>The key of the tickets among the values: for whoever sets the mail aside, not for the template.</summary>
    public const string TicketsKey = "tickets";

    /// <summary>The most rows of each part.</summary>
    public const int MostRows = 50;

    /// <summary>The mail: a single notice, or a list of them.</summary>
    /// <param name="notices">At least one, each deadline of a ticket once.</param>
    /// <param name="id">The mail's id.</param>
    /// <param name="reader">Who gets it.</param>
    /// <param name="house">Policy and key.</param>
    public static OutgoingMail Write(IReadOnlyList<Notice> notices, string id, MailAddress reader, HouseRules house)
    {
        var support = house.Policy.Company.SupportAddress;
        var single = Escalation.Write(notices[0], id, reader, house);
        var values = notices.Count == 1 ? single.Values : Values(notices, single.Language, house.Policy);
        return single with
        {
            Kind = notices.Count == 1 ? OutgoingKind.Escalation : OutgoingKind.EscalationList,
            MessageId = $"{id}.notices@{support.Domain}",
            Tells = [.. notices.SelectMany(n => n.Rungs).Select(r => r.MailId)],
            Values = new Dictionary<string, object?>(values, StringComparer.Ordinal)
            {
                [TicketsKey] = notices.Select(n => n.Ticket.Number.Value).Distinct().ToList(),
            },
        };
    }

    private static Dictionary<string, object?> Values(IReadOnlyList<Notice> notices, ReplyLanguage language, SupportPolicy policy)
    {
        var ordered = notices.OrderBy(n => n.Ticket.Priority).ThenBy(n => n.Due).ThenBy(n => n.Ticket.Number.Value, StringComparer.Ordinal).ToList();
        var (overdue, soon) = (ordered.Where(n => n.IsOverdue).ToList(), ordered.Where(n => !n.IsOverdue).ToList());
        return new(StringComparer.Ordinal)
        {
            ["company"] = policy.Company.Name.For(language),
            ["overdueCount"] = Told(overdue.Count),
            ["soonCount"] = Told(soon.Count),
            ["overdue"] = overdue.Take(MostRows).Select(n => Row(n, language, policy)).ToList(),
            ["soon"] = soon.Take(MostRows).Select(n => Row(n, language, policy)).ToList(),
            ["moreOverdue"] = overdue.Count > MostRows ? Told(overdue.Count - MostRows) : "",
            ["moreSoon"] = soon.Count > MostRows ? Told(soon.Count - MostRows) : "",
        };
    }

    private static Dictionary<string, object?> Row(Notice notice, ReplyLanguage language, SupportPolicy policy) => new(StringComparer.Ordinal)
    {
        ["ticket"] = notice.Ticket.Number.Value,
        ["priority"] = notice.Ticket.Priority.ToString(),
        ["category"] = policy.Category(notice.Ticket.Category).Name.For(language),
        ["team"] = policy.Team(notice.Ticket.Team).Title.For(language),
        ["assignee"] = notice.Ticket.Assignee ?? "",
        ["due"] = PromiseWording.At(notice.Due, notice.At, policy.Company, language),
        ["span"] = PromiseWording.Span(notice.Due - notice.At, language),
        ["step"] = notice.Highest.Step,
        ["isResolution"] = notice.Deadline is DeadlineKind.Resolution or DeadlineKind.Regulatory,
    };

    private static string Told(int number) => number.ToString(CultureInfo.InvariantCulture);
}
