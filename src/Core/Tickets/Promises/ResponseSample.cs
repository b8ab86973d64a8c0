using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets.Promises;

/// <summary>How long one customer waited for a first answer, or has waited so far.</summary>
/// <param name="Slot">What it is compared with.</param>
/// <param name="Waited">The open time of the ticket's calendar.</param>
/// <param name="IsAnswered">False when it may still become longer: nobody has answered, or it was solved without an answer.</param>
public sealed record ResponseSample(ResponseSlot Slot, TimeSpan Waited, bool IsAnswered)
{
    /// <summary>The sample that a ticket gives at an instant.</summary>
    public static ResponseSample Of(Ticket ticket, SupportPolicy policy, DateTimeOffset now)
    {
        var calendar = TicketClock.Targets(ticket, policy).FirstResponse.Calendar;
        var end = ticket.AnsweredAt ?? ticket.ResolvedAt ?? now;
        return new(ResponseSlot.Of(ticket, calendar, ticket.OpenedAt), calendar.OpenTime(ticket.OpenedAt, end), ticket.AnsweredAt is not null);
    }
}

/// <summary>Tickets whose first answers take about equally long.</summary>
/// <param name="Category">Their category; null for any.</param>
/// <param name="Priority">Their priority.</param>
/// <param name="Calendar">The calendar that their first response is counted on.</param>
/// <param name="Hour">The hour of that calendar's day, 0 to 23, in which their clock starts: at night that of the next opening; null for any.</param>
public sealed record ResponseSlot(string? Category, Priority Priority, string Calendar, int? Hour)
{
    /// <summary>The slot of a ticket whose clock starts at a moment.</summary>
    public static ResponseSlot Of(Ticket ticket, WorkingCalendar calendar, DateTimeOffset from) =>
        new(ticket.Category, ticket.Priority, calendar.Name, calendar.NextOpen(from).Hour);

    /// <summary>The slot and the wider ones that hold it, narrowest first. A priority and a calendar are never mixed with others.</summary>
    public IReadOnlyList<ResponseSlot> Widening() => [this, this with { Hour = null }, this with { Hour = null, Category = null }];
}
