namespace Mailroom.Core.Deadlines;

/// <summary>Finds when a deadline's clock counted and when it stood.</summary>
internal static class ClockTurns
{
    /// <summary>One clock for each wait for a response: it begins with the oldest unanswered mail; further mails give us no more time.</summary>
    /// <param name="events">What happened, in order, the customer's first mail first.</param>
    public static IReadOnlyList<IReadOnlyList<ClockTurn>> Responses(IReadOnlyList<ClockEvent> events)
    {
        var waits = new List<List<ClockTurn>>();
        foreach (var e in events)
        {
            var waiting = waits.Count > 0 && waits[^1].Count == 1;
            if (e.Kind == ClockEventKind.CustomerMail && !waiting)
            {
                waits.Add([new(e.At, null)]);
            }
            else if (waiting && e.Kind is ClockEventKind.AgentReply or ClockEventKind.Resolve)
            {
                waits[^1].Add(new(e.At, e));
            }
        }

        return waits;
    }

    /// <summary>The solution's clock. A pause ends with a word of the customer, too; what is solved goes on only when it is reopened.</summary>
    /// <param name="events">What happened, in order, the customer's first mail first.</param>
    public static IReadOnlyList<ClockTurn> Resolution(IReadOnlyList<ClockEvent> events)
    {
        var turns = new List<ClockTurn> { new(events[0].At, null) };
        foreach (var e in events)
        {
            var standing = turns[^1].StoppedBy?.Kind;
            ClockTurn? turn = (standing, e.Kind) switch
            {
                (null, ClockEventKind.Pause) => new(e.At, e),
                (null or ClockEventKind.Pause, ClockEventKind.Resolve) => new(e.At, e),
                (ClockEventKind.Pause, ClockEventKind.Resume or ClockEventKind.CustomerMail) => new(e.At, null),
                (not null, ClockEventKind.Reopen) => new(e.At, null),
                _ => null,
            };
            if (turn is not null)
            {
                turns.Add(turn);
            }
        }

        return turns;
    }

    /// <summary>The clock of the law: it waits for nobody, and ends with a solution that stands. What was reopened was not solved.</summary>
    /// <param name="events">What happened, in order, the customer's first mail first.</param>
    public static IReadOnlyList<ClockTurn> Regulatory(IReadOnlyList<ClockEvent> events)
    {
        ClockEvent? solved = null;
        foreach (var e in events)
        {
            if (e.Kind == ClockEventKind.Resolve)
            {
                solved ??= e;
            }
            else if (e.Kind == ClockEventKind.Reopen)
            {
                solved = null;
            }
        }

        return solved is null ? [new(events[0].At, null)] : [new(events[0].At, null), new(solved.At, solved)];
    }

    /// <summary>The stretches between turns and changes of the target. What has ended keeps the target that it ended under.</summary>
    public static IReadOnlyList<ClockSpan> Spans(
        IReadOnlyList<ClockTurn> turns, IReadOnlyList<ClockTerm> terms, DateTimeOffset now)
    {
        var (start, end) = (turns[0].At, turns[^1].HasEnded ? turns[^1].At : now);
        var changes = terms.Skip(1).Where(t => t.From > start && t.From <= end && t.From <= now).ToList();
        var cuts = turns.Select(t => t.At).Concat(changes.Select(c => c.From)).Distinct().Order().ToList();
        var spans = new List<ClockSpan>();
        foreach (var from in cuts)
        {
            var stoppedBy = turns.Last(t => t.At <= from).StoppedBy;
            var target = terms.LastOrDefault(t => t.From <= from && (t.From < end || !turns[^1].HasEnded), terms[0]).Target;
            if (spans.Count > 0 && spans[^1].StoppedBy == stoppedBy && spans[^1].Target == target)
            {
                continue;
            }

            if (spans.Count > 0)
            {
                spans[^1] = spans[^1] with { To = from };
            }

            spans.Add(new(from, null, target, stoppedBy));
        }

        return spans;
    }
}

/// <summary>A moment from which a clock counts, or stands.</summary>
/// <param name="At">When.</param>
/// <param name="StoppedBy">What made it stand; null when it counts.</param>
internal sealed record ClockTurn(DateTimeOffset At, ClockEvent? StoppedBy)
{
    /// <summary>True when what was due is done; a pause is not that.</summary>
    public bool HasEnded => StoppedBy is { Kind: not ClockEventKind.Pause };
}
