using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Promises;

namespace Mailroom.Core.Replies.Digests;

/// <summary>What a manager's digest says, before it is worded.</summary>
public sealed record DigestContent
{
    /// <summary>Now.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the manager's next shift begins.</summary>
    public required DateTimeOffset NextShift { get; init; }

    /// <summary>The forecast of each team.</summary>
    public required IReadOnlyList<PaceForecast> Forecasts { get; init; }

    /// <summary>The open tickets of each team.</summary>
    public required IReadOnlyList<TeamLoad> Teams { get; init; }

    /// <summary>What each agent has, the most overdue first.</summary>
    public required IReadOnlyList<AgentLoad> Agents { get; init; }

    /// <summary>What has changed since the last digest; null when that is not known.</summary>
    public DigestChanges? Changes { get; init; }

    /// <summary>How many promises of the last days were kept.</summary>
    public required PromiseReport Promises { get; init; }

    /// <summary>The breakers that are open.</summary>
    public required IReadOnlyList<BreakerRecord> Breakers { get; init; }

    /// <summary>The ledger's proof.</summary>
    public LedgerProof? Ledger { get; init; }

    /// <summary>Years whose holidays a calendar does not know.</summary>
    public required IReadOnlyList<CalendarGap> CalendarGaps { get; init; }

    /// <summary>Overdue tickets, the longest first.</summary>
    public IReadOnlyList<ForecastTicket> Overdue => InOrder(t => t.IsOverdue);

    /// <summary>Tickets that break before the next shift at the present pace, the soonest first.</summary>
    public IReadOnlyList<ForecastTicket> BreaksSoon => InOrder(t => t is { IsOverdue: false, IsLate: true } && t.Due <= NextShift);

    /// <summary>How many are due before the next shift and reached in time.</summary>
    public int InTime => InOrder(t => t is { IsOverdue: false, IsLate: false } && t.Due <= NextShift).Count;

    /// <summary>How many are due later and not reached in time.</summary>
    public int LateLater => InOrder(t => t is { IsOverdue: false, IsLate: true } && t.Due > NextShift).Count;

    /// <summary>False when nothing of it asks for anybody's attention.</summary>
    public bool SaysSomething => Overdue.Count > 0 || BreaksSoon.Count > 0 || Breakers.Count > 0 || Ledger is { IsWhole: false };

    /// <summary>The content for one manager.</summary>
    /// <param name="digest">Whose.</param>
    /// <param name="facts">What is so.</param>
    /// <param name="last">The manager's last digest; null when there was none.</param>
    /// <param name="policy">The policy.</param>
    public static DigestContent Of(DigestPolicy digest, DigestFacts facts, DigestSnapshot? last, SupportPolicy policy)
    {
        var (teams, shifts) = (digest.TeamsOf(policy), digest.Shifts(policy));
        var names = teams.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var own = facts.Open.Where(t => t.Status != TicketStatus.Resolved && names.Contains(t.Team)).ToList();
        var byTeam = own.ToLookup(t => t.Team, StringComparer.Ordinal);
        return new()
        {
            At = facts.At,
            NextShift = shifts.NextShift(facts.At),
            Forecasts = [.. teams.Select(t => PaceForecast.Of(t.Name, byTeam[t.Name], facts, shifts))],
            Teams = [.. teams.Select(t => TeamLoad.Of(t.Name, [.. byTeam[t.Name]], facts.At))],
            Agents = AgentLoad.Of(own, facts.Answers.Where(a => names.Contains(a.Team) && a.At > (last?.At ?? facts.At.AddDays(-1)) && a.At <= facts.At), facts.At),
            Changes = last is null || facts.IsCut ? null : DigestChanges.Of(last, own, facts),
            Promises = PromiseReport.Of(facts.Promises.Where(p => names.Contains(p.Team)).Select(p => p.Outcome)),
            Breakers = [.. facts.Breakers.Where(b => b.IsOpen)],
            Ledger = facts.Ledger,
            CalendarGaps = CalendarCoverage.Gaps(policy, facts.At),
        };
    }

    /// <summary>What the next digest compares with.</summary>
    public static DigestSnapshot Snapshot(DigestPolicy digest, DigestFacts facts, SupportPolicy policy)
    {
        var names = digest.TeamsOf(policy).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var own = facts.Open.Where(t => names.Contains(t.Team)).ToLookup(t => PaceForecast.DueOf(t) <= facts.At, t => t.Number.Value);
        return new(facts.At, [.. own[true]], [.. own[false]]);
    }

    private List<ForecastTicket> InOrder(Func<ForecastTicket, bool> which) =>
        [.. Forecasts.SelectMany(f => f.Queue).Where(which)
            .OrderBy(t => t.Due).ThenBy(t => t.Ticket.Priority).ThenBy(t => t.Ticket.Number.Value, StringComparer.Ordinal)];
}
