namespace Mailroom.Core.Deadlines;

/// <summary>Computes deadlines from what happened; keeps no counters.</summary>
public static class DeadlineClock
{
    /// <summary>
    /// The deadlines at an instant: the first response, given or not; the next response when somebody waits for one; the solution.
    /// None before the customer's first mail.
    /// </summary>
    /// <param name="events">What happened, oldest first; the first is the customer's first mail. Later ones than the instant are left out.</param>
    /// <param name="targets">The targets and their calendar.</param>
    /// <param name="now">The instant.</param>
    public static IReadOnlyList<Deadline> Read(IReadOnlyList<ClockEvent> events, ClockTargets targets, DateTimeOffset now)
    {
        var past = events.Where(e => e.At <= now).ToList();
        var waits = Waits(past);
        if (waits.Count == 0)
        {
            return [];
        }

        var response = targets.FirstResponse.On(targets.Calendar);
        List<Deadline> deadlines = [Measure(DeadlineKind.FirstResponse, response, [waits[0]], targets.Calendar, now)];
        if (waits.Count > 1 && waits[^1].To is null)
        {
            deadlines.Add(Measure(DeadlineKind.NextResponse, response, [waits[^1]], targets.Calendar, now));
        }

        var work = Work(past);
        var solution = Measure(DeadlineKind.Resolution, targets.Resolution.On(targets.Calendar), work.Spans, targets.Calendar, now);
        deadlines.Add(work.Paused ? Paused(solution, targets.Calendar, now) : solution);
        return deadlines;
    }

    // A wait begins with the oldest unanswered mail: further mails do not give us more time.
    private static List<CountedSpan> Waits(List<ClockEvent> events)
    {
        var waits = new List<CountedSpan>();
        foreach (var e in events)
        {
            var waiting = waits.Count > 0 && waits[^1].To is null;
            if (e.Kind == ClockEventKind.CustomerMail && !waiting)
            {
                waits.Add(new(e.At, null));
            }
            else if (e.Kind is ClockEventKind.AgentReply or ClockEventKind.Resolve && waiting)
            {
                waits[^1] = waits[^1] with { To = e.At };
            }
        }

        return waits;
    }

    // When the solution's clock counted; whether it stands because we wait for the customer.
    private static (List<CountedSpan> Spans, bool Paused) Work(List<ClockEvent> events)
    {
        var spans = new List<CountedSpan>();
        var resolved = false;
        foreach (var e in events)
        {
            var counting = spans.Count > 0 && spans[^1].To is null;
            var starts = e.Kind == ClockEventKind.Reopen
                || (e.Kind == ClockEventKind.Resume && !resolved)
                || (e.Kind == ClockEventKind.CustomerMail && spans.Count == 0);
            if (starts && !counting)
            {
                spans.Add(new(e.At, null));
            }
            else if (counting && e.Kind is ClockEventKind.Pause or ClockEventKind.Resolve)
            {
                spans[^1] = spans[^1] with { To = e.At };
            }

            resolved = e.Kind == ClockEventKind.Resolve || (resolved && e.Kind != ClockEventKind.Reopen);
        }

        return (spans, !resolved && spans[^1].To is not null);
    }

    private static Deadline Measure(
        DeadlineKind kind, TimeSpan target, List<CountedSpan> spans, WorkingCalendar calendar, DateTimeOffset now)
    {
        var (elapsed, due, breached) = (TimeSpan.Zero, now, false);
        foreach (var span in spans)
        {
            // Closed time after the last open minute counts too: Friday 18:00 is missed on Saturday, although no time was counted.
            due = breached ? due : calendar.Add(span.From, Max(target - elapsed, TimeSpan.Zero));
            breached = breached || (span.To is { } to ? to > due : now >= due);
            elapsed += calendar.OpenTime(span.From, span.To ?? now);
        }

        var stopped = spans[^1].To;
        var state = breached ? DeadlineState.Breached : stopped is null ? DeadlineState.Running : DeadlineState.Met;
        return new(kind, due, state, target, elapsed) { StoppedAt = stopped, IsCounting = stopped is null };
    }

    private static Deadline Paused(Deadline solution, WorkingCalendar calendar, DateTimeOffset now) =>
        solution.State == DeadlineState.Breached
            ? solution with { StoppedAt = null }
            : solution with
            {
                State = DeadlineState.Paused,
                StoppedAt = null,
                Due = calendar.Add(now, Max(solution.Remaining, TimeSpan.Zero)),
            };

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    // Time that counts towards a target; open-ended while it still does.
    private sealed record CountedSpan(DateTimeOffset From, DateTimeOffset? To);
}

/// <summary>The targets of one ticket and the calendar whose open time counts.</summary>
public sealed record ClockTargets(Target FirstResponse, Target Resolution, WorkingCalendar Calendar);

/// <summary>Something that moves a clock.</summary>
public sealed record ClockEvent(DateTimeOffset At, ClockEventKind Kind);

/// <summary>What moves a clock.</summary>
public enum ClockEventKind
{
    /// <summary>The customer wrote: a response is due.</summary>
    CustomerMail,

    /// <summary>A person of ours answered: the response is given.</summary>
    AgentReply,

    /// <summary>We wait for the customer: the solution's clock stands.</summary>
    Pause,

    /// <summary>We no longer wait.</summary>
    Resume,

    /// <summary>Solved: every clock stops.</summary>
    Resolve,

    /// <summary>Not solved after all: the solution's clock goes on with what has elapsed.</summary>
    Reopen,
}
