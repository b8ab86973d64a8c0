using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;
using Mailroom.Core.Understanding;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets.Promises;

/// <summary>A refund mail of Monday 10:00 that lacks amount and time, promised an answer by Tuesday 10:00.</summary>
public sealed class FollowUpTests
{
    private static readonly TicketStory Refund = Opened(Monday10, Understood("refund", Priority.P3) with { Missing = ["amount", "time"] });

    [Fact]
    public void A_customer_who_adds_to_an_open_ticket_is_told_that_the_promise_stands()
    {
        var mail = Assert.Single(FollowUps(More(Refund, "2026-03-02 15:00")));

        Assert.Equal((OutgoingKind.FollowUp, "second@mail.example", Customer.Address), (mail.Kind, mail.InReplyTo, mail.To.Single().Address));
        Assert.Equal(("明天 10:00 前（北京时间）", true, false, false), (mail.Values["promise"], mail.Values["unchanged"], mail.Values["late"], mail.Values["complete"]));
    }

    [Fact]
    public void A_word_of_ours_is_fresh_for_a_while()
    {
        Assert.Empty(FollowUps(More(Refund, "2026-03-02 13:59")));
        Assert.Empty(FollowUps(More(More(Refund, "2026-03-02 15:00"), "2026-03-02 18:00", mail: "third")));
        Assert.Single(FollowUps(More(More(Refund, "2026-03-02 15:00"), "2026-03-02 19:00", mail: "third")));
        Assert.Empty(FollowUps(More(Refund.Answer(Shanghai("2026-03-02 14:00")), "2026-03-02 15:00")));
    }

    [Fact]
    public void Who_brings_the_last_of_what_we_asked_for_hears_of_it_at_once_and_once()
    {
        var half = More(Refund, "2026-03-02 10:05", new Entities(Amount: "200"));
        var whole = More(half, "2026-03-02 10:10", new Entities(Time: "昨天"), "third");
        var again = More(whole, "2026-03-02 10:15", new Entities(Amount: "200", Time: "昨天"), "fourth");

        Assert.Empty(FollowUps(half));
        Assert.Equal(["amount"], half.Events.OfType<TicketEvent.CustomerWrote>().Single().Brought);
        Assert.Equal(["time"], half.Ticket.Missing);
        Assert.Equal((true, 0), (FollowUps(whole).Single().Values["complete"], whole.Ticket.Missing.Count));
        Assert.Empty(FollowUps(again));
    }

    [Fact]
    public void Who_brings_a_part_later_is_told_what_is_still_missing()
    {
        var mail = Assert.Single(FollowUps(More(Refund, "2026-03-02 15:00", new Entities(Amount: "200"))));

        Assert.Equal(["请提供time"], Assert.IsType<List<string>>(mail.Values["missing"]));
        Assert.Equal(false, mail.Values["complete"]);
    }

    [Fact]
    public void After_a_broken_promise_it_says_so_and_names_no_moment()
    {
        var mail = Assert.Single(FollowUps(More(Refund, "2026-03-03 11:00")));

        Assert.Equal(("", true, false), (mail.Values["promise"], mail.Values["late"], mail.Values["unchanged"]));
    }

    [Fact]
    public void After_an_answer_it_says_when_the_next_one_comes()
    {
        var mail = Assert.Single(FollowUps(More(Refund.Answer(Shanghai("2026-03-02 11:00")), "2026-03-03 11:00")));

        Assert.Equal(("明天 11:00 前（北京时间）", false, false), (mail.Values["promise"], mail.Values["unchanged"], mail.Values["late"]));
    }

    [Fact]
    public void Nothing_is_written_where_nothing_may_be() =>
        Assert.Empty(FollowUps(Refund.Reply(Shanghai("2026-03-02 15:00"))));

    [Fact]
    public void A_company_may_want_none()
    {
        var silent = Policies.House with { Policy = Policies.Small with { FollowUp = new(false, TimeSpan.FromHours(4)) } };

        Assert.DoesNotContain(TicketDecider.Decide(Refund.History, Command("2026-03-02 15:00", new(), "second"), silent), e => e is TicketEvent.FollowUpAcknowledged);
    }

    [Fact]
    public void A_merged_ticket_acknowledges_nothing() =>
        Assert.Empty(FollowUps(More(Refund.Then(new TicketCommand.Merge(Monday10.AddHours(1), "han.meimei", Facts.Ticket)), "2026-03-02 15:00")));

    [Fact]
    public void Another_writer_gets_it_in_their_language()
    {
        var friend = Command("2026-03-02 15:00", new(), "second") with
        {
            Writer = new("Anna", "anna@mail.example"),
            Understanding = Understood("other", Priority.P4) with { Language = MailLanguage.English },
        };

        var mail = Assert.Single(FollowUps(Refund.Then(friend)));

        Assert.Equal(("anna@mail.example", "tomorrow before 10:00 (Beijing time)"), (mail.To.Single().Address, mail.Values["promise"]));
    }

    private static IEnumerable<OutgoingMail> FollowUps(TicketStory story) => story.Mails.Where(m => m.Kind == OutgoingKind.FollowUp);

    private static TicketStory More(TicketStory story, string at, Entities? brings = null, string mail = "second") =>
        story.Then(Command(at, brings ?? new(), mail));

    private static TicketCommand.AddReply Command(string at, Entities brings, string mail) =>
        new(Shanghai(at), MailOf(mail), Customer, Understood("other", Priority.P4) with { Entities = brings }, "token") { MayAcknowledge = true };
}
