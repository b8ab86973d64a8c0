using System.Globalization;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using NodaTime;

namespace Mailroom.Core.Tickets.Backtests;

/// <summary>One deadline of a ticket under both policies.</summary>
/// <param name="Ticket">What the ticket is called.</param>
/// <param name="Kind">Which deadline.</param>
/// <param name="Since">When its clock began: when the mail came that it is about.</param>
/// <param name="Of">What its targets depended on in the end, under the policy in force.</param>
/// <param name="InForce">What became of it under the policy in force.</param>
/// <param name="Candidate">What would have become of it under the other.</param>
public sealed record BacktestOutcome(
    string Ticket, DeadlineKind Kind, DateTimeOffset Since, TargetCase Of, BacktestVerdict InForce, BacktestVerdict Candidate)
{
    /// <summary>True when only the other policy finds it missed.</summary>
    public bool IsNewlyBreached => InForce.State != BacktestState.Breached && Candidate.State == BacktestState.Breached;

    /// <summary>True when only the policy in force finds it missed.</summary>
    public bool IsNoLongerBreached => InForce.State == BacktestState.Breached && Candidate.State != BacktestState.Breached;

    /// <summary>Every deadline that a ticket ever had, under both policies; none for a ticket received after the moment of looking.</summary>
    public static IReadOnlyList<BacktestOutcome> All(BacktestTicket ticket, BacktestQuestion question)
    {
        var terms = BacktestReplay.Last(ticket, question.InForce);
        var (one, other) = (Read(question.InForce), Read(question.Candidate));

        // What somebody waits for follows from what happened, never from a target: both have the same deadlines in the same order.
        // The term by law stands last; where only one policy sets it there is nothing to compare.
        return [.. one.Zip(other, (a, b) => new BacktestOutcome(
            ticket.Id, a.Kind, a.Spans[0].From, terms, BacktestVerdict.Of(a), BacktestVerdict.Of(b)))];

        IReadOnlyList<Deadline> Read(SupportPolicy policy) =>
            DeadlineClock.Read(BacktestReplay.Under(ticket, policy, question.InForce), question.Now)?.All ?? [];
    }

    /// <summary>The name of its group.</summary>
    /// <param name="grouping">Of which groups.</param>
    /// <param name="zone">The company's zone, for the hours.</param>
    public string Group(BacktestGrouping grouping, DateTimeZone zone) => grouping switch
    {
        BacktestGrouping.All => "all",
        BacktestGrouping.Category => Of.Category.Code,
        BacktestGrouping.Team => Of.Team,
        BacktestGrouping.Hour => Instant.FromDateTimeOffset(Since).InZone(zone).Hour.ToString("00", CultureInfo.InvariantCulture),
        BacktestGrouping.Priority => Of.Priority.ToString(),
        BacktestGrouping.Language => Of.Language == ReplyLanguage.Chinese ? "zh" : "en",
        _ => throw new ArgumentOutOfRangeException(nameof(grouping), grouping, "There are no such groups."),
    };
}

/// <summary>What became of a deadline.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Late">By how much it was missed at the worst, or is by now: real time; zero when it was not.</param>
public sealed record BacktestVerdict(BacktestState State, DateTimeOffset Due, TimeSpan Late)
{
    /// <summary>The verdict on a deadline. A target that was missed while it was in force stays missed, whatever target came after it.</summary>
    public static BacktestVerdict Of(Deadline deadline)
    {
        var missed = deadline.Breaches.Count > 0 || deadline.State == DeadlineState.Breached;
        var state = missed ? BacktestState.Breached : deadline.State == DeadlineState.Met ? BacktestState.Met : BacktestState.Running;
        return new(state, deadline.Due, deadline.Breaches.Select(b => b.Late(deadline.ReadAt)).DefaultIfEmpty().Max());
    }
}

/// <summary>Where a deadline stands in a backtest.</summary>
public enum BacktestState
{
    /// <summary>Neither kept nor missed; also while it is paused.</summary>
    Running,

    /// <summary>Kept.</summary>
    Met,

    /// <summary>Missed.</summary>
    Breached,
}

/// <summary>What deadlines are counted by.</summary>
public enum BacktestGrouping
{
    /// <summary>All in one group.</summary>
    All,

    /// <summary>The ticket's category.</summary>
    Category,

    /// <summary>The ticket's team.</summary>
    Team,

    /// <summary>The hour of day, in the company's zone, in which the mail came that somebody waits for an answer to.</summary>
    Hour,

    /// <summary>The ticket's priority.</summary>
    Priority,

    /// <summary>The customer's language.</summary>
    Language,
}
