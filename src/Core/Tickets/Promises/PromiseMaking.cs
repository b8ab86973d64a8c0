using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets.Promises;

/// <summary>Finds the moment that a customer can honestly be promised an answer by.</summary>
public static class PromiseMaking
{
    private static readonly TimeSpan Short = TimeSpan.FromHours(2);
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>The promise of a new ticket: the deadline, or earlier when the usual time allows it and the team is not busy.</summary>
    /// <param name="ticket">The ticket; its first response is due.</param>
    /// <param name="from">Now: no moment before it is promised.</param>
    /// <param name="times">What is usual; null when nothing is known.</param>
    /// <param name="policy">The policy.</param>
    public static PromiseMade Make(Ticket ticket, DateTimeOffset from, ResponseTimes? times, SupportPolicy policy)
    {
        var due = ticket.ResponseDue ?? from;
        var calendar = TicketClock.Targets(ticket, policy).FirstResponse.Calendar;
        var deadline = new PromiseMade(due, times?.IsBusy(ticket.Team, calendar.Name, from) ?? false, null);
        if (deadline.IsBusy || !policy.Promise.Early || times?.Find(ResponseSlot.Of(ticket, calendar, from), from) is not { Within: { } within } usual)
        {
            return deadline;
        }

        var by = RoundedUp(calendar, from, within > policy.Promise.Least ? within : policy.Promise.Least);
        return by < due ? new(by, false, usual) : deadline;
    }

    /// <summary>
    /// A moment that people say, at which at least so much open time has passed: a quarter past, half past, from two hours on a full or half
    /// hour. It lies within an open window or at its end.
    /// </summary>
    public static DateTimeOffset RoundedUp(WorkingCalendar calendar, DateTimeOffset from, TimeSpan openTime)
    {
        var exact = calendar.Add(from, openTime);
        var step = exact - from <= Short ? Quarter : 2 * Quarter;
        var rounded = Next(calendar, exact, step);

        // Past closing time, or at the very opening, before anybody can have answered: the first such moment after the opening.
        return new[] { rounded, Next(calendar, calendar.NextOpen(rounded).AddTicks(1), Quarter) }
            .Where(at => calendar.Add(from, calendar.OpenTime(from, at)) == at)
            .DefaultIfEmpty(exact)
            .First();
    }

    private static DateTimeOffset Next(WorkingCalendar calendar, DateTimeOffset at, TimeSpan step)
    {
        var wall = calendar.Tell(at);
        var over = wall.TimeOfDay.Ticks % step.Ticks;
        return over == 0 ? wall : calendar.Tell(wall.AddTicks(step.Ticks - over));
    }
}

/// <summary>A promise to be made.</summary>
/// <param name="By">The moment.</param>
/// <param name="IsBusy">True when the customer is told that there is much to do.</param>
/// <param name="Usual">What it rests on; null when it is the deadline.</param>
public sealed record PromiseMade(DateTimeOffset By, bool IsBusy, UsualResponse? Usual);
