using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets;

public sealed class CustomerThankedTests
{
    private static readonly TicketStory New = Opened(Monday10, Understood("refund", Priority.P3));
    private static readonly TicketStory Waiting = New.Answer(Shanghai("2026-03-02 11:00"));
    private static readonly TicketStory Solved = Waiting.Then(new TicketCommand.Resolve(Shanghai("2026-03-02 11:30"), "mei"));

    [Fact]
    public void Thanks_for_a_solution_reopen_nothing_and_move_no_clock()
    {
        var thanked = Thank(Solved, "2026-03-02 12:00");

        Assert.Equal("谢谢！", Assert.IsType<TicketEvent.CustomerThanked>(Assert.Single(thanked.Events)).Excerpt);
        Assert.Equal((TicketStatus.Resolved, Shanghai("2026-03-02 11:30")), (thanked.Ticket.Status, thanked.Ticket.ResolvedAt));
        Assert.Equal(Told(Solved), Told(thanked));
        Assert.Equal(Shanghai("2026-03-02 12:00"), thanked.Ticket.LastCustomerAt);
    }

    [Fact]
    public void Thanks_to_a_ticket_that_waits_leave_it_waiting()
    {
        var thanked = Thank(Waiting, "2026-03-02 12:00");

        Assert.Equal(TicketStatus.Waiting, thanked.Ticket.Status);
        Assert.Equal(Told(Waiting), Told(thanked));
    }

    [Fact]
    public void Thanks_to_a_ticket_that_nobody_answered_or_that_is_open_are_a_mail_like_any_other()
    {
        var open = Waiting.Reply(Shanghai("2026-03-02 12:00"));

        Assert.IsType<TicketEvent.CustomerWrote>(Thank(New, "2026-03-02 12:30").Events[0]);
        Assert.IsType<TicketEvent.CustomerWrote>(Thank(open, "2026-03-02 12:30").Events[0]);
    }

    [Fact]
    public void Thanks_that_come_twice_are_one_and_a_person_can_reopen_after_them()
    {
        var thanked = Thank(Solved, "2026-03-02 12:00");

        Assert.Empty(Thank(thanked, "2026-03-02 12:01").Events);
        Assert.Equal(TicketStatus.Open, thanked.Then(new TicketCommand.Reopen(Shanghai("2026-03-02 13:00"), "mei", "not solved")).Ticket.Status);
    }

    [Theory]
    [InlineData("退款没有到账", true)]
    [InlineData("退款还没有到账", false)]
    public void A_subject_is_old_when_somebody_wrote_under_it(string subject, bool expected) => Assert.Equal(expected, OldSubjects.Hold(Solved.History, subject));

    [Fact]
    public void A_subject_of_ours_names_the_ticket() => Assert.True(OldSubjects.Hold(Solved.History, $"[{Solved.Ticket.Number}] 我们已收到您的来信"));

    private static TicketStory Thank(TicketStory story, string at)
    {
        var understood = Understood("other", Priority.P4) with { Excerpt = "谢谢！" };
        return story.Then(new TicketCommand.AddReply(Shanghai(at), MailOf("thanks"), Customer, understood, "token") { IsThanks = true });
    }

    private static IEnumerable<(DeadlineKind Kind, DateTimeOffset Due, DeadlineState State, TimeSpan Elapsed)> Told(TicketStory story) =>
        TicketClock.Reading(story.History, Policies.Small, Shanghai("2026-03-04 09:00"))!.All.Select(d => (d.Kind, d.Due, d.State, d.Elapsed));
}
