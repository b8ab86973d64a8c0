using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Promises;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets.Promises;

/// <summary>A refund mail of Monday 10:00, promised an answer by Tuesday 10:00.</summary>
public sealed class PromiseOutcomeTests
{
    private static readonly DateTimeOffset By = Shanghai("2026-03-03 10:00");
    private static readonly TicketStory Refund = Opened(Monday10, Understood("refund", Priority.P3));

    [Theory]
    [InlineData("2026-03-03 09:59", PromiseState.Kept)]
    [InlineData("2026-03-03 10:00", PromiseState.Kept)]
    [InlineData("2026-03-03 10:01", PromiseState.Broken)]
    public void A_persons_answer_keeps_it_up_to_the_very_moment(string answered, PromiseState state) =>
        Assert.Equal(state, StateOf(Refund.Answer(Shanghai(answered)), "2026-03-09 10:00"));

    [Theory]
    [InlineData("2026-03-03 09:59", PromiseState.Running)]
    [InlineData("2026-03-03 10:00", PromiseState.Broken)]
    public void Without_an_answer_it_runs_until_its_moment(string now, PromiseState state) => Assert.Equal(state, StateOf(Refund, now));

    [Fact]
    public void A_machines_mail_does_not_keep_it()
    {
        var story = Refund.Then(new TicketCommand.NoteAutomaticMail(Monday10.AddHours(1), MailOf("machine"), Core.Mail.MailKind.AutoReply, "a machine"));

        Assert.Equal(PromiseState.Broken, StateOf(story, "2026-03-04 10:00"));
    }

    [Fact]
    public void Solving_without_a_word_to_the_customer_does_not_keep_it()
    {
        var story = Refund.Then(new TicketCommand.Resolve(Monday10.AddHours(1), "han.meimei"));

        Assert.Equal(PromiseState.Running, StateOf(story, "2026-03-02 12:00"));
        Assert.Equal(PromiseState.Broken, StateOf(story, "2026-03-04 10:00"));
    }

    [Theory]
    [InlineData("2026-03-02 11:00", PromiseState.Withdrawn)]
    [InlineData("2026-03-03 11:00", PromiseState.Broken)]
    public void A_ticket_that_was_merged_in_time_cannot_be_judged(string merged, PromiseState state)
    {
        var story = Refund.Then(new TicketCommand.Merge(Shanghai(merged), "han.meimei", Facts.Ticket));

        Assert.Equal(state, StateOf(story, "2026-03-09 10:00"));
    }

    [Fact]
    public void A_promise_whose_mail_was_dropped_was_made_to_nobody()
    {
        var story = Refund.Then(new TicketCommand.NoteDroppedMail(Monday10.AddHours(1), "han.meimei", Refund.Mails[0].Id, MailDropCause.Person));

        Assert.Null(story.Ticket.PromisedAt);
        Assert.Equal(PromiseState.Withdrawn, StateOf(story, "2026-03-09 10:00"));
    }

    [Theory]
    [InlineData("2026-03-03 09:59", PromiseState.Kept, false)]
    [InlineData("2026-03-03 14:00", PromiseState.Broken, true)]
    [InlineData("2026-03-03 14:01", PromiseState.Broken, false)]
    public void A_new_promise_does_not_save_the_first(string answered, PromiseState state, bool anew)
    {
        var again = new TicketEvent.Repromised(By.AddMinutes(-48), By.AddHours(4), "new");
        var history = TicketDecider.Apply(Refund.History, [again, new TicketEvent.AgentReplied(Shanghai(answered), "han.meimei", "answer")], Policies.House);

        var outcome = PromiseOutcome.Of(history.Ticket!, Shanghai("2026-03-09 10:00"))!;

        Assert.Equal((By, By.AddHours(4), state, anew), (outcome.By, outcome.NewBy!.Value, outcome.State, outcome.IsKeptAnew));
        Assert.Equal(By.AddHours(4), history.Ticket!.PromisedAt);
    }

    [Fact]
    public void A_ticket_that_was_promised_nothing_has_no_outcome() =>
        Assert.Null(PromiseOutcome.Of(Opened(Monday10, Understood("refund", Priority.P3), mayAcknowledge: false).Ticket, Monday10));

    private static PromiseState StateOf(TicketStory story, string now) => PromiseOutcome.Of(story.Ticket, Shanghai(now))!.State;
}
