namespace Mailroom.Core.Deadlines;

/// <summary>Finds the rungs of the ladder that a ticket's deadlines have reached, and the moment of the next one.</summary>
public static class EscalationLadder
{
    /// <summary>Looks at the deadlines as they were read at an instant.</summary>
    /// <param name="deadlines">The deadlines, read at <paramref name="now"/>.</param>
    /// <param name="rules">The ladder and the ticket's priority.</param>
    /// <param name="told">The rungs that were told before.</param>
    /// <param name="now">The instant.</param>
    public static LadderReading Look(
        IReadOnlyList<Deadline> deadlines, LadderRules rules, IReadOnlyList<RungTold> told, DateTimeOffset now)
    {
        var rungs = deadlines.Where(d => d.IsCounting)
            .SelectMany(d => rules.Steps.Where(s => Concerns(s, d, rules.Priority)).Select(s => new Rung(d, s)))
            .Where(r => !told.Any(t => IsSame(t, r)))
            .ToList();
        return new(
            rungs.Where(r => Left(r) <= TimeSpan.Zero).OrderBy(r => r.Step.Percent).ToList(),
            rungs.Where(r => Left(r) > TimeSpan.Zero).Select(r => r.Deadline.Calendar.Add(now, Left(r))).Cast<DateTimeOffset?>().Min());
    }

    // "At once" is for somebody who waits for a word, not for the solution.
    private static bool Concerns(LadderStep step, Deadline deadline, Priority priority) =>
        (step.Only is null || step.Only == priority) && (step.Percent > 0 || deadline.Kind != DeadlineKind.Resolution);

    // First response and solution move when the clock stood or the priority rose: the same people are not told twice for that.
    // Each wait for a next response is a promise of its own.
    private static bool IsSame(RungTold told, Rung rung) =>
        told.Kind == rung.Deadline.Kind && told.Step == rung.Step.Name
        && (told.Kind != DeadlineKind.NextResponse || told.Due == rung.Deadline.Due);

    // Counted time until the rung, on the deadline's own calendar, before and after the deadline alike.
    private static TimeSpan Left(Rung rung) => (rung.Deadline.Target * rung.Step.Percent / 100) - rung.Deadline.Elapsed;
}

/// <summary>What a ladder is read by.</summary>
/// <param name="Steps">The ladder.</param>
/// <param name="Priority">The ticket's priority.</param>
public sealed record LadderRules(IReadOnlyList<LadderStep> Steps, Priority Priority);

/// <summary>A rung that was told, by its identity.</summary>
public sealed record RungTold(DeadlineKind Kind, DateTimeOffset Due, string Step);

/// <summary>A rung of one deadline.</summary>
public sealed record Rung(Deadline Deadline, LadderStep Step);

/// <summary>What a look at the ladder found.</summary>
/// <param name="Reached">Rungs reached and not yet told, lowest first.</param>
/// <param name="NextCheck">When a further rung is reached unless something happens before; null when none is left.</param>
public sealed record LadderReading(IReadOnlyList<Rung> Reached, DateTimeOffset? NextCheck);
