namespace Mailroom.Core.Tickets.Promises;

/// <summary>Renews a promise that will not be kept: once, before it breaks. Our own deadline stays where it is.</summary>
internal static class RepromiseTimer
{
    /// <summary>The new promise when its time has come; whether it may be written is decided by <see cref="Decide"/>.</summary>
    public static TimerReading Look(TicketHistory history, DateTimeOffset now, HouseRules house)
    {
        var (ticket, rules) = (history.Ticket!, house.Policy.Promise.Repromise);
        if (ticket is not { Promise: { IsWithdrawn: false } promise, AnsweredAt: null, Status: not TicketStatus.Resolved }
            || !rules.Priorities.Contains(ticket.Priority)
            || history.Events.Any(e => e is TicketEvent.Repromised or TicketEvent.RepromiseWithheld))
        {
            return TimerReading.Nothing;
        }

        var calendar = TicketClock.Targets(ticket, house.Policy).FirstResponse.Calendar;
        var at = calendar.Add(promise.MadeAt, calendar.OpenTime(promise.MadeAt, promise.By) * rules.Percent / 100);

        // After the moment there is nothing left to renew: "it will be later" would be an excuse.
        return now >= promise.By || at >= promise.By ? TimerReading.Nothing
            : now < at ? new([], at)
            : new([new TicketEvent.Repromised(now, promise.By, MailIds.NewPromise(house.Key, ticket.Number))], null);
    }

    /// <summary>The new promise with its moment, or that it may not be written.</summary>
    public static TicketEvent Decide(TicketHistory history, TicketEvent.Repromised again, TicketCommand.CheckDeadlines command, HouseRules house) =>
        command.KeptBack is { } why
            ? new TicketEvent.RepromiseWithheld(again.At, why)
            : again with { By = Moment(history.Ticket!, command, house) };

    // The later of two: so much after the first promise, and what is usual, from now on.
    private static DateTimeOffset Moment(Ticket ticket, TicketCommand.CheckDeadlines command, HouseRules house)
    {
        var calendar = TicketClock.Targets(ticket, house.Policy).FirstResponse.Calendar;
        var later = PromiseMaking.RoundedUp(calendar, ticket.Promise!.By, house.Policy.Promise.Repromise.Extra);
        return command.Times?.Find(ResponseSlot.Of(ticket, calendar, command.At), command.At) is { Within: { } within }
            && PromiseMaking.RoundedUp(calendar, command.At, within) is var usual
            && usual > later
                ? usual
                : later;
    }
}
