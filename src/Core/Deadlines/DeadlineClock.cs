namespace Mailroom.Core.Deadlines;

/// <summary>Computes deadlines from what happened; keeps no counters.</summary>
public static class DeadlineClock
{
    /// <summary>The clock at an instant; null before the customer's first mail. What happened later or before that mail is left out.</summary>
    /// <param name="history">Events and targets.</param>
    /// <param name="now">The instant.</param>
    /// <exception cref="InvalidOperationException">A calendar is not open long enough for its target.</exception>
    public static ClockReading? Read(ClockHistory history, DateTimeOffset now)
    {
        if (history.Events.Where(e => e.Kind == ClockEventKind.CustomerMail && e.At <= now).MinBy(e => e.At) is not { } opening)
        {
            return null;
        }

        ClockEvent[] events =
            [opening, .. history.Events.Where(e => e.At >= opening.At && e.At <= now && !ReferenceEquals(e, opening)).OrderBy(e => e.At)];
        var waits = ClockTurns.Responses(events);
        var later = waits.Skip(1).Select(turns => Measure(DeadlineKind.NextResponse, turns)).ToList();
        var open = later.Count > 0 && later[^1].IsCounting;
        return new(
            Measure(DeadlineKind.FirstResponse, waits[0]),
            open ? later[^1] : null,
            Measure(DeadlineKind.Resolution, ClockTurns.Resolution(events)),
            open ? later[..^1] : later)
        {
            Regulatory = Law(),
        };

        // The law does not ask what the ticket was called before: the term of its category now holds from the first mail on.
        Deadline? Law() => history.Targets.LastOrDefault(t => t.From <= now, history.Targets[0]) is { Targets.Regulatory: not null } inForce
            ? DeadlineMeasure.Of(
                DeadlineKind.Regulatory,
                ClockTurns.Spans(ClockTurns.Regulatory(events), ClockTerms.Of([inForce], events, DeadlineKind.Regulatory, opening.At), now),
                now)
            : null;

        Deadline Measure(DeadlineKind kind, IReadOnlyList<ClockTurn> turns) =>
            DeadlineMeasure.Of(kind, ClockTurns.Spans(turns, ClockTerms.Of(history.Targets, events, kind, turns[0].At), now), now);
    }
}
