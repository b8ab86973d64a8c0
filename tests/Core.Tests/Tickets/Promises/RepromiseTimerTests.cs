using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Promises;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets.Promises;

/// <summary>A refund mail of Monday 10:00, promised an answer by Tuesday 10:00; 90 % of the eight hours are used at 09:12.</summary>
public sealed class RepromiseTimerTests
{
    private static readonly DateTimeOffset Ninety = Shanghai("2026-03-03 09:12");
    private static readonly TicketStory Refund = Opened(Monday10, Understood("refund", Priority.P3));

    [Fact]
    public void Before_it_breaks_the_customer_is_promised_another_moment_once()
    {
        var story = Refund.Look(Ninety);

        Assert.Equal(Shanghai("2026-03-03 15:00"), Assert.Single(story.Events.OfType<TicketEvent.Repromised>()).By);
        var mail = Assert.Single(story.Mails, m => m.Kind == OutgoingKind.NewPromise);
        Assert.Equal(("今天 10:00 前（北京时间）", "今天 15:00 前（北京时间）"), (mail.Values["promised"], mail.Values["promise"]));
        Assert.Equal((Customer.Address, "first@mail.example"), (mail.To.Single().Address, mail.InReplyTo));
        Assert.DoesNotContain(story.Look(Ninety.AddMinutes(1)).Events, e => e is TicketEvent.Repromised);
    }

    [Fact]
    public void The_apology_names_the_moment_that_the_acknowledgement_named()
    {
        var story = Opened(Shanghai("2026-03-02 10:04"), Understood("refund", Priority.P3));

        var apology = story.Look(Shanghai("2026-03-03 10:03")).Mails.Single(m => m.Kind == OutgoingKind.NewPromise);

        Assert.Equal(("明天 10:00 前（北京时间）", "今天 10:00 前（北京时间）"), (story.Mails[0].Values["promise"], apology.Values["promised"]));
    }

    [Fact]
    public void It_moves_no_deadline_of_ours()
    {
        var story = Refund.Look(Ninety);

        Assert.Equal((Shanghai("2026-03-03 10:00"), Shanghai("2026-03-03 15:00")), (story.Ticket.ResponseDue!.Value, story.Ticket.PromisedAt!.Value));
        Assert.Contains(story.Look(Shanghai("2026-03-03 10:00")).Events, e => e is TicketEvent.LadderReached { Percent: 100 });
    }

    [Fact]
    public void What_is_usual_counts_when_it_is_later()
    {
        var usual = new ResponseTimes(Ninety, [new(new("refund", Priority.P3, "china", 9), 50, TimeSpan.FromHours(7))], []);

        var story = Refund.Then(new TicketCommand.CheckDeadlines(Ninety) { Times = usual });

        Assert.Equal(Shanghai("2026-03-03 17:30"), story.Events.OfType<TicketEvent.Repromised>().Single().By);
    }

    [Fact]
    public void Where_nothing_may_be_written_nothing_is_and_the_ticket_says_why()
    {
        var story = Refund.Then(new TicketCommand.CheckDeadlines(Ninety) { KeptBack = "the address is muted" });

        Assert.Equal("the address is muted", Assert.Single(story.Events.OfType<TicketEvent.RepromiseWithheld>()).Why);
        Assert.DoesNotContain(story.Mails, m => m.Kind == OutgoingKind.NewPromise);
        Assert.DoesNotContain(story.Look(Ninety.AddMinutes(5)).Events, e => e is TicketEvent.Repromised or TicketEvent.RepromiseWithheld);
    }

    [Fact]
    public void A_mail_at_that_time_leaves_it_to_the_look_that_asks_for_leave()
    {
        var story = Refund.Reply(Ninety.AddMinutes(1));

        Assert.DoesNotContain(story.Events, e => e is TicketEvent.Repromised);
        Assert.Equal(Ninety.AddMinutes(1), story.Ticket.NextCheck);
        Assert.Contains(story.Look(Ninety.AddMinutes(1)).Events, e => e is TicketEvent.Repromised);
    }

    [Fact]
    public void The_ticket_is_looked_at_in_time() => Assert.Equal(Ninety, Refund.Look(Shanghai("2026-03-02 17:00")).Ticket.NextCheck);

    [Theory]
    [InlineData("answered")]
    [InlineData("solved")]
    [InlineData("too late")]
    [InlineData("urgent")]
    [InlineData("never promised")]
    [InlineData("dropped")]
    public void There_is_none_when(string why)
    {
        var (story, at) = why switch
        {
            "answered" => (Refund.Answer(Monday10.AddHours(1)), Ninety),
            "solved" => (Refund.Then(new TicketCommand.Resolve(Monday10.AddHours(1), "han.meimei")), Ninety),
            "too late" => (Refund, Shanghai("2026-03-03 10:00")),
            "urgent" => (Opened(Monday10, Understood("account_security", Priority.P1)), Monday10.AddMinutes(28)),
            "never promised" => (Opened(Monday10, Understood("refund", Priority.P3), mayAcknowledge: false), Ninety),
            _ => (Refund.Then(new TicketCommand.NoteDroppedMail(Monday10.AddHours(1), "han.meimei", Refund.Mails[0].Id, MailDropCause.Person)), Ninety),
        };

        Assert.DoesNotContain(story.Look(at).Events, e => e is TicketEvent.Repromised);
    }

    [Fact]
    public void A_company_may_switch_it_off()
    {
        var off = Policies.House with { Policy = Policies.Small with { Promise = new() { Repromise = new() { Priorities = [] } } } };

        Assert.DoesNotContain(TicketDecider.Decide(Refund.History, new TicketCommand.CheckDeadlines(Ninety), off), e => e is TicketEvent.Repromised);
    }
}
