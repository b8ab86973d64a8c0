using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets;

/// <summary>Finds the rungs of the ladder that a ticket's deadlines have reached, and the moment of the next one.</summary>
public static class EscalationLadder
{
    /// <summary>Looks at the deadlines as they were read at an instant.</summary>
    /// <param name="deadlines">The deadlines, read at <paramref name="now"/>.</param>
    /// <param name="rules">The ladder and the ticket as it stands.</param>
    /// <param name="told">The rungs that were told before.</param>
    /// <param name="now">The instant.</param>
    public static LadderReading Look(
        IReadOnlyList<Deadline> deadlines, LadderRules rules, IReadOnlyList<RungTold> told, DateTimeOffset now)
    {
        var counting = deadlines.Where(d => d.IsCounting).ToList();
        var rungs = rules.Steps.Where(s => s.When.Covers(rules.Ticket))
            .SelectMany(s => counting.Where(d => IsAbout(s, d)).Select(d => Next(d, s, rules.Ticket, told, now)))
            .OfType<RungAhead>()
            .ToList();
        return new([.. rungs.Where(r => r.At <= now).Select(r => r.Rung)], rungs.Where(r => r.At > now).Min(r => (DateTimeOffset?)r.At));
    }

    // The terms of the law are long, and few people can do something about them: a step must name them.
    private static bool IsAbout(LadderStep step, Deadline deadline) =>
        step.Targets.Count == 0 ? deadline.Kind != DeadlineKind.Regulatory : step.Targets.Contains(deadline.Kind);

    /// <summary>True when a rung was told for this deadline.</summary>
    /// <remarks>
    /// First response and solution move when the clock stood or the target changed: the same people are not told twice for that. Each wait for a
    /// next response is a promise of its own, known by its beginning: its moment moves, too.
    /// </remarks>
    public static bool IsSame(RungTold told, Deadline deadline, string step) =>
        told.Kind == deadline.Kind && told.Step == step
        && (told.Kind != DeadlineKind.NextResponse || told.Since >= deadline.Spans[0].From);

    // The round that is next and when it is due; null when the step has said all that it has to say.
    private static RungAhead? Next(Deadline deadline, LadderStep step, LadderCase ticket, IReadOnlyList<RungTold> told, DateTimeOffset now)
    {
        var before = told.Where(t => IsSame(t, deadline, step.Name)).ToList();
        if (before.Count == 0)
        {
            return new(new(deadline, step, 1), Reached(deadline, step.At, now));
        }

        var (round, last) = (before.Max(t => t.Round), before.Max(t => t.At));
        return step.Again is { } again && round <= again.Most && !(again.Until == LadderRepeatUntil.Taken && ticket.IsAssigned)
            ? new(new(deadline, step, round + 1), last + again.Every)
            : null;
    }

    // Counted time runs on the deadline's own calendar, before and after the deadline alike.
    private static DateTimeOffset Reached(Deadline deadline, LadderMoment moment, DateTimeOffset now) => moment switch
    {
        LadderMoment.Percent percent => In((deadline.Target * percent.Share / 100) - deadline.Elapsed, deadline, now),
        LadderMoment.Distance { IsReal: false } distance => In(deadline.Target + distance.By - deadline.Elapsed, deadline, now),
        LadderMoment.Distance distance => deadline.Due + distance.By,
        _ => throw new ArgumentOutOfRangeException(nameof(moment), moment, "No row says when this moment is."),
    };

    private static DateTimeOffset In(TimeSpan left, Deadline deadline, DateTimeOffset now) =>
        left <= TimeSpan.Zero ? now : deadline.Calendar.Add(now, left);

    private sealed record RungAhead(Rung Rung, DateTimeOffset At);
}

/// <summary>What a ladder is read by.</summary>
/// <param name="Steps">The ladder, lowest first.</param>
/// <param name="Ticket">The ticket as it stands.</param>
public sealed record LadderRules(IReadOnlyList<LadderStep> Steps, LadderCase Ticket);

/// <summary>A rung that was told.</summary>
/// <param name="Kind">Of which deadline.</param>
/// <param name="Since">Since when somebody waited for it.</param>
/// <param name="Step">The step's name.</param>
/// <param name="Round">1 for the first time, 2 for the first repeat.</param>
/// <param name="At">When.</param>
public sealed record RungTold(DeadlineKind Kind, DateTimeOffset Since, string Step, int Round, DateTimeOffset At);

/// <summary>A rung of one deadline.</summary>
/// <param name="Deadline">The deadline.</param>
/// <param name="Step">The step.</param>
/// <param name="Round">1 for the first time, 2 for the first repeat.</param>
public sealed record Rung(Deadline Deadline, LadderStep Step, int Round)
{
    /// <summary>The share of the target that it stands for; of a step by distance, the share used, on its own side of the deadline.</summary>
    public int Percent => Step.At switch
    {
        LadderMoment.Percent percent => percent.Share,
        { Side: < 0 } => Math.Clamp(Used, 1, 99),
        { Side: 0 } => 100,
        _ => Math.Clamp(Used, 101, 1000),
    };

    private int Used => Deadline.Target > TimeSpan.Zero ? (int)Math.Min(1000, 100 * (Deadline.Elapsed / Deadline.Target)) : 1000;
}

/// <summary>What a look at the ladder found.</summary>
/// <param name="Reached">Rungs reached and not yet told, lowest first.</param>
/// <param name="NextCheck">When a further rung is reached unless something happens before; null when none is left.</param>
public sealed record LadderReading(IReadOnlyList<Rung> Reached, DateTimeOffset? NextCheck);
