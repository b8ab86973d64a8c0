using Mailroom.Core.Deadlines;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets;

public sealed class JoinUndoneTests
{
    private static readonly TicketStory Answered = Opened(Monday10, Understood("refund", Priority.P3)).Answer(Monday10.AddHours(1));

    [Fact]
    public void The_ticket_and_its_clock_are_as_if_the_mail_had_never_joined()
    {
        var joined = Answered.Reply(Monday10.AddHours(2), understood: Understood("account_security", Priority.P1));

        var undone = joined.Then(Undo("second", Monday10.AddHours(3)));

        Assert.Equal((TicketStatus.Open, Priority.P1), (joined.Ticket.Status, joined.Ticket.Priority));
        Assert.NotNull(joined.Ticket.ResponseDue);
        Assert.Equivalent(
            Answered.Ticket with { Version = undone.Ticket.Version, NextCheck = undone.Ticket.NextCheck }, undone.Ticket, strict: true);
        Assert.Equal(joined.History.Events.Count + 1, undone.Ticket.Version);
        Assert.Contains(undone.History.Events, e => e is TicketEvent.CustomerWrote);
        Assert.DoesNotContain(undone.History.Standing, e => e is TicketEvent.CustomerWrote);
    }

    [Fact]
    public void A_mail_that_had_reopened_a_solved_ticket_leaves_it_solved()
    {
        var solved = Answered.Then(new TicketCommand.Resolve(Monday10.AddHours(2), "han.meimei"));

        var undone = solved.Reply(Monday10.AddHours(3)).Then(Undo("second", Monday10.AddHours(4)));

        Assert.Equal((TicketStatus.Resolved, solved.Ticket.ResolvedAt), (undone.Ticket.Status, undone.Ticket.ResolvedAt));
        Assert.Empty(undone.Look(Monday10.AddDays(30)).Mails);
    }

    [Fact]
    public void Its_writer_stays_when_another_mail_of_theirs_stands()
    {
        var wife = new MailAddress("", "han@mail.example");
        TicketStory From(TicketStory story, string mail) => story.Then(
            new TicketCommand.AddReply(Monday10.AddHours(2), MailOf(mail), wife, Understood("other", Priority.P4), "token"));

        var once = From(Answered, "second").Then(Undo("second", Monday10.AddHours(3)));
        var twice = From(From(Answered, "second"), "third").Then(Undo("second", Monday10.AddHours(3)));

        Assert.DoesNotContain(wife.Key, once.Ticket.People);
        Assert.Contains(wife.Key, twice.Ticket.People);
    }

    [Fact]
    public void Undoing_again_or_what_never_joined_changes_nothing()
    {
        var undone = Answered.Reply(Monday10.AddHours(2)).Then(Undo("second", Monday10.AddHours(3)));

        Assert.Empty(undone.Then(Undo("second", Monday10.AddHours(4))).Events);
        Assert.Empty(undone.Then(Undo("first", Monday10.AddHours(4))).Events);
        Assert.Empty(undone.Reply(Monday10.AddHours(5)).Events);
    }

    [Fact]
    public void What_happens_afterwards_goes_on_from_there()
    {
        var undone = Answered.Reply(Monday10.AddHours(2)).Then(Undo("second", Monday10.AddHours(3)));

        var next = undone.Reply(Monday10.AddHours(5), mail: "third");

        Assert.Equal(TicketStatus.Open, next.Ticket.Status);
        Assert.Equal(next.History.Events.Count, next.Ticket.Version);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(400, false)]
    public void A_ticket_that_an_agent_asks_for_promises_only_what_is_still_to_come(int hoursLater, bool promises)
    {
        var asked = Monday10.AddHours(hoursLater);

        var story = new TicketStory(TicketHistory.None, [], []).Then(Open(Monday10, Understood("refund", Priority.P3)) with { AskedAt = asked });

        Assert.Equal(Monday10, story.Ticket.OpenedAt);
        Assert.Equal(promises ? asked : (DateTimeOffset?)null, story.Events.OfType<TicketEvent.Promised>().FirstOrDefault()?.At);
    }

    private static TicketCommand.UndoJoin Undo(string mail, DateTimeOffset at) => new(at, "han.meimei", MailOf(mail).Sha256, Facts.OtherTicket);
}
