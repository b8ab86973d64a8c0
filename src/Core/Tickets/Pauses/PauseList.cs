using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets.Pauses;

/// <summary>Finds the pauses in a ticket's events. An answer stops the clock, too, but it is an answer.</summary>
internal static class PauseList
{
    // Beyond, a ticket tells nothing new; its row stays small.
    private const int Most = 20;

    /// <summary>How soon after a warning a pause looks like its answer.</summary>
    public static readonly TimeSpan AfterWarning = TimeSpan.FromMinutes(1);

    /// <summary>The latest pauses, oldest first.</summary>
    public static IReadOnlyList<TicketPause> Of(TicketHistory history, SupportPolicy policy)
    {
        var (pauses, before) = (new List<TicketPause>(), TicketHistory.None);
        foreach (var e in history.Standing)
        {
            if (e is TicketEvent.Paused paused && TicketClock.Reading(before, policy, paused.At)?.Resolution is { } solution)
            {
                var warned = before.Events.OfType<TicketEvent.LadderReached>()
                    .Any(l => l.Deadline == DeadlineKind.Resolution && l.At <= paused.At && paused.At - l.At <= AfterWarning);
                pauses.Add(new(
                    paused.At, paused.Agent, before.Ticket!.Team, before.Ticket.Category, solution.Due, solution.Remaining, solution.Target, warned));
            }

            before = new(TicketFold.After(before.Ticket, e), [.. before.Events, e]);
        }

        return [.. pauses.TakeLast(Most)];
    }
}
