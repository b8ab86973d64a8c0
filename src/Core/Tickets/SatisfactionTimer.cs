namespace Mailroom.Core.Tickets;

/// <summary>Asks a customer how it went, once, some time after a person solved their ticket.</summary>
internal static class SatisfactionTimer
{
    /// <summary>The question when it has come due, in the windows of the calendar of waiting.</summary>
    public static TimerReading Look(TicketHistory history, DateTimeOffset now, HouseRules house)
    {
        var policy = house.Policy.Satisfaction;
        if (!policy.Enabled || house.PublicAddress is null
            || history.Ticket is not { Status: TicketStatus.Resolved, MergedInto: null } ticket
            || history.Standing.LastOrDefault(e => e is TicketEvent.Resolved or TicketEvent.ClosedUnanswered) is not TicketEvent.Resolved solved
            || history.Events.Any(e => e is TicketEvent.SatisfactionAsked or TicketEvent.CustomerRated))
        {
            return TimerReading.Nothing;
        }

        var calendar = house.Policy.Calendars[house.Policy.Waiting.Calendar];
        var at = calendar.NextOpen(solved.At + policy.After);
        return now < at ? new([], at)
            : now >= at + TimeSpan.FromDays(policy.DaysOpen) ? TimerReading.Nothing
            : !calendar.IsOpen(now) ? new([], calendar.NextOpen(now))
            : new([new TicketEvent.SatisfactionAsked(now, MailIds.Satisfaction(house.Key, ticket.Number), now + TimeSpan.FromDays(policy.DaysOpen))], null);
    }
}
