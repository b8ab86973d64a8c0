using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets.Promises;

/// <summary>How many customers wait for a team's first answer, and how many usually do at this hour.</summary>
/// <param name="Team">The team.</param>
/// <param name="Calendar">The calendar of their first response.</param>
/// <param name="Unanswered">How many wait now.</param>
/// <param name="Usual">
/// How many waited at most on nine of ten days at this hour, among those days on which the calendar was open, or closed, as it is now;
/// null when too few such days are known.
/// </param>
public sealed record TeamLoad(string Team, string Calendar, int Unanswered, int? Usual)
{
    private const int Fewest = 10;
    private const int FewestDays = 5;

    // A week less than the window: who had waited longer then is not known.
    private const int MostDays = 21;

    /// <summary>True when it is well above the usual, by a quarter at least, and no small number.</summary>
    public bool IsHigh => Usual is { } usual && Unanswered >= Fewest && Unanswered * 4 > usual * 5;

    /// <summary>The loads at an instant.</summary>
    /// <param name="tickets">The tickets that were opened within <see cref="ResponseTimes.Window"/>.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="now">The instant.</param>
    public static IReadOnlyList<TeamLoad> Of(IReadOnlyCollection<Ticket> tickets, SupportPolicy policy, DateTimeOffset now)
    {
        if (tickets.Count == 0)
        {
            return [];
        }

        // Before the first ticket nothing is known, and nothing is not the same as none.
        var first = tickets.Min(t => t.OpenedAt);
        return
        [
            .. tickets.GroupBy(t => (t.Team, TicketClock.Targets(t, policy).FirstResponse.Calendar))
                .Select(g => Of(g.Key.Team, g.Key.Calendar, [.. g], first, now))
                .Where(l => l.Unanswered > 0),
        ];
    }

    private static TeamLoad Of(string team, WorkingCalendar calendar, List<Ticket> tickets, DateTimeOffset first, DateTimeOffset now)
    {
        var isOpen = calendar.IsOpen(now);
        var before = Enumerable.Range(1, MostDays)
            .Select(day => now.AddDays(-day))
            .Where(at => at > first && calendar.IsOpen(at) == isOpen)
            .Select(at => Waiting(tickets, at))
            .Order()
            .ToList();
        int? usual = before.Count < FewestDays ? null : before[(int)Math.Ceiling(0.9 * before.Count) - 1];
        return new(team, calendar.Name, Waiting(tickets, now), usual);
    }

    private static int Waiting(List<Ticket> tickets, DateTimeOffset at) =>
        tickets.Count(t => t.OpenedAt <= at && !(t.AnsweredAt <= at) && !(t.ResolvedAt <= at));
}
