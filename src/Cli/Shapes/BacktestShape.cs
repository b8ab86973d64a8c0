using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets.Backtests;

namespace Mailroom.Cli.Shapes;

/// <summary>What "backtest" says. Field names are fixed: tools outside rely on them.</summary>
/// <param name="At">The moment of looking.</param>
/// <param name="Tickets">How many tickets were replayed.</param>
/// <param name="Unread">Lines that could not be read and are in no figure.</param>
/// <param name="Total">All deadlines.</param>
/// <param name="Groups">Deadlines by group and kind.</param>
/// <param name="NewlyBreached">Examples that only the candidate finds missed, the worst first.</param>
/// <param name="NoLongerBreached">Examples that only the policy in force finds missed, the worst first.</param>
/// <param name="Notes">What to keep in mind when reading it.</param>
internal sealed record BacktestShape(
    DateTimeOffset At,
    int Tickets,
    int Unread,
    BacktestCounts Total,
    IReadOnlyList<BacktestGroupShape> Groups,
    IReadOnlyList<BacktestExampleShape> NewlyBreached,
    IReadOnlyList<BacktestExampleShape> NoLongerBreached,
    IReadOnlyList<string> Notes)
{
    internal static BacktestShape Of(BacktestReport report, BacktestQuestion question, int unread, IReadOnlyList<string> notes) => new(
        question.Now,
        report.Tickets,
        unread,
        report.Totals(BacktestGrouping.All).Select(t => t.Counts).FirstOrDefault(BacktestCounts.None),
        [.. report.Rows.Select(r => new BacktestGroupShape(r.By, r.Key, DeadlineNames.Of(r.Kind), r.Counts))],
        [.. report.WorstNewlyBreached.Select(BacktestExampleShape.Of)],
        [.. report.WorstNoLongerBreached.Select(BacktestExampleShape.Of)],
        notes);
}

/// <summary>The deadlines of one group and kind.</summary>
internal sealed record BacktestGroupShape(BacktestGrouping By, string Key, string Deadline, BacktestCounts Counts);

/// <summary>One deadline whose fate changes.</summary>
internal sealed record BacktestExampleShape(
    string Ticket,
    string Deadline,
    string Category,
    string Team,
    string Priority,
    DateTimeOffset Since,
    BacktestVerdictShape InForce,
    BacktestVerdictShape Candidate)
{
    internal static BacktestExampleShape Of(BacktestOutcome o) => new(
        o.Ticket,
        DeadlineNames.Of(o.Kind),
        o.Of.Category.Code,
        o.Of.Team,
        o.Of.Priority.ToString(),
        o.Since,
        BacktestVerdictShape.Of(o.InForce),
        BacktestVerdictShape.Of(o.Candidate));
}

/// <summary>What became of it under one policy.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Late">By how much it was missed, real time; "PT0S" when it was not.</param>
internal sealed record BacktestVerdictShape(BacktestState State, DateTimeOffset Due, string Late)
{
    internal static BacktestVerdictShape Of(BacktestVerdict verdict) => new(verdict.State, verdict.Due, TargetText.Write(verdict.Late));
}
