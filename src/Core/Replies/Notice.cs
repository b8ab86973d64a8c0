using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>What somebody is to be told about one deadline of a ticket at an instant.</summary>
/// <param name="Ticket">The ticket as it stands.</param>
/// <param name="Deadline">Which deadline.</param>
/// <param name="Due">Its moment.</param>
/// <param name="Rungs">The rungs that it tells, lowest first, at least one: the last is the one that counts.</param>
/// <param name="At">The instant.</param>
public sealed record Notice(
    Ticket Ticket, DeadlineKind Deadline, DateTimeOffset Due, IReadOnlyList<TicketEvent.LadderReached> Rungs, DateTimeOffset At)
{
    /// <summary>The highest rung.</summary>
    public TicketEvent.LadderReached Highest => Rungs[^1];

    /// <summary>True when the moment has come.</summary>
    public bool IsOverdue => At >= Due;

    /// <summary>Reads a mail that waited to be told anew; null when it is no longer true, because somebody answered, solved or took the ticket.</summary>
    /// <param name="history">The mail's ticket now.</param>
    /// <param name="mail">The mail that waited.</param>
    /// <param name="now">Now.</param>
    /// <param name="policy">The policy.</param>
    public static Notice? Now(TicketHistory history, OutgoingMail mail, DateTimeOffset now, SupportPolicy policy)
    {
        var rungs = history.Events.OfType<TicketEvent.LadderReached>().Where(e => mail.Tells.Contains(e.MailId)).ToList();
        if (history.Ticket is not { } ticket || rungs.Count == 0)
        {
            return null;
        }

        var highest = rungs[^1];
        var deadline = TicketClock.Read(history, policy, now).FirstOrDefault(d => d.IsCounting && EscalationLadder.IsSame(LadderTimer.Told(highest), d, highest.Step));
        return deadline is null || IsHeeded(highest, ticket, policy) ? null : new(ticket, deadline.Kind, deadline.Due, rungs, now);
    }

    /// <summary>Several notices, those about the same deadline of a ticket made one.</summary>
    public static IReadOnlyList<Notice> Together(IEnumerable<Notice> notices) =>
        [.. notices.GroupBy(n => (n.Ticket.Number, n.Deadline))
            .Select(same => same.MaxBy(n => n.Ticket.Version)! with { Rungs = [.. same.SelectMany(n => n.Rungs).DistinctBy(r => r.MailId).OrderBy(r => r.At).ThenBy(r => r.Percent)] })];

    // A reminder that asks for somebody to take the ticket says nothing once somebody has.
    private static bool IsHeeded(TicketEvent.LadderReached rung, Ticket ticket, SupportPolicy policy) =>
        rung.Round > 1
        && ticket.Assignee is not null
        && policy.Ladder.FirstOrDefault(s => s.Name == rung.Step)?.Again?.Until == LadderRepeatUntil.Taken;
}
