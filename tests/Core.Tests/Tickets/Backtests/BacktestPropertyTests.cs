using FsCheck;
using FsCheck.Fluent;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Backtests;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Tickets.Backtests;

public sealed class BacktestPropertyTests
{
    private static readonly DateTimeOffset Now = Moments.Shanghai("2026-05-20 12:00");

    [Fact]
    public void The_same_policy_changes_nothing() => Holds(AnyTickets.Stories.Zip(AnyTickets.Policy), (stories, policy) =>
    {
        var report = Replay(stories, policy, policy);
        return report.Rows.All(r => r.Counts is { NewlyBreached: 0, NoLongerBreached: 0 } && r.Counts.InForce == r.Counts.Candidate)
            && report.WorstNewlyBreached.Count + report.WorstNoLongerBreached.Count == 0;
    });

    [Fact]
    public void Longer_targets_never_breach_more() => Holds(AnyTickets.Stories.Zip(AnyTickets.Longer), (stories, longer) =>
        Replay(stories, Policies.Small, longer).Rows.All(r => r.Counts.NewlyBreached == 0));

    [Fact]
    public void The_groups_of_each_grouping_add_up_to_all() => Holds(AnyTickets.Stories.Zip(AnyTickets.Policy), (stories, policy) =>
    {
        var report = Replay(stories, Policies.Small, policy);
        var all = report.Totals(BacktestGrouping.All).Single().Counts;
        return Enum.GetValues<BacktestGrouping>().All(by => report.Totals(by).Aggregate(BacktestCounts.None, (sum, t) => sum.Plus(t.Counts)) == all)
            && report.Rows.All(r => AddsUp(r.Counts));
    });

    [Fact]
    public void A_history_in_pieces_is_the_same_history() => Holds(AnyTickets.Stories.Zip(AnyTickets.Policy), (stories, policy) =>
    {
        var (whole, question) = (Replay(stories, Policies.Small, policy), Asked(Policies.Small, policy));
        var pieces = stories.Chunk(2).Reverse().Aggregate(BacktestReport.None, (sum, some) => sum.Plus(Replay(some, Policies.Small, policy), question));
        return (whole.Tickets, whole.Earliest) == (pieces.Tickets, pieces.Earliest)
            && whole.Rows.SequenceEqual(pieces.Rows)
            && whole.WorstNewlyBreached.SequenceEqual(pieces.WorstNewlyBreached)
            && whole.WorstNoLongerBreached.SequenceEqual(pieces.WorstNoLongerBreached);
    });

    [Fact]
    public void Under_the_policy_in_force_each_ticket_reads_as_its_own_clock_would_without_promises() => Holds(AnyTickets.Stories.Zip(AnyTickets.Policy), (stories, policy) =>
        stories.Where(s => s.Ticket.OpenedAt <= Now).All(s =>
            TicketClock.Reading(Unpromised(s.History), Policies.Small, Now)!.All.Select(d => (d.Kind, BacktestVerdict.Of(d)))
                .SequenceEqual(Of(s, policy).Select(o => (o.Kind, o.InForce)))));

    private static TicketHistory Unpromised(TicketHistory history) =>
        history with { Events = [.. history.Events.Where(e => e is not (TicketEvent.Promised or TicketEvent.Repromised))] };

    private static IReadOnlyList<BacktestOutcome> Of(TicketStory story, SupportPolicy candidate) =>
        BacktestOutcome.All(BacktestTicket.Of(story.History)!, Asked(Policies.Small, candidate));

    private static bool AddsUp(BacktestCounts c) =>
        c.Deadlines == c.InForce.Met + c.InForce.Breached + c.InForce.Running
        && c.Deadlines == c.Candidate.Met + c.Candidate.Breached + c.Candidate.Running
        && c.InForce.Breached + c.NewlyBreached - c.NoLongerBreached == c.Candidate.Breached;

    private static BacktestReport Replay(IEnumerable<TicketStory> stories, SupportPolicy inForce, SupportPolicy candidate) =>
        BacktestReport.Of(stories.Select((s, i) => BacktestTicket.Of(s.History)! with { Id = s.Ticket.OpenedAt.UtcTicks + "/" + s.Ticket.Version }), Asked(inForce, candidate));

    private static BacktestQuestion Asked(SupportPolicy inForce, SupportPolicy candidate) => new(inForce, candidate, Now, Examples: 3);

    private static void Holds<T>(Gen<(IReadOnlyList<TicketStory> Stories, T Policy)> cases, Func<IReadOnlyList<TicketStory>, T, bool> law) =>
        Prop.ForAll(cases.ToArbitrary(), c => law(c.Stories, c.Policy)).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20260427, 7));
}
