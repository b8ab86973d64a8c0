namespace Mailroom.Core.Deadlines;

/// <summary>Measures one deadline along the stretches of its life.</summary>
internal static class DeadlineMeasure
{
    /// <summary>The deadline at an instant.</summary>
    public static Deadline Of(DeadlineKind kind, IReadOnlyList<ClockSpan> spans, DateTimeOffset now)
    {
        var last = spans[^1];
        var target = last.Target.Length;
        var runs = Runs(spans, now);
        var missed = runs.Select(run => run.Reaches(target)).FirstOrDefault(moment => moment is not null);
        var elapsed = runs.Aggregate(TimeSpan.Zero, (sum, run) => sum + run.Counted);
        var due = missed ?? Ahead(spans, runs.LastOrDefault(), target - elapsed, now);
        return new(kind, last.Target.Calendar.Tell(due), State(last, missed is not null), target, elapsed)
        {
            StoppedAt = last.StoppedBy is { Kind: not ClockEventKind.Pause } end ? end.At : null,
            IsCounting = last.StoppedBy is null,
            Calendar = last.Target.Calendar,
            ReadAt = now,
            Spans = spans,
            Breaches = DeadlineBreaches.Of(spans, runs),
        };
    }

    private static DeadlineState State(ClockSpan last, bool missed) => last.StoppedBy switch
    {
        _ when missed => DeadlineState.Breached,
        null => DeadlineState.Running,
        { Kind: ClockEventKind.Pause } => DeadlineState.Paused,
        _ => DeadlineState.Met,
    };

    private static List<ClockRun> Runs(IReadOnlyList<ClockSpan> spans, DateTimeOffset now)
    {
        var (runs, before) = (new List<ClockRun>(), TimeSpan.Zero);
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].StoppedBy is null)
            {
                var end = spans[i].To ?? now;
                var goesOn = i == spans.Count - 1 || spans[i + 1].StoppedBy is null;
                var run = new ClockRun(spans[i], end, goesOn, before, spans[i].Target.Calendar.OpenTime(spans[i].From, end));
                runs.Add(run);
                before += run.Counted;
            }
        }

        return runs;
    }

    // Not missed so far. A clock that stands is due as if it went on: while paused, now; when ended, at the end.
    private static DateTimeOffset Ahead(IReadOnlyList<ClockSpan> spans, ClockRun? run, TimeSpan left, DateTimeOffset now)
    {
        var (last, calendar) = (spans[^1], spans[^1].Target.Calendar);
        if (last.StoppedBy is { Kind: ClockEventKind.Pause })
        {
            return calendar.Add(now, left);
        }

        // Ended while it counted: what was used up at that moment was due at it, and not in the next window. What ended when it began never counted.
        return run is not null && (last.StoppedBy is null || run.End == last.From)
            ? run.Span.Target.Calendar.Add(run.Span.From, left + run.Counted)
            : calendar.Add(last.From, left);
    }
}

/// <summary>A stretch in which a clock counted.</summary>
/// <param name="Span">The stretch.</param>
/// <param name="End">Its end so far.</param>
/// <param name="GoesOn">True when the clock counts on after it: another target took over, or it is now.</param>
/// <param name="Before">What was counted before.</param>
/// <param name="Counted">What was counted in it.</param>
internal sealed record ClockRun(ClockSpan Span, DateTimeOffset End, bool GoesOn, TimeSpan Before, TimeSpan Counted)
{
    /// <summary>
    /// The moment in the stretch at which an amount has been counted and is missed; null when it lies later. An end at that very moment is
    /// in time. Closed time after it counts: what was due on Friday at 18:00 is missed on Saturday.
    /// </summary>
    public DateTimeOffset? Reaches(TimeSpan amount)
    {
        var left = amount - Before;
        if (left > Counted)
        {
            return null;
        }

        var moment = Span.Target.Calendar.Add(Span.From, left > TimeSpan.Zero ? left : TimeSpan.Zero);
        return moment < End || (moment == End && GoesOn) ? moment : null;
    }
}
