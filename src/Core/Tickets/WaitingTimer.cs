using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets;

/// <summary>Reminds a customer who does not answer, once, and closes the ticket later with notice.</summary>
internal static class WaitingTimer
{
    /// <summary>The reminder or the closing that has come due in the windows of the calendar.</summary>
    public static TimerReading Look(TicketHistory history, DateTimeOffset now, HouseRules house)
    {
        if (history.Ticket is not { Status: TicketStatus.Waiting } ticket || Wait(history.Standing) is not { } wait)
        {
            return TimerReading.Nothing;
        }

        var policy = house.Policy.Waiting.For(ticket.Category);
        var calendar = house.Policy.Calendars[policy.Calendar];
        var (remind, close) = (RemindAt(ticket, wait, policy, calendar), CloseAt(ticket, wait, policy, calendar));
        if (close <= now && calendar.IsOpen(now))
        {
            return new([new TicketEvent.ClosedUnanswered(now, MailIds.OfWait(house.Key, "closing", ticket.Number, wait.Since))], null);
        }

        return remind <= now && calendar.IsOpen(now)
            ? new([new TicketEvent.Reminded(now, MailIds.OfWait(house.Key, "reminder", ticket.Number, wait.Since))], null)
            : new([], Earlier(Later(remind, now, calendar), Later(close, now, calendar)));
    }

    private static DateTimeOffset? RemindAt(Ticket ticket, CustomerWait wait, WaitingPolicy policy, WorkingCalendar calendar) =>
        policy.RemindAfter is { } after && wait.RemindedAt is null && !(wait.IsThanked && ticket.Missing.Count == 0)
            ? calendar.NextOpen(calendar.Add(wait.Since, after.On(calendar)))
            : null;

    private static DateTimeOffset? CloseAt(Ticket ticket, CustomerWait wait, WaitingPolicy policy, WorkingCalendar calendar)
    {
        // Nobody is closed who is still to be reminded, however late that is.
        if (policy.CloseAfter is not { } after || ticket.Priority == Priority.P1 || RemindAt(ticket, wait, policy, calendar) is not null)
        {
            return null;
        }

        // Also when the reminder was late, closing follows it only after the time that the policy leaves between them.
        var at = calendar.Add(wait.Since, after.On(calendar));
        if (policy.RemindAfter is { } reminder && wait.RemindedAt is { } reminded
            && calendar.Add(reminded, after.On(calendar) - reminder.On(calendar)) is var later && later > at)
        {
            at = later;
        }

        return calendar.NextOpen(at);
    }

    private static DateTimeOffset? Later(DateTimeOffset? at, DateTimeOffset now, WorkingCalendar calendar) =>
        at is { } moment ? moment > now ? moment : calendar.NextOpen(now) : null;

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;

    // The wait under way: each answer of ours begins it anew.
    private static CustomerWait? Wait(IReadOnlyList<TicketEvent> events)
    {
        CustomerWait? wait = null;
        foreach (var e in events)
        {
            wait = e switch
            {
                TicketEvent.AgentReplied or TicketEvent.Paused => new(e.At, null, false),
                TicketEvent.Reminded => wait is null ? null : wait with { RemindedAt = e.At },
                TicketEvent.CustomerThanked => wait is null ? null : wait with { IsThanked = true },
                TicketEvent.CustomerWrote or TicketEvent.CustomerRated or TicketEvent.Resumed or TicketEvent.Reopened => null,
                _ => wait,
            };
        }

        return wait;
    }

    private sealed record CustomerWait(DateTimeOffset Since, DateTimeOffset? RemindedAt, bool IsThanked);
}
