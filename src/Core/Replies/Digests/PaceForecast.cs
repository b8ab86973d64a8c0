using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies.Digests;

/// <summary>Which of a team's tickets will not be reached in time if it goes on as it did.</summary>
/// <remarks>
/// The model: what waits is worked in the order in which it is due, one answer each, overdue tickets first; the team gives as many answers
/// in an open hour as it did on average in the <see cref="Window"/>. Nothing new comes in, so that it is rather too kind than too harsh.
/// </remarks>
/// <param name="Team">The team.</param>
/// <param name="Answers">The answers that it gave in the window.</param>
/// <param name="Open">The open time of the window.</param>
/// <param name="Queue">What waits, in the order in which it is due.</param>
public sealed record PaceForecast(string Team, int Answers, TimeSpan Open, IReadOnlyList<ForecastTicket> Queue)
{
    /// <summary>How far back the pace is measured.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(14);

    /// <summary>Answers in an open hour.</summary>
    public double PerHour => Open > TimeSpan.Zero ? Answers / Open.TotalHours : 0;

    /// <summary>The forecast of one team.</summary>
    /// <param name="team">The team.</param>
    /// <param name="tickets">Its open tickets.</param>
    /// <param name="facts">The answers, and now.</param>
    /// <param name="shifts">When it works.</param>
    public static PaceForecast Of(string team, IEnumerable<Ticket> tickets, DigestFacts facts, WorkingCalendar shifts)
    {
        var from = facts.At - Window;
        var answers = facts.Answers.Count(a => a.Team == team && a.At > from && a.At <= facts.At);
        var open = shifts.OpenTime(from, facts.At);
        var waiting = tickets.Select(t => (Ticket: t, Due: DueOf(t))).Where(t => t.Due is not null)
            .OrderBy(t => t.Due).ThenBy(t => t.Ticket.Priority).ThenBy(t => t.Ticket.Number.Value, StringComparer.Ordinal);
        var forecast = new PaceForecast(team, answers, open, []);
        List<ForecastTicket> queue = [];
        var (seen, available) = (facts.At, TimeSpan.Zero);
        foreach (var (ticket, due) in waiting)
        {
            if (due > seen)
            {
                available += shifts.OpenTime(seen, due.Value);
                seen = due.Value;
            }

            var needs = forecast.Needs(queue.Count + 1);
            queue.Add(new(ticket, due!.Value, needs, due <= facts.At, needs is null || needs > available));
        }

        return forecast with { Queue = queue };
    }

    /// <summary>The earlier of what is due; null when nothing is.</summary>
    public static DateTimeOffset? DueOf(Ticket ticket) => new[] { ticket.ResponseDue, ticket.ResolutionDue }.Min();

    // Null for never: nobody answered anything.
    private TimeSpan? Needs(int place) => Answers == 0 || Open <= TimeSpan.Zero ? null : Open * ((double)place / Answers);
}

/// <summary>A ticket in the queue.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Needs">The open time until it has been answered; null when the team answers nothing.</param>
/// <param name="IsOverdue">True when it is overdue already.</param>
/// <param name="IsLate">True when its turn does not come in time.</param>
public sealed record ForecastTicket(Ticket Ticket, DateTimeOffset Due, TimeSpan? Needs, bool IsOverdue, bool IsLate);
