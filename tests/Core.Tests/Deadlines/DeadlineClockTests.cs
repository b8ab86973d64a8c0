using Mailroom.Core.Deadlines;
using Mailroom.Support.Builders;
using static Mailroom.Core.Deadlines.ClockEventKind;
using static Mailroom.Support.Builders.Moments;

namespace Mailroom.Core.Tests.Deadlines;

public sealed class DeadlineClockTests
{
    private static readonly ClockTargets Targets =
        ClockTargets.On(HouseCalendars.China, Target.Of(TimeSpan.FromHours(8)), Target.OfDays(3));

    [Fact]
    public void A_first_mail_starts_two_clocks()
    {
        var deadlines = Read("2026-03-02 11:00", ("2026-03-02 10:00", CustomerMail));

        Assert.Equal([DeadlineKind.FirstResponse, DeadlineKind.Resolution], deadlines.Select(d => d.Kind));
        Assert.Equal([Shanghai("2026-03-03 10:00"), Shanghai("2026-03-05 10:00")], deadlines.Select(d => d.Due));
        Assert.All(deadlines, d => Assert.Equal((DeadlineState.Running, TimeSpan.FromHours(1), true), (d.State, d.Elapsed, d.IsCounting)));
    }

    [Fact]
    public void Before_the_first_mail_nothing_is_due() => Assert.Empty(Read("2026-03-02 09:59", ("2026-03-02 10:00", CustomerMail)));

    [Theory]
    [InlineData("2026-03-03 09:59", DeadlineState.Running)]
    [InlineData("2026-03-03 10:00", DeadlineState.Breached)]
    public void An_unanswered_mail_is_missed_at_its_moment(string now, DeadlineState state) =>
        Assert.Equal(state, Read(now, ("2026-03-02 10:00", CustomerMail))[0].State);

    [Theory]
    [InlineData("2026-03-03 10:00", DeadlineState.Met)]
    [InlineData("2026-03-03 10:01", DeadlineState.Breached)]
    public void An_answer_counts_up_to_the_moment_itself(string answered, DeadlineState state)
    {
        var first = Read("2026-03-04 12:00", ("2026-03-02 10:00", CustomerMail), (answered, AgentReply))[0];

        Assert.Equal((state, Shanghai(answered), false), (first.State, first.StoppedAt!.Value, first.IsCounting));
    }

    [Fact]
    public void Due_on_friday_evening_is_missed_on_saturday_although_no_open_time_passed()
    {
        var first = Read("2026-03-09 09:00", ("2026-03-06 09:00", CustomerMail), ("2026-03-07 10:00", AgentReply))[0];

        Assert.Equal(Shanghai("2026-03-06 18:00"), first.Due);
        Assert.Equal((DeadlineState.Breached, TimeSpan.Zero), (first.State, first.Remaining));
    }

    [Fact]
    public void The_next_response_counts_from_the_oldest_unanswered_mail()
    {
        var deadlines = Read(
            "2026-03-03 12:00",
            ("2026-03-02 10:00", CustomerMail), ("2026-03-02 11:00", AgentReply), ("2026-03-02 14:00", CustomerMail), ("2026-03-03 11:00", CustomerMail));

        var next = Assert.Single(deadlines, d => d.Kind == DeadlineKind.NextResponse);
        Assert.Equal(Shanghai("2026-03-03 14:00"), next.Due);
        Assert.Equal(DeadlineState.Met, deadlines[0].State);
    }

    [Fact]
    public void Nobody_waits_after_an_answer() =>
        Assert.DoesNotContain(
            Read("2026-03-03 12:00", ("2026-03-02 10:00", CustomerMail), ("2026-03-02 11:00", AgentReply), ("2026-03-02 14:00", CustomerMail), ("2026-03-02 15:00", AgentReply)),
            d => d.Kind == DeadlineKind.NextResponse);

    [Fact]
    public void A_pause_gives_the_solution_the_open_time_that_it_lasted()
    {
        var solution = Read(
            "2026-03-04 09:00",
            ("2026-03-02 10:00", CustomerMail), ("2026-03-02 12:00", Pause), ("2026-03-03 15:00", Resume))[^1];

        Assert.Equal(DeadlineState.Running, solution.State);
        Assert.Equal(TimeSpan.FromHours(2 + 3), solution.Elapsed);
        Assert.Equal(Shanghai("2026-03-06 12:00"), solution.Due);
    }

    [Fact]
    public void A_paused_solution_tells_its_moment_as_if_the_clock_went_on_now()
    {
        var solution = Read("2026-03-10 09:00", ("2026-03-02 10:00", CustomerMail), ("2026-03-02 18:00", Pause))[^1];

        Assert.Equal((DeadlineState.Paused, TimeSpan.FromHours(7), false), (solution.State, solution.Elapsed, solution.IsCounting));
        Assert.Equal(Shanghai("2026-03-12 10:00"), solution.Due);
    }

    [Fact]
    public void A_missed_solution_stays_missed_through_a_pause()
    {
        var solution = Read("2026-03-10 09:00", ("2026-03-02 10:00", CustomerMail), ("2026-03-06 10:00", Pause))[^1];

        Assert.Equal((DeadlineState.Breached, Shanghai("2026-03-05 10:00"), false), (solution.State, solution.Due, solution.IsCounting));
    }

    [Fact]
    public void A_solution_ends_every_clock_and_a_reopening_goes_on_with_what_elapsed()
    {
        (string, ClockEventKind)[] solved = [("2026-03-02 10:00", CustomerMail), ("2026-03-02 15:00", Resolve)];
        (string, ClockEventKind)[] again = [.. solved, ("2026-03-09 09:00", Reopen), ("2026-03-09 09:00", CustomerMail)];

        var before = Read("2026-03-09 08:00", solved);
        var after = Read("2026-03-09 10:00", again);

        Assert.All(before, d => Assert.Equal((DeadlineState.Met, false), (d.State, d.IsCounting)));
        Assert.Equal(TimeSpan.FromHours(4 + 1), after[^1].Elapsed);
        Assert.Equal(Shanghai("2026-03-11 14:00"), after[^1].Due);
        Assert.Equal(Shanghai("2026-03-09 18:00"), Assert.Single(after, d => d.Kind == DeadlineKind.NextResponse).Due);
    }

    [Theory]
    [InlineData(Resolve, DeadlineState.Met)]
    [InlineData(Pause, DeadlineState.Paused)]
    public void A_clock_that_is_stopped_as_it_begins_has_counted_nothing(ClockEventKind stop, DeadlineState state)
    {
        var solution = Read("2026-03-02 12:00", ("2026-03-02 10:00", CustomerMail), ("2026-03-02 10:00", stop))[^1];

        Assert.Equal((DeadlineKind.Resolution, state, TimeSpan.Zero), (solution.Kind, solution.State, solution.Elapsed));
    }

    [Theory]
    [InlineData(Resolve, DeadlineState.Met, DeadlineState.Met)]
    [InlineData(AgentReply, DeadlineState.Met, DeadlineState.Running)]
    [InlineData(Pause, DeadlineState.Running, DeadlineState.Paused)]
    public void What_happens_at_the_very_moment_of_the_mail_happens_after_it(ClockEventKind kind, DeadlineState response, DeadlineState solution)
    {
        var deadlines = Read("2026-03-02 11:00", ("2026-03-02 10:00", kind), ("2026-03-02 10:00", CustomerMail));

        Assert.Equal([response, solution], deadlines.Select(d => d.State));
        Assert.Equal(Shanghai("2026-03-03 10:00"), deadlines[0].Due);
    }

    [Fact]
    public void Resuming_what_is_solved_or_runs_changes_nothing()
    {
        var twice = Read("2026-03-03 10:00", ("2026-03-02 10:00", CustomerMail), ("2026-03-02 11:00", Resume), ("2026-03-02 15:00", Resolve), ("2026-03-02 16:00", Resume));

        Assert.Equal(TimeSpan.FromHours(4), twice[^1].Elapsed);
    }

    private static IReadOnlyList<Deadline> Read(string now, params (string At, ClockEventKind Kind)[] events) =>
        DeadlineClock.Read(new(events.Select(e => new ClockEvent(Shanghai(e.At), e.Kind)).ToList(), Targets), Shanghai(now))?.Current ?? [];
}
