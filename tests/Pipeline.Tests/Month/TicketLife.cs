using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets;

namespace Mailroom.Pipeline.Tests.Month;

/// <summary>A ticket's life as its saved events tell it, read anew with nothing of the product's own reading.</summary>
internal sealed class TicketLife
{
    private readonly List<(DateTimeOffset From, Priority Priority)> _priorities = [];
    private readonly List<Wait> _waits = [];

    private TicketLife(TicketEvent.Opened opened) => Opened = opened;

    /// <summary>How it began.</summary>
    public TicketEvent.Opened Opened { get; }

    /// <summary>All that was waited for: the answers one by one, and the solution.</summary>
    public IReadOnlyList<Wait> Waits => _waits;

    /// <summary>When somebody first answered; null while nobody has.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When it was solved, and when it was open again.</summary>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset? To)> Solved { get; private set; } = [];

    /// <summary>What was promised; null when nothing was.</summary>
    public TicketEvent.Promised? Promised { get; private set; }

    /// <summary>Reads a life.</summary>
    public static TicketLife Of(IReadOnlyList<TicketEvent> events)
    {
        var life = new TicketLife((TicketEvent.Opened)events[0]);
        var (answer, solution) = (new Wait(DeadlineKind.FirstResponse, 0), new Wait(DeadlineKind.Resolution, 0));
        var (answers, priority, waits) = (0, life.Opened.Understanding.Priority, true);
        List<(DateTimeOffset From, DateTimeOffset? To)> solved = [];
        life._waits.AddRange([answer, solution]);
        life._priorities.Add((life.Opened.At, priority));
        answer.Start(life.Opened.At);
        solution.Start(life.Opened.At);
        foreach (var e in events.Skip(1))
        {
            switch (e)
            {
                case TicketEvent.Promised promised:
                    life.Promised ??= promised;
                    break;
                case TicketEvent.AgentReplied:
                    life.AnsweredAt ??= e.At;
                    answers++;
                    answer.Stop(e.At);
                    solution.Stop(e.At);
                    waits = false;
                    break;
                case TicketEvent.CustomerWrote wrote:
                    Rank(wrote.Understanding.Priority < priority ? wrote.Understanding.Priority : priority, e.At);
                    if (!waits)
                    {
                        life._waits.Add(answer = new Wait(DeadlineKind.NextResponse, answers));
                        answer.Start(e.At);
                        waits = true;
                    }

                    solution.Start(e.At);
                    solved = [.. solved.Select(s => s with { To = s.To ?? e.At })];
                    break;
                case TicketEvent.Paused:
                    solution.Stop(e.At);
                    break;
                case TicketEvent.Resumed:
                    solution.Start(e.At);
                    break;
                case TicketEvent.Prioritised ranked:
                    Rank(ranked.Priority, e.At);
                    break;
                case TicketEvent.Resolved or TicketEvent.ClosedUnanswered:
                    answer.Stop(e.At);
                    solution.Stop(e.At);
                    solved.Add((e.At, null));
                    waits = false;
                    break;
                default:
                    // Moves no clock.
                    break;
            }
        }

        life.Solved = solved;
        return life;

        void Rank(Priority to, DateTimeOffset at)
        {
            if (to != priority)
            {
                life._priorities.Add((at, to));
                priority = to;
            }
        }
    }

    /// <summary>The priority at a moment.</summary>
    public Priority PriorityAt(DateTimeOffset at) => _priorities.Last(p => p.From <= at).Priority;

    /// <summary>True while it is not solved.</summary>
    public bool IsOpenAt(DateTimeOffset at) => Opened.At <= at && !Solved.Any(s => s.From <= at && !(s.To <= at));

    /// <summary>How much of a target is used at a moment, in percent; null when its clock stands or has not begun.</summary>
    public double? UsedAt(Wait wait, DateTimeOffset at)
    {
        if (!wait.IsCountingAt(at))
        {
            return null;
        }

        var (target, _) = WallClock.Target(wait.Kind, PriorityAt(at), Opened.Understanding.Category);
        if (wait.Kind == DeadlineKind.FirstResponse && Promised is { } promised)
        {
            // Our own deadline is what the customer was promised, where that is sooner.
            target = Math.Min(target, WallClock.Minutes(WallClock.Target(wait.Kind, PriorityAt(at), Opened.Understanding.Category).Always, Opened.At, promised.By));
        }

        var used = wait.Spans.Where(s => s.From <= at).Sum(s => Used(wait.Kind, s.From, s.To < at ? s.To.Value : at));
        return 100.0 * used / target;
    }

    private int Used(DeadlineKind kind, DateTimeOffset from, DateTimeOffset to)
    {
        var turns = _priorities.Select(p => p.From).Where(t => from < t && t < to).Prepend(from).Append(to).ToList();
        return turns.Zip(turns.Skip(1), (a, b) => WallClock.Minutes(WallClock.Target(kind, PriorityAt(a), Opened.Understanding.Category).Always, a, b)).Sum();
    }
}

/// <summary>Something that a customer waits for.</summary>
/// <param name="Kind">An answer or the solution.</param>
/// <param name="After">How many answers came before it.</param>
internal sealed record Wait(DeadlineKind Kind, int After)
{
    private readonly List<(DateTimeOffset From, DateTimeOffset? To)> _spans = [];

    /// <summary>When its clock ran.</summary>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset? To)> Spans => _spans;

    /// <summary>True while its clock runs: an end at that moment has stopped it.</summary>
    public bool IsCountingAt(DateTimeOffset at) => _spans.Any(s => s.From <= at && !(s.To <= at));

    public void Start(DateTimeOffset at)
    {
        if (_spans is [] or [.., { To: not null }])
        {
            _spans.Add((at, null));
        }
    }

    public void Stop(DateTimeOffset at)
    {
        if (_spans is [.., { To: null } last])
        {
            _spans[^1] = last with { To = at };
        }
    }
}
