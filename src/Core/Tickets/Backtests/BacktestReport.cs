using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using NodaTime;

namespace Mailroom.Core.Tickets.Backtests;

/// <summary>What another policy would have made of tickets that are history.</summary>
/// <remarks>
/// History does not change: answers, pauses, solutions and extensions come when they came, and mails are not read again. It measures targets.
/// Promises to customers are what they were and are in no figure here.
/// </remarks>
public sealed record BacktestReport
{
    /// <summary>No tickets.</summary>
    public static BacktestReport None { get; } = new();

    /// <summary>How many tickets were replayed.</summary>
    public int Tickets { get; init; }

    /// <summary>When the earliest of them was received; null when there is none.</summary>
    public DateTimeOffset? Earliest { get; init; }

    /// <summary>By group and kind of deadline, in order; only groups that have a deadline.</summary>
    public IReadOnlyList<BacktestRow> Rows { get; init; } = [];

    /// <summary>Deadlines that only the other policy finds missed: those missed by most, first.</summary>
    public IReadOnlyList<BacktestOutcome> WorstNewlyBreached { get; init; } = [];

    /// <summary>Deadlines that only the policy in force finds missed: those missed by most, first.</summary>
    public IReadOnlyList<BacktestOutcome> WorstNoLongerBreached { get; init; } = [];

    /// <summary>The report over tickets, each once. They are held no longer than they are counted.</summary>
    /// <exception cref="InvalidOperationException">A calendar is not open long enough for a target.</exception>
    public static BacktestReport Of(IEnumerable<BacktestTicket> tickets, BacktestQuestion question)
    {
        var (count, earliest) = (0, (DateTimeOffset?)null);
        var rows = new Dictionary<(BacktestGrouping By, string Key, DeadlineKind Kind), BacktestCounts>();
        List<BacktestOutcome> newly = [], noLonger = [];
        foreach (var ticket in tickets.Where(t => t.ReceivedAt <= question.Now))
        {
            count++;
            earliest = ticket.ReceivedAt < earliest ? ticket.ReceivedAt : earliest ?? ticket.ReceivedAt;
            var outcomes = BacktestOutcome.All(ticket, question);
            foreach (var outcome in outcomes)
            {
                Count(outcome);
            }

            newly = Worst(newly, outcomes.Where(o => o.IsNewlyBreached), o => o.Candidate.Late, question.Examples);
            noLonger = Worst(noLonger, outcomes.Where(o => o.IsNoLongerBreached), o => o.InForce.Late, question.Examples);
        }

        return new()
        {
            Tickets = count,
            Earliest = earliest,
            Rows = Ordered(rows.Select(r => new BacktestRow(r.Key.By, r.Key.Key, r.Key.Kind, r.Value))),
            WorstNewlyBreached = newly,
            WorstNoLongerBreached = noLonger,
        };

        void Count(BacktestOutcome outcome)
        {
            var counted = BacktestCounts.Of(outcome);
            foreach (var by in Enum.GetValues<BacktestGrouping>())
            {
                var key = (by, outcome.Group(by, question.Zone), outcome.Kind);
                rows[key] = rows.GetValueOrDefault(key, BacktestCounts.None).Plus(counted);
            }
        }
    }

    /// <summary>The report over the tickets of both, so that a long history can be read in pieces.</summary>
    /// <param name="other">The report over other tickets, under the same question.</param>
    /// <param name="question">The question.</param>
    public BacktestReport Plus(BacktestReport other, BacktestQuestion question) => new()
    {
        Tickets = Tickets + other.Tickets,
        Earliest = Earliest is null || other.Earliest < Earliest ? other.Earliest : Earliest,
        Rows = Ordered(Rows.Concat(other.Rows)
            .GroupBy(r => (r.By, r.Key, r.Kind))
            .Select(g => new BacktestRow(g.Key.By, g.Key.Key, g.Key.Kind, Sum(g)))),
        WorstNewlyBreached = Worst(WorstNewlyBreached, other.WorstNewlyBreached, o => o.Candidate.Late, question.Examples),
        WorstNoLongerBreached = Worst(WorstNoLongerBreached, other.WorstNoLongerBreached, o => o.InForce.Late, question.Examples),
    };

    /// <summary>The counts of each group over all kinds of deadline.</summary>
    public IReadOnlyList<(string Key, BacktestCounts Counts)> Totals(BacktestGrouping by) =>
        [.. Rows.Where(r => r.By == by).GroupBy(r => r.Key).Select(g => (g.Key, Sum(g)))];

    private static BacktestCounts Sum(IEnumerable<BacktestRow> rows) => rows.Aggregate(BacktestCounts.None, (sum, r) => sum.Plus(r.Counts));

    private static IReadOnlyList<BacktestRow> Ordered(IEnumerable<BacktestRow> rows) =>
        [.. rows.OrderBy(r => r.By).ThenBy(r => r.Key, StringComparer.Ordinal).ThenBy(r => r.Kind)];

    // The same whatever order the tickets came in.
    private static List<BacktestOutcome> Worst(
        IReadOnlyList<BacktestOutcome> known, IEnumerable<BacktestOutcome> more, Func<BacktestOutcome, TimeSpan> late, int most) =>
        [.. known.Concat(more)
            .OrderByDescending(late)
            .ThenBy(o => o.Ticket, StringComparer.Ordinal).ThenBy(o => o.Kind).ThenBy(o => o.Since)
            .Take(most)];
}

/// <summary>Deadlines of one group and kind.</summary>
/// <param name="By">What they are grouped by.</param>
/// <param name="Key">The group: a code, a name, an hour as "09".</param>
/// <param name="Kind">The kind of deadline.</param>
/// <param name="Counts">How many.</param>
public sealed record BacktestRow(BacktestGrouping By, string Key, DeadlineKind Kind, BacktestCounts Counts);

/// <summary>What is asked of history.</summary>
/// <param name="InForce">The policy that tickets were worked under.</param>
/// <param name="Candidate">The policy to try.</param>
/// <param name="Now">The moment of looking: what happened later is left out.</param>
/// <param name="Examples">How many examples of each kind are kept.</param>
public sealed record BacktestQuestion(SupportPolicy InForce, SupportPolicy Candidate, DateTimeOffset Now, int Examples = 10)
{
    /// <summary>The zone that hours are told in: that of the company in force.</summary>
    public DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb[InForce.Company.TimeZone];
}
