namespace Mailroom.Core.Tickets.Backtests;

/// <summary>Deadlines counted under both policies.</summary>
/// <param name="Deadlines">All of them.</param>
/// <param name="InForce">Under the policy in force.</param>
/// <param name="Candidate">Under the other.</param>
/// <param name="NewlyBreached">Those that only the other policy finds missed.</param>
/// <param name="NoLongerBreached">Those that only the policy in force finds missed.</param>
public sealed record BacktestCounts(int Deadlines, BacktestSide InForce, BacktestSide Candidate, int NewlyBreached, int NoLongerBreached)
{
    /// <summary>Nothing counted.</summary>
    public static BacktestCounts None { get; } = new(0, new(0, 0, 0), new(0, 0, 0), 0, 0);

    /// <summary>One deadline counted.</summary>
    public static BacktestCounts Of(BacktestOutcome outcome) => new(
        1,
        BacktestSide.Of(outcome.InForce.State),
        BacktestSide.Of(outcome.Candidate.State),
        outcome.IsNewlyBreached ? 1 : 0,
        outcome.IsNoLongerBreached ? 1 : 0);

    /// <summary>Both together.</summary>
    public BacktestCounts Plus(BacktestCounts other) => new(
        Deadlines + other.Deadlines,
        InForce.Plus(other.InForce),
        Candidate.Plus(other.Candidate),
        NewlyBreached + other.NewlyBreached,
        NoLongerBreached + other.NoLongerBreached);
}

/// <summary>Deadlines counted under one policy. The three add up to all.</summary>
/// <param name="Met">Kept.</param>
/// <param name="Breached">Missed.</param>
/// <param name="Running">Neither so far.</param>
public sealed record BacktestSide(int Met, int Breached, int Running)
{
    /// <summary>One deadline counted.</summary>
    public static BacktestSide Of(BacktestState state) => new(
        state == BacktestState.Met ? 1 : 0, state == BacktestState.Breached ? 1 : 0, state == BacktestState.Running ? 1 : 0);

    /// <summary>Both together.</summary>
    public BacktestSide Plus(BacktestSide other) => new(Met + other.Met, Breached + other.Breached, Running + other.Running);
}
