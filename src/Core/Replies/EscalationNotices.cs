using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>Decides who is told about rungs that were reached, and when: urgent ones at once, the others in their reader's hours.</summary>
public static class EscalationNotices
{
    /// <summary>
    /// The notices of one look: one for each reader and deadline, which states the highest of the rungs that name this reader. So a long outage
    /// is told once, however many rungs were missed.
    /// </summary>
    /// <param name="ticket">The ticket after the look.</param>
    /// <param name="reached">The rungs, lowest first.</param>
    /// <param name="house">Policy and key.</param>
    public static IReadOnlyList<OutgoingMail> Order(Ticket ticket, IReadOnlyList<TicketEvent.LadderReached> reached, HouseRules house)
    {
        var team = house.Policy.Team(ticket.Team);
        return
        [
            .. reached.SelectMany(rung => Readers(ticket, rung, team, house.Policy).Select(reader => (Reader: reader, Rung: rung)))
                .GroupBy(r => (r.Reader.Key, r.Rung.Deadline))
                .Select(told => Write(ticket, told.First().Reader, [.. told.Select(t => t.Rung)], house)),
        ];
    }

    private static OutgoingMail Write(Ticket ticket, MailAddress reader, IReadOnlyList<TicketEvent.LadderReached> rungs, HouseRules house)
    {
        var highest = rungs[^1];
        var notice = new Notice(ticket, highest.Deadline, highest.Due, rungs, highest.At);
        return Escalation.Write(notice, house.Key.Derive("notice-to", highest.MailId, reader.Key), reader, house) with
        {
            GatherAt = IsUrgent(ticket, rungs, house.Policy) ? null : InHours(ticket, reader, highest.At, house.Policy),
        };
    }

    private static bool IsUrgent(Ticket ticket, IReadOnlyList<TicketEvent.LadderReached> rungs, SupportPolicy policy) =>
        ticket.Priority == Priority.P1 || rungs.Any(r => StepOf(r, policy) is { IsUrgent: true });

    private static DateTimeOffset InHours(Ticket ticket, MailAddress reader, DateTimeOffset now, SupportPolicy policy)
    {
        var calendar = policy.CalendarOf(policy.Team(ticket.Team), reader.Key);
        return calendar.IsOpen(now) ? now : calendar.NextOpen(now);
    }

    private static IEnumerable<MailAddress> Readers(Ticket ticket, TicketEvent.LadderReached rung, TeamPolicy team, SupportPolicy policy) =>
        // A step that the policy has lost since still has somebody to tell.
        (StepOf(rung, policy)?.Recipients ?? [LadderRecipient.Lead]).Select(role => role switch
            {
                LadderRecipient.Assignee => Assignee(ticket, team),
                LadderRecipient.Team => team.Address,
                LadderRecipient.Lead => team.Lead,
                LadderRecipient.Manager => team.Manager,
                LadderRecipient.Head => team.Head,
                LadderRecipient.OnCall => team.OnCall,
                _ => throw new ArgumentOutOfRangeException(nameof(rung), role, "Nobody has this role."),
            })
            .DistinctBy(address => address.Key);

    private static MailAddress Assignee(Ticket ticket, TeamPolicy team) =>
        ticket.Assignee is { } name && name.Contains('@', StringComparison.Ordinal) ? new("", name) : team.Address;

    private static LadderStep? StepOf(TicketEvent.LadderReached rung, SupportPolicy policy) => policy.Ladder.FirstOrDefault(s => s.Name == rung.Step);
}
