using Mailroom.Core.Deadlines;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;

namespace Mailroom.Core.Tests.Tickets;

/// <summary>An unanswered mail of Monday 10:00 with 8 hours to answer and 3 days to solve, on the working calendar.</summary>
public sealed class EscalationLadderTests
{
    private static readonly LadderCase Refund =
        new(Priority.P3, Policies.Small.Category("refund"), "payments", LadderStatus.New, TrustLevel.Verified, ReplyLanguage.Chinese, IsAssigned: false);

    [Theory]
    [InlineData("2026-03-02 10:00", "", "2026-03-02 17:00")]
    [InlineData("2026-03-02 17:00", "warning", "2026-03-03 10:00")]
    [InlineData("2026-03-03 10:00", "warning breach", "2026-03-03 15:00")]
    [InlineData("2026-03-03 15:00", "warning breach breach+50", "2026-03-04 10:00")]
    public void Rungs_are_reached_in_counted_time_before_and_after_the_deadline(string now, string reached, string next)
    {
        var look = Look(now, []);

        Assert.Equal(reached, string.Join(' ', look.Reached.Select(r => r.Step.Name)));
        Assert.Equal(Shanghai(next), look.NextCheck);
    }

    [Theory]
    [InlineData(-30, false, "2026-03-03 09:30")]
    [InlineData(-90, false, "2026-03-02 17:30")]
    [InlineData(-90, true, "2026-03-03 08:30")]
    [InlineData(120, false, "2026-03-03 12:00")]
    [InlineData(121, false, "2026-03-03 13:01")]
    [InlineData(120, true, "2026-03-03 12:00")]
    [InlineData(900, true, "2026-03-04 01:00")]
    [InlineData(-600, false, "2026-03-02 10:00")]
    public void A_step_lies_minutes_before_or_after_the_deadline_in_working_or_real_time(int minutes, bool isReal, string at)
    {
        var step = LadderStep.AtPercent("x", 0, LadderRecipient.Lead) with
        {
            At = new LadderMoment.Distance(TimeSpan.FromMinutes(minutes), isReal),
            Targets = [DeadlineKind.FirstResponse],
        };

        var early = Look(Shanghai(at).AddMinutes(-1), [], [step]);
        var then = Look(Shanghai(at), [], [step]);

        Assert.Equal("x", Assert.Single(then.Reached).Step.Name);
        if (Shanghai(at) > Shanghai("2026-03-02 10:00"))
        {
            Assert.Empty(early.Reached);
            Assert.Equal(Shanghai(at), early.NextCheck);
        }
    }

    [Theory]
    [InlineData(-30, "2026-03-03 10:00", 99)]
    [InlineData(0, "2026-03-03 10:00", 100)]
    [InlineData(30, "2026-03-03 10:30", 106)]
    [InlineData(5, "2026-03-03 10:05", 101)]
    public void A_step_by_distance_keeps_to_its_side_of_the_deadline(int minutes, string now, int percent)
    {
        var step = LadderStep.AtPercent("x", 0, LadderRecipient.Lead) with
        {
            At = new LadderMoment.Distance(TimeSpan.FromMinutes(minutes), true),
            Targets = [DeadlineKind.FirstResponse],
        };

        Assert.Equal(percent, Assert.Single(Look(now, [], [step]).Reached).Percent);
    }

    [Fact]
    public void What_was_told_is_not_told_again()
    {
        var look = Look("2026-03-03 10:00", [Told(DeadlineKind.FirstResponse, "2026-03-03 10:00", "warning", "2026-03-02 17:00")]);

        Assert.Equal("breach", Assert.Single(look.Reached).Step.Name);
    }

    [Fact]
    public void A_wait_whose_moment_was_moved_is_the_same_wait()
    {
        ClockEvent[] second = [new(Shanghai("2026-03-02 11:00"), ClockEventKind.AgentReply), new(Shanghai("2026-03-03 09:00"), ClockEventKind.CustomerMail)];
        var told = Told(DeadlineKind.NextResponse, "2026-03-03 09:00", "warning", "2026-03-03 11:00");
        var before = Told(DeadlineKind.NextResponse, "2026-03-02 09:00", "warning", "2026-03-03 11:00");

        var same = Look(Shanghai("2026-03-03 17:30"), [told], Policies.Small.Ladder, second);
        var another = Look(Shanghai("2026-03-03 17:30"), [before], Policies.Small.Ladder, second);

        Assert.DoesNotContain(same.Reached, r => r.Deadline.Kind == DeadlineKind.NextResponse);
        Assert.Contains(another.Reached, r => r.Deadline.Kind == DeadlineKind.NextResponse);
    }

    [Fact]
    public void P1_is_told_at_once_and_only_for_the_answer()
    {
        var rung = Assert.Single(Look("2026-03-02 10:00", [], ticket: Refund with { Priority = Priority.P1 }).Reached);

        Assert.Equal(("on-call", DeadlineKind.FirstResponse, 1), (rung.Step.Name, rung.Deadline.Kind, rung.Round));
    }

    [Fact]
    public void A_step_is_told_again_until_somebody_takes_the_ticket()
    {
        var urgent = Refund with { Priority = Priority.P1 };
        var told = Told(DeadlineKind.FirstResponse, "2026-03-03 10:00", "on-call", "2026-03-02 10:00");

        var early = Look("2026-03-02 10:09", [told], ticket: urgent);
        var again = Assert.Single(Look("2026-03-02 10:10", [told], ticket: urgent).Reached);
        var taken = Look("2026-03-02 10:10", [told], ticket: urgent with { IsAssigned = true });

        Assert.Empty(early.Reached);
        Assert.Equal(Shanghai("2026-03-02 10:10"), early.NextCheck);
        Assert.Equal(("on-call", 2), (again.Step.Name, again.Round));
        Assert.Empty(taken.Reached);
    }

    [Fact]
    public void Repeats_end_and_are_not_made_up_for()
    {
        var urgent = Refund with { Priority = Priority.P1 };
        var first = Told(DeadlineKind.FirstResponse, "2026-03-03 10:00", "on-call", "2026-03-02 10:00");

        var late = Look("2026-03-02 12:30", [first], [Policies.OnCall], ticket: urgent);
        var last = Look("2026-03-02 13:30", [first, first with { Round = 4, At = Shanghai("2026-03-02 13:00") }], [Policies.OnCall], ticket: urgent);

        Assert.Equal(2, Assert.Single(late.Reached).Round);
        Assert.Empty(last.Reached);
        Assert.Null(last.NextCheck);
    }

    [Fact]
    public void Until_answered_goes_on_though_somebody_has_the_ticket()
    {
        var step = Policies.OnCall with { Again = new(TimeSpan.FromMinutes(10), LadderRepeatUntil.Answered, 3) };
        var told = Told(DeadlineKind.FirstResponse, "2026-03-03 10:00", "on-call", "2026-03-02 10:00");

        Assert.Single(Look("2026-03-02 10:10", [told], [step], ticket: Refund with { Priority = Priority.P1, IsAssigned = true }).Reached);
    }

    [Fact]
    public void An_answer_ends_the_climb_of_its_deadline()
    {
        var look = Look(Shanghai("2026-03-04 15:00"), [], Policies.Small.Ladder, [new(Shanghai("2026-03-02 11:00"), ClockEventKind.AgentReply)]);

        Assert.Equal([DeadlineKind.Resolution], look.Reached.Select(r => r.Deadline.Kind).Distinct());
    }

    [Fact]
    public void A_solution_that_moved_by_a_pause_tells_nobody_twice()
    {
        var told = Told(DeadlineKind.Resolution, "2026-03-04 10:00", "warning", "2026-03-04 09:00");
        ClockEvent[] pause =
        [
            new(Shanghai("2026-03-02 11:00"), ClockEventKind.AgentReply),
            new(Shanghai("2026-03-05 09:00"), ClockEventKind.Pause),
            new(Shanghai("2026-03-09 09:00"), ClockEventKind.Resume),
        ];

        Assert.Empty(Look(Shanghai("2026-03-09 09:30"), [told], Policies.Small.Ladder, pause).Reached);
    }

    [Fact]
    public void At_the_top_there_is_nothing_more_to_look_for()
    {
        var told = from kind in new[] { DeadlineKind.FirstResponse, DeadlineKind.Resolution }
                   from step in Policies.Small.Ladder
                   select Told(kind, "2026-03-03 10:00", step.Name, "2026-03-03 10:00");

        var look = Look("2026-04-30 10:00", told.ToList());

        Assert.Empty(look.Reached);
        Assert.Null(look.NextCheck);
    }

    public static TheoryData<string, LadderScope> Scopes => new()
    {
        { "priority", new() { Priorities = [Priority.P1, Priority.P2] } },
        { "category", new() { Categories = ["other"] } },
        { "team", new() { Teams = ["risk"] } },
        { "status", new() { Statuses = [LadderStatus.Open] } },
        { "trust", new() { Trust = [TrustLevel.Failed] } },
        { "language", new() { Language = ReplyLanguage.English } },
        { "assigned", new() { Assigned = true } },
        { "missingMoney", new() { MissingMoney = false } },
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public void Each_condition_alone_keeps_a_step_from_other_tickets(string condition, LadderScope scope)
    {
        var step = LadderStep.AtPercent(condition, 0, LadderRecipient.Lead) with { When = scope };
        var other = new LadderCase(
            Priority.P2, Policies.Small.Category("other"), "risk", LadderStatus.Open, TrustLevel.Failed, ReplyLanguage.English, IsAssigned: true);

        Assert.Empty(Look("2026-03-02 10:00", [], [step]).Reached);
        Assert.NotEmpty(Look("2026-03-02 10:00", [], [step], ticket: other).Reached);
    }

    private static RungTold Told(DeadlineKind kind, string since, string step, string at) => new(kind, Shanghai(since), step, 1, Shanghai(at));

    private static LadderReading Look(string now, IReadOnlyList<RungTold> told, IReadOnlyList<LadderStep>? steps = null, LadderCase? ticket = null) =>
        Look(Shanghai(now), told, steps ?? Policies.Small.Ladder, [], ticket);

    private static LadderReading Look(
        DateTimeOffset now, IReadOnlyList<RungTold> told, IReadOnlyList<LadderStep> steps, IReadOnlyList<ClockEvent>? later = null, LadderCase? ticket = null)
    {
        var targets = ClockTargets.On(HouseCalendars.China, Target.Of(TimeSpan.FromHours(8)), Target.OfDays(3));
        ClockEvent[] events = [new(Shanghai("2026-03-02 10:00"), ClockEventKind.CustomerMail), .. later ?? []];
        var deadlines = DeadlineClock.Read(new(events, targets), now)?.Current ?? [];
        return EscalationLadder.Look(deadlines, new(steps, ticket ?? Refund), told, now);
    }
}
