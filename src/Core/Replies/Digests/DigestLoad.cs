using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies.Digests;

/// <summary>A team's open tickets.</summary>
/// <param name="Team">The team.</param>
/// <param name="Open">All of them.</param>
/// <param name="Urgent">Of these, P1.</param>
/// <param name="Overdue">Of these, overdue.</param>
public sealed record TeamLoad(string Team, int Open, int Urgent, int Overdue)
{
    /// <summary>Counts a team's open tickets.</summary>
    public static TeamLoad Of(string team, IReadOnlyList<Ticket> open, DateTimeOffset at) =>
        new(team, open.Count, open.Count(t => t.Priority == Priority.P1), open.Count(t => PaceForecast.DueOf(t) <= at));
}

/// <summary>What an agent has and did.</summary>
/// <param name="Agent">Who; null for the tickets that nobody has.</param>
/// <param name="Open">The open tickets.</param>
/// <param name="Overdue">Of these, overdue.</param>
/// <param name="Answered">The answers given since the last digest.</param>
public sealed record AgentLoad(string? Agent, int Open, int Overdue, int Answered)
{
    /// <summary>The load of everybody who has a ticket or gave an answer.</summary>
    /// <param name="open">The open tickets.</param>
    /// <param name="answers">The answers since the last digest.</param>
    /// <param name="at">Now.</param>
    public static IReadOnlyList<AgentLoad> Of(IReadOnlyList<Ticket> open, IEnumerable<AnswerGiven> answers, DateTimeOffset at)
    {
        var answered = answers.GroupBy(a => a.Agent, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var loads = open.GroupBy(t => t.Assignee ?? "", StringComparer.Ordinal)
            .Select(g => new AgentLoad(
                g.Key.Length == 0 ? null : g.Key, g.Count(), g.Count(t => PaceForecast.DueOf(t) <= at), answered.GetValueOrDefault(g.Key)))
            .ToList();
        var idle = answered.Where(a => loads.All(l => l.Agent != a.Key)).Select(a => new AgentLoad(a.Key, 0, 0, a.Value));
        return [.. loads.Concat(idle)
            .OrderByDescending(l => l.Overdue).ThenByDescending(l => l.Open).ThenByDescending(l => l.Answered).ThenBy(l => l.Agent, StringComparer.Ordinal)];
    }
}
