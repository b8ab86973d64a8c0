using Mailroom.Core.Deadlines;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;

namespace Mailroom.Core.Tests.Deadlines;

/// <summary>An unanswered mail of Monday 10:00 with 8 hours to answer and 3 days to solve, on the working calendar.</summary>
public sealed class EscalationLadderTests
{
    [Theory]
    [InlineData("2026-03-02 10:00", "", "2026-03-02 17:00")]
    [InlineData("2026-03-02 17:00", "warning", "2026-03-03 10:00")]
    [InlineData("2026-03-03 10:00", "warning breach", "2026-03-03 15:00")]
    [InlineData("2026-03-03 15:00", "warning breach breach+50", "2026-03-04 10:00")]
    public void Rungs_are_reached_in_counted_time_before_and_after_the_deadline(string now, string reached, string next)
    {
        var look = Look(now, Priority.P3, []);

        Assert.Equal(reached, string.Join(' ', look.Reached.Select(r => r.Step.Name)));
        Assert.Equal(Shanghai(next), look.NextCheck);
    }

    [Fact]
    public void What_was_told_is_not_told_again()
    {
        var told = new RungTold(DeadlineKind.FirstResponse, Shanghai("2026-03-03 10:00"), "warning");

        var look = Look("2026-03-03 10:00", Priority.P3, [told]);

        Assert.Equal("breach", Assert.Single(look.Reached).Step.Name);
    }

    [Fact]
    public void P1_is_told_at_once_and_only_for_the_answer()
    {
        var rung = Assert.Single(Look("2026-03-02 10:00", Priority.P1, []).Reached);

        Assert.Equal(("on-call", DeadlineKind.FirstResponse), (rung.Step.Name, rung.Deadline.Kind));
    }

    [Fact]
    public void An_answer_ends_the_climb_of_its_deadline()
    {
        var look = Look("2026-03-04 15:00", Priority.P3, [], new ClockEvent(Shanghai("2026-03-02 11:00"), ClockEventKind.AgentReply));

        Assert.Equal([DeadlineKind.Resolution], look.Reached.Select(r => r.Deadline.Kind).Distinct());
    }

    [Fact]
    public void A_solution_that_moved_by_a_pause_tells_nobody_twice()
    {
        var told = new RungTold(DeadlineKind.Resolution, Shanghai("2026-03-04 10:00"), "warning");
        ClockEvent[] pause =
        [
            new(Shanghai("2026-03-02 11:00"), ClockEventKind.AgentReply),
            new(Shanghai("2026-03-05 09:00"), ClockEventKind.Pause),
            new(Shanghai("2026-03-09 09:00"), ClockEventKind.Resume),
        ];

        Assert.Empty(Look("2026-03-09 09:30", Priority.P3, [told], pause).Reached);
    }

    [Fact]
    public void At_the_top_there_is_nothing_more_to_look_for()
    {
        var told = from kind in new[] { DeadlineKind.FirstResponse, DeadlineKind.Resolution }
                   from step in Policies.Small.Ladder
                   select new RungTold(kind, Shanghai("2026-03-03 10:00"), step.Name);

        var look = Look("2026-04-30 10:00", Priority.P3, told.ToList());

        Assert.Empty(look.Reached);
        Assert.Null(look.NextCheck);
    }

    private static LadderReading Look(string now, Priority priority, IReadOnlyList<RungTold> told, params ClockEvent[] later)
    {
        var targets = ClockTargets.On(HouseCalendars.China, Target.Of(TimeSpan.FromHours(8)), Target.OfDays(3));
        ClockEvent[] events = [new(Shanghai("2026-03-02 10:00"), ClockEventKind.CustomerMail), .. later];
        var deadlines = DeadlineClock.Read(new(events, targets), Shanghai(now))!.Current;
        return EscalationLadder.Look(deadlines, new(Policies.Small.Ladder, priority), told, Shanghai(now));
    }
}
