using Mailroom.Core.Tickets.Promises;

namespace Mailroom.Core.Tickets;

/// <summary>
/// All that happens to a ticket because time passes, and nothing else: one timer for each such thing, all asked at each look at its clock.
/// </summary>
public static class TicketTimers
{
    private static readonly IReadOnlyList<Func<TicketHistory, DateTimeOffset, HouseRules, TimerReading>> All =
    [
        LadderTimer.Look,
        RepromiseTimer.Look,
        WaitingTimer.Look,
        SatisfactionTimer.Look,
    ];

    /// <summary>What has come due at an instant and has not happened yet, and when to look again.</summary>
    /// <param name="history">The ticket; nothing comes due for one that does not exist.</param>
    /// <param name="now">The instant.</param>
    /// <param name="house">Policy and key.</param>
    public static TimerReading Look(TicketHistory history, DateTimeOffset now, HouseRules house)
    {
        if (history.Ticket is null)
        {
            return TimerReading.Nothing;
        }

        // A clock that was set back, or a mail that is worked late, must not look past what has happened since: an answer, for one.
        var at = history.Events.Max(e => e.At) is var last && last > now ? last : now;
        var readings = All.Select(look => look(history, at, house)).ToList();
        return new([.. readings.SelectMany(r => r.Reached)], readings.Min(r => r.NextCheck));
    }
}

/// <summary>What a timer says.</summary>
/// <param name="Reached">The events that have come due, in order.</param>
/// <param name="NextCheck">When something further comes due unless something happens before; null when nothing will.</param>
public sealed record TimerReading(IReadOnlyList<TicketEvent> Reached, DateTimeOffset? NextCheck)
{
    /// <summary>Nothing, and nothing to come.</summary>
    public static TimerReading Nothing { get; } = new([], null);
}
