using Mailroom.Core.Deadlines;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets;

/// <summary>A refund mail of Monday 10:00: P3, 8 hours to answer and 3 days to solve on the working calendar.</summary>
public sealed class TicketClockTests
{
    private static readonly TicketStory Refund = Opened(Monday10, Understood("refund", Priority.P3));

    private static readonly TicketStory Unpromised = Opened(Monday10, Understood("refund", Priority.P3), mayAcknowledge: false);

    [Fact]
    public void Another_priority_keeps_what_has_elapsed_and_changes_the_target()
    {
        // P4 of the same calendar: 2 working days to answer, 5 to solve. 4 h were used when it changed.
        var story = Unpromised.Then(new TicketCommand.Prioritise(Shanghai("2026-03-02 15:00"), "han.meimei", Priority.P4, "只是咨询"));

        var first = Read(story, "2026-03-02 15:00").FirstResponse;

        Assert.Equal((TimeSpan.FromHours(16), TimeSpan.FromHours(4)), (first.Target, first.Elapsed));
        Assert.Equal(Shanghai("2026-03-04 10:00"), first.Due);
    }

    [Fact]
    public void A_lower_priority_grants_no_more_than_the_customer_was_promised()
    {
        var story = Refund.Then(new TicketCommand.Prioritise(Shanghai("2026-03-02 15:00"), "han.meimei", Priority.P4, "只是咨询"));

        var first = Read(story, "2026-03-02 15:00").FirstResponse;

        Assert.Equal((TimeSpan.FromHours(8), TimeSpan.FromHours(4), Shanghai("2026-03-03 10:00")), (first.Target, first.Elapsed, first.Due));
        Assert.Equal(Shanghai("2026-03-03 10:00"), first.PromisedBy);
    }

    [Fact]
    public void On_another_clock_the_promise_is_the_same_moment()
    {
        // Monday 10:00 to 18:00 are 7 h of the working calendar, Monday 18:00 to Tuesday 10:00 are 16 h around the clock.
        var story = Refund.Then(new TicketCommand.Recategorise(Monday10, "han.meimei", "technical_fault", ""))
            .Then(new TicketCommand.Prioritise(Shanghai("2026-03-02 18:00"), "han.meimei", Priority.P2, "急"))
            .Then(new TicketCommand.Prioritise(Shanghai("2026-03-02 18:00"), "han.meimei", Priority.P4, "不急"));

        var first = Read(story, "2026-03-03 09:30").FirstResponse;

        Assert.Equal((Shanghai("2026-03-03 10:00"), first.Target), (first.Due, first.Elapsed + first.Remaining));
    }

    [Fact]
    public void A_dropped_acknowledgement_promises_nobody_anything()
    {
        var story = Refund.Then(new TicketCommand.NoteDroppedMail(Shanghai("2026-03-02 11:00"), "han.meimei", Refund.Mails[0].Id, MailDropCause.Person))
            .Then(new TicketCommand.Prioritise(Shanghai("2026-03-02 15:00"), "han.meimei", Priority.P4, "只是咨询"));

        Assert.Equal(TimeSpan.FromHours(16), Read(story, "2026-03-02 15:00").FirstResponse.Target);
    }

    [Fact]
    public void Another_clock_counts_from_its_change_on_and_what_was_counted_before_stays()
    {
        // Monday 10:00 to 18:00 are 7 h of the working calendar; P2 with missing money has 24 h around the clock to solve.
        var story = Refund.Then(new TicketCommand.Prioritise(Shanghai("2026-03-02 18:00"), "han.meimei", Priority.P2, "钱没到账"));

        var solution = Read(story, "2026-03-02 20:00").Resolution;

        Assert.Equal((TimeSpan.FromHours(24), TimeSpan.FromHours(9)), (solution.Target, solution.Elapsed));
        Assert.Equal(Shanghai("2026-03-03 11:00"), solution.Due);
    }

    [Fact]
    public void A_target_that_was_missed_stays_missed_in_history_when_it_changes()
    {
        var story = Unpromised.Then(new TicketCommand.Prioritise(Shanghai("2026-03-03 12:00"), "han.meimei", Priority.P4, "只是咨询"));

        var first = Read(story, "2026-03-03 14:00").FirstResponse;

        Assert.Equal(DeadlineState.Running, first.State);
        Assert.Equal(new Breach(TimeSpan.FromHours(8), Shanghai("2026-03-03 10:00"), Shanghai("2026-03-03 12:00")), Assert.Single(first.Breaches));
        Assert.Equal(TimeSpan.FromHours(2), first.Breaches[0].Late(Shanghai("2026-03-09 09:00")));
    }

    [Fact]
    public void A_late_answer_is_late_for_ever_and_by_how_much()
    {
        var story = Refund.Answer(Shanghai("2026-03-03 11:30"));

        var first = Read(story, "2026-04-30 10:00").FirstResponse;

        Assert.Equal((DeadlineState.Breached, TimeSpan.FromHours(-1.5)), (first.State, first.Remaining));
        Assert.Equal(TimeSpan.FromHours(1.5), Assert.Single(first.Breaches).Late(Shanghai("2026-04-30 10:00")));
    }

    [Fact]
    public void What_was_answered_keeps_the_target_that_it_was_answered_under()
    {
        var story = Refund.Answer(Shanghai("2026-03-02 15:00"))
            .Then(new TicketCommand.Prioritise(Shanghai("2026-03-02 16:00"), "han.meimei", Priority.P1, "盗刷"));

        Assert.Equal((DeadlineState.Met, TimeSpan.FromHours(8)), (Read(story, "2026-03-09 09:00").FirstResponse.State, Read(story, "2026-03-09 09:00").FirstResponse.Target));
    }

    [Fact]
    public void Changes_at_one_moment_may_come_in_any_order()
    {
        var at = Shanghai("2026-03-02 15:00");
        var (ranked, moved) = (new TicketCommand.Prioritise(at, "a", Priority.P2, ""), new TicketCommand.Recategorise(at, "a", "technical_fault", ""));

        var (one, other) = (Read(Refund.Then(ranked).Then(moved), "2026-03-02 16:00"), Read(Refund.Then(moved).Then(ranked), "2026-03-02 16:00"));

        Assert.Equal(one.All.Select(d => (d.Due, d.State, d.Elapsed)), other.All.Select(d => (d.Due, d.State, d.Elapsed)));
        Assert.Equal("china", one.Resolution.Calendar.Name);
    }

    [Fact]
    public void A_pause_by_hand_stops_the_solution_alone_and_says_who_and_why()
    {
        var story = Refund.Then(new TicketCommand.Pause(Shanghai("2026-03-02 12:00"), "han.meimei", "等客户的单号"));

        var reading = Read(story, "2026-03-03 09:00");

        Assert.Equal((DeadlineState.Running, DeadlineState.Paused), (reading.FirstResponse.State, reading.Resolution.State));
        Assert.Equal(("han.meimei", "等客户的单号"), (reading.Resolution.Spans[^1].StoppedBy!.By, reading.Resolution.Spans[^1].StoppedBy!.Why));
        Assert.Equal(TicketStatus.Waiting, story.Ticket.Status);
        Assert.Null(story.Ticket.ResolutionDue);
    }

    [Fact]
    public void The_clock_goes_on_after_a_pause_and_after_a_reopening_with_what_elapsed()
    {
        var story = Refund.Then(new TicketCommand.Pause(Shanghai("2026-03-02 12:00"), "a", ""))
            .Then(new TicketCommand.EndPause(Shanghai("2026-03-03 09:00"), "a", ""))
            .Then(new TicketCommand.Resolve(Shanghai("2026-03-03 11:00"), "a"))
            .Then(new TicketCommand.Reopen(Shanghai("2026-03-05 09:00"), "a", "没解决"));

        var solution = Read(story, "2026-03-05 10:00").Resolution;

        Assert.Equal((DeadlineState.Running, TimeSpan.FromHours(2 + 2 + 1)), (solution.State, solution.Elapsed));
        Assert.Equal((TicketStatus.Open, null), (story.Ticket.Status, story.Ticket.ResolvedAt));
    }

    [Fact]
    public void A_machines_mail_moves_no_clock()
    {
        var noted = Refund.Answer(Shanghai("2026-03-02 11:00"))
            .Then(new TicketCommand.NoteAutomaticMail(Shanghai("2026-03-02 12:00"), MailOf("away"), MailKind.AutoReply, "holiday"));

        Assert.Equal(
            Read(Refund.Answer(Shanghai("2026-03-02 11:00")), "2026-03-05 09:00").All.Select(d => (d.Kind, d.Due, d.State)),
            Read(noted, "2026-03-05 09:00").All.Select(d => (d.Kind, d.Due, d.State)));
    }

    [Fact]
    public void Every_wait_for_an_answer_is_kept_with_how_it_ended()
    {
        var story = Refund.Answer(Shanghai("2026-03-02 11:00"))
            .Reply(Shanghai("2026-03-02 14:00"), "second").Answer(Shanghai("2026-03-04 09:00"))
            .Reply(Shanghai("2026-03-04 10:00"), "third");

        var reading = Read(story, "2026-03-04 11:00");

        Assert.Equal((Shanghai("2026-03-03 14:00"), DeadlineState.Breached), (Assert.Single(reading.GivenResponses).Due, reading.GivenResponses[0].State));
        Assert.Equal(DeadlineState.Running, reading.NextResponse!.State);
    }

    [Fact]
    public void An_extension_moves_the_deadline_and_keeps_what_has_elapsed_and_what_was_missed()
    {
        var story = Extend(Refund, "2026-03-05 12:00", new ExtensionLength.By(Target.Of(TimeSpan.FromHours(4))));

        var solution = Read(story, "2026-03-05 13:30").Resolution;

        Assert.Equal((DeadlineState.Running, Shanghai("2026-03-05 15:00")), (solution.State, solution.Due));
        Assert.Equal((TimeSpan.FromHours(28), TimeSpan.FromHours(26.5)), (solution.Target, solution.Elapsed));
        Assert.Equal(new Breach(TimeSpan.FromHours(24), Shanghai("2026-03-05 10:00"), Shanghai("2026-03-05 12:00")), Assert.Single(solution.Breaches));
        Assert.Equal(story.Ticket.ResolutionDue, solution.Due);
    }

    [Fact]
    public void An_extension_stays_when_the_target_changes_and_ends_with_the_wait_that_it_was_for()
    {
        var story = Extend(Refund.Answer(Shanghai("2026-03-02 11:00")).Reply(Shanghai("2026-03-02 14:00")), "2026-03-02 15:00", new ExtensionLength.By(Target.Of(TimeSpan.FromHours(2))), DeadlineKind.NextResponse)
            .Then(new TicketCommand.Prioritise(Shanghai("2026-03-02 16:00"), "mei", Priority.P4, ""));

        Assert.Equal(TimeSpan.FromHours(16 + 2), Read(story, "2026-03-02 16:30").NextResponse!.Target);

        var later = story.Answer(Shanghai("2026-03-02 17:00")).Reply(Shanghai("2026-03-03 09:00"), "third");
        Assert.Equal(TimeSpan.FromHours(16), Read(later, "2026-03-03 10:00").NextResponse!.Target);
    }

    [Theory]
    [InlineData("2026-03-06 10:00", "2026-03-06 10:00")]
    [InlineData("2026-03-07 12:00", "2026-03-06 18:00")]
    public void A_deadline_is_extended_to_a_moment_or_to_the_last_open_one_before(string to, string due)
    {
        var story = Extend(Refund, "2026-03-03 12:00", new ExtensionLength.Until(Shanghai(to)));

        Assert.Equal(Shanghai(due), Read(story, "2026-03-03 12:00").Resolution.Due);
        Assert.Empty(Extend(story, "2026-03-03 14:00", new ExtensionLength.Until(Shanghai(to))).Events);
    }

    [Fact]
    public void A_deadline_that_was_missed_can_be_extended_to_a_moment_ahead() => Assert.Equal(
        Shanghai("2026-03-06 17:00"),
        Read(Extend(Refund, "2026-03-06 12:00", new ExtensionLength.Until(Shanghai("2026-03-06 17:00"))), "2026-03-06 13:00").Resolution.Due);

    private static TicketStory Extend(TicketStory story, string at, ExtensionLength length, DeadlineKind kind = DeadlineKind.Resolution) =>
        story.Then(new TicketCommand.Extend(Shanghai(at), "mei", kind, length, "the bank answers tomorrow"));

    private static ClockReading Read(TicketStory story, string now) => TicketClock.Reading(story.History, Policies.Small, Shanghai(now))!;
}
