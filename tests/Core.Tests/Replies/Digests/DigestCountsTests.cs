using FsCheck;
using FsCheck.Fluent;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies.Digests;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Replies.Digests;

/// <summary>A digest's counts against a count of the events that knows neither tickets nor snapshots.</summary>
public sealed class DigestCountsTests
{
    private static readonly DigestPolicy Payments = Policies.Small.DigestsInForce[0];

    [Fact]
    public void Open_and_overdue_tickets_are_those_of_the_events() => Holds((desk, _, now) =>
    {
        var content = Content(desk, now, null);
        var own = desk.Histories.Where(h => IsOwn(h.Events, now)).ToList();

        return content.Overdue.Select(t => t.Ticket.Number.Value).ToHashSet().SetEquals(own.Where(h => IsOverdue(h.Events, now)).Select(NumberOf))
            && content.Teams.Single().Open == own.Count && content.Teams.Single().Overdue == content.Overdue.Count;
    });

    [Fact]
    public void Changes_are_those_of_the_events() => Holds((desk, last, now) =>
    {
        var changes = Content(desk, now, last).Changes!;
        int Count(Func<IReadOnlyList<TicketEvent>, bool> which) => desk.Histories.Count(h => which(h.Events));

        return (changes.New, changes.Reopened, changes.MovedIn, changes.Solved, changes.MovedOut, changes.NewlyOverdue) == (
            Count(e => IsOwn(e, now) && !IsOwn(e, last) && e[0].At > last),
            Count(e => IsOwn(e, now) && !IsOwn(e, last) && e[0].At <= last && WasReopened(e, last, now)),
            Count(e => IsOwn(e, now) && !IsOwn(e, last) && e[0].At <= last && !WasReopened(e, last, now)),
            Count(e => IsOwn(e, last) && !IsOpen(e, now)),
            Count(e => IsOwn(e, last) && IsOpen(e, now) && TeamOf(e, now) != "payments"),
            Count(e => IsOwn(e, now) && IsOverdue(e, now) && !(IsOwn(e, last) && IsOverdue(e, last))));
    });

    [Fact]
    public void The_load_of_an_agent_is_that_of_the_events() => Holds((desk, last, now) =>
    {
        var load = Content(desk, now, last).Agents;
        var own = desk.Histories.Where(h => IsOwn(h.Events, now)).ToList();
        var answers = desk.Histories.SelectMany(h => h.Events.OfType<TicketEvent.AgentReplied>()
            .Where(a => a.At > last && a.At <= now && TeamOf([.. h.Events.TakeWhile(e => e != a)], a.At) == "payments")).ToList();

        return load.Sum(l => l.Open) == own.Count && load.Sum(l => l.Answered) == answers.Count
            && load.All(l => l.Open == own.Count(h => AssigneeOf(h.Events, now) == l.Agent)
                && l.Overdue == own.Count(h => AssigneeOf(h.Events, now) == l.Agent && IsOverdue(h.Events, now))
                && l.Answered == answers.Count(a => a.Agent == l.Agent));
    });

    private static DigestContent Content(AnyDesk desk, DateTimeOffset now, DateTimeOffset? last)
    {
        var snapshot = last is { } then ? DigestContent.Snapshot(Payments, Facts(desk.At(then), then), Policies.Small) : null;
        return DigestContent.Of(Payments, Facts(desk.At(now), now), snapshot, Policies.Small);
    }

    private static DigestFacts Facts(AnyDesk desk, DateTimeOffset at) => new()
    {
        At = at,
        Open = [.. desk.Histories.Select(h => h.Ticket!).Where(t => t.Status != TicketStatus.Resolved)],
        Answers = desk.Answers,
    };

    private static string NumberOf(TicketHistory history) => ((TicketEvent.Opened)history.Events[0]).Number.Value;

    private static bool IsOwn(IReadOnlyList<TicketEvent> events, DateTimeOffset at) => IsOpen(events, at) && TeamOf(events, at) == "payments";

    private static bool IsOpen(IReadOnlyList<TicketEvent> events, DateTimeOffset at) =>
        events.LastOrDefault(e => e.At <= at && TurnsIt(e)) is { } last && !Ends(last);

    private static bool TurnsIt(TicketEvent e) => e is TicketEvent.Opened or TicketEvent.CustomerWrote or TicketEvent.Reopened || Ends(e);

    private static bool Ends(TicketEvent e) => e is TicketEvent.Resolved or TicketEvent.ClosedUnanswered;

    private static bool WasReopened(IReadOnlyList<TicketEvent> events, DateTimeOffset last, DateTimeOffset now)
    {
        var turns = events.Where(TurnsIt).ToList();
        return turns.Zip(turns.Skip(1)).Any(pair => Ends(pair.First) && !Ends(pair.Second) && pair.Second.At > last && pair.Second.At <= now);
    }

    private static string? TeamOf(IReadOnlyList<TicketEvent> events, DateTimeOffset at) => events.Where(e => e.At <= at)
        .Select(e => e switch { TicketEvent.Opened o => o.Team, TicketEvent.Reassigned r => r.Team, _ => null }).LastOrDefault(t => t is not null);

    private static string? AssigneeOf(IReadOnlyList<TicketEvent> events, DateTimeOffset at) => events.Where(e => e.At <= at)
        .Where(e => e is TicketEvent.Assigned or TicketEvent.Reassigned).LastOrDefault() is TicketEvent.Assigned given ? given.Assignee : null;

    // The clock itself, not the moments that a ticket keeps of it.
    private static bool IsOverdue(IReadOnlyList<TicketEvent> events, DateTimeOffset at)
    {
        var until = TicketDecider.Apply(TicketHistory.None, [.. events.TakeWhile(e => e.At <= at)], Policies.House);
        return TicketClock.Read(until, Policies.Small, at).Any(d => d.IsCounting && d.Due <= at);
    }

    private static void Holds(Func<AnyDesk, DateTimeOffset, DateTimeOffset, bool> law) =>
        Prop.ForAll(AnyDesk.Case.ToArbitrary(), c => law(c.Desk, c.Last, c.Now))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(12).WithReplay(20260302, 7));
}
