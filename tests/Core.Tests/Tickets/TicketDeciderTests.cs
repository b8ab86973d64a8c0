using Mailroom.Core.Deadlines;
using Mailroom.Core.Failures;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Core.Understanding;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets;

public sealed class TicketDeciderTests
{
    private static readonly MailUnderstanding Refund = Understood("refund", Priority.P3) with { Missing = ["transaction_id", "amount"] };

    [Fact]
    public void A_mail_opens_a_ticket_with_a_promise()
    {
        var story = Opened(Monday10, Refund);

        var promised = Assert.Single(story.Events.OfType<TicketEvent.Promised>());
        Assert.Equal(Shanghai("2026-03-03 10:00"), promised.By);
        Assert.Equal(
            (TicketStatus.New, 2, "payments", Priority.P3, promised.By, promised.By),
            (story.Ticket.Status, story.Ticket.Version, story.Ticket.Team, story.Ticket.Priority, story.Ticket.PromisedAt!.Value, story.Ticket.ResponseDue!.Value));
        Assert.Equal(Shanghai("2026-03-05 10:00"), story.Ticket.ResolutionDue);
        Assert.Equal(Shanghai("2026-03-02 17:00"), story.Ticket.NextCheck);
    }

    [Fact]
    public void Where_nothing_automatic_may_be_sent_there_is_no_promise()
    {
        var story = Opened(Monday10, Refund, mayAcknowledge: false);

        Assert.IsType<TicketEvent.Opened>(Assert.Single(story.Events));
        Assert.Null(story.Ticket.PromisedAt);
        Assert.NotNull(story.Ticket.ResponseDue);
    }

    [Fact]
    public void The_same_opening_twice_makes_the_same_events_and_nothing_new()
    {
        var story = Opened(Monday10, Refund);

        Assert.Equivalent(story.Events, Opened(Monday10, Refund).Events);
        Assert.Empty(story.Then(Open(Monday10, Refund)).Events);
    }

    [Theory]
    [InlineData(Priority.P2, "2026-03-02 12:00")]
    [InlineData(Priority.P3, "2026-03-03 10:00")]
    public void Missing_money_is_worked_around_the_clock_while_it_is_p2(Priority priority, string due) =>
        Assert.Equal(Shanghai(due), Opened(Monday10, Understood("refund", priority)).Ticket.ResponseDue);

    [Fact]
    public void Without_missing_money_p2_waits_for_the_office()
    {
        var saturday = Shanghai("2026-03-07 10:00");

        Assert.Equal(Shanghai("2026-03-09 11:00"), Opened(saturday, Understood("technical_fault", Priority.P2)).Ticket.ResponseDue);
        Assert.Equal(Shanghai("2026-03-07 12:00"), Opened(saturday, Understood("refund", Priority.P2)).Ticket.ResponseDue);
    }

    [Fact]
    public void P1_calls_at_once()
    {
        var story = Opened(Monday10, Understood("account_security", Priority.P1));

        var call = Assert.Single(story.Events.OfType<TicketEvent.LadderReached>());
        Assert.Equal(("on-call", 0, Monday10), (call.Step, call.Percent, call.At));
        Assert.Equal(Monday10.AddMinutes(10), story.Ticket.NextCheck);
    }

    [Theory]
    [InlineData(TicketStatus.New, TicketStatus.New)]
    [InlineData(TicketStatus.Waiting, TicketStatus.Open)]
    [InlineData(TicketStatus.Resolved, TicketStatus.Open)]
    public void A_reply_wakes_a_ticket_that_waits_or_rests(TicketStatus before, TicketStatus after)
    {
        var story = Brought(before).Reply(Monday10.AddHours(3));

        Assert.Equal(after, story.Ticket.Status);
        Assert.Equal(Monday10.AddHours(3), story.Ticket.LastCustomerAt);
        Assert.NotNull(story.Ticket.ResponseDue);
        Assert.NotNull(story.Ticket.ResolutionDue);
    }

    [Theory]
    [InlineData(TicketStatus.New)]
    [InlineData(TicketStatus.Waiting)]
    [InlineData(TicketStatus.Resolved)]
    public void A_machines_mail_moves_neither_status_nor_clock(TicketStatus status)
    {
        var before = Brought(status);

        var noted = before.Then(new TicketCommand.NoteAutomaticMail(Monday10.AddHours(2), MailOf("robot"), MailKind.AutoReply, "Auto-Submitted"));
        var bounced = noted.Then(new TicketCommand.NoteBounce(Monday10.AddHours(2), MailOf("bounce"), new(null, null, "5.1.1"), "bounce"));

        Assert.Equal(before.Ticket with { Version = before.Ticket.Version + 2 }, bounced.Ticket);
    }

    [Fact]
    public void A_mail_that_is_known_changes_nothing_whatever_it_is_taken_for()
    {
        var story = Opened(Monday10, Refund).Reply(Monday10.AddHours(1), "second");
        TicketCommand[] again =
        [
            new TicketCommand.AddReply(Monday10, MailOf("first"), Customer, Refund, ""),
            new TicketCommand.AddReply(Monday10, MailOf("second"), Customer, Refund, ""),
            new TicketCommand.NoteAutomaticMail(Monday10, MailOf("second"), MailKind.AutoReply, ""),
            new TicketCommand.NoteBounce(Monday10, MailOf("first"), new(null, null, ""), ""),
        ];

        Assert.All(again, command => Assert.Empty(story.Then(command).Events));
    }

    [Fact]
    public void Nothing_can_be_asked_of_a_ticket_that_does_not_exist()
    {
        var nobody = new TicketStory(TicketHistory.None, [], []);

        Assert.Empty(nobody.Reply(Monday10).Events);
        Assert.Empty(nobody.Look(Monday10).Events);
        Assert.Empty(nobody.Answer(Monday10).Events);
    }

    [Fact]
    public void A_reply_raises_the_priority_and_never_lowers_it()
    {
        var raised = Opened(Monday10, Refund).Reply(Monday10.AddHours(1), "stolen", Understood("account_security", Priority.P1));
        var calmed = raised.Reply(Monday10.AddHours(2), "thanks", Understood("other", Priority.P4));

        Assert.Equal((Priority.P1, "refund"), (calmed.Ticket.Priority, calmed.Ticket.Category));
        Assert.Equal(Monday10.AddMinutes(30), raised.Ticket.ResponseDue);
        Assert.Contains(raised.Events, e => e is TicketEvent.LadderReached { Step: "on-call" });
    }

    [Fact]
    public void A_fact_that_a_reply_brings_is_no_longer_missing()
    {
        var reply = Understood("other", Priority.P4) with { Entities = new(Amount: "12.50") };

        Assert.Equal(["transaction_id"], Opened(Monday10, Refund).Reply(Monday10.AddHours(1), "second", reply).Ticket.Missing);
    }

    [Fact]
    public void Whoever_writes_belongs_to_the_ticket_once()
    {
        var story = Opened(Monday10, Refund).Reply(Monday10.AddHours(1));
        var friend = new MailAddress("", "Friend@mail.example");

        var joined = story.Then(new TicketCommand.AddReply(Monday10.AddHours(2), MailOf("third"), friend, Refund, "token"));

        Assert.Equal(["li.lei@mail.example", "friend@mail.example"], joined.Ticket.People);
    }

    [Fact]
    public void An_answer_stops_both_clocks_until_the_customer_writes_again()
    {
        var answered = Opened(Monday10, Refund).Answer(Monday10.AddHours(1));
        var again = answered.Reply(Shanghai("2026-03-03 09:00"));

        Assert.Equal((TicketStatus.Waiting, null, null, null), (answered.Ticket.Status, answered.Ticket.ResponseDue, answered.Ticket.ResolutionDue, answered.Ticket.NextCheck));
        Assert.Equal(Shanghai("2026-03-03 18:00"), again.Ticket.ResponseDue);
        Assert.Equal(Shanghai("2026-03-05 17:00"), again.Ticket.ResolutionDue);
    }

    [Fact]
    public void The_ladder_is_climbed_rung_by_rung_and_each_rung_once()
    {
        var story = Opened(Monday10, Refund);
        var steps = new List<string>();
        for (var looks = 0; story.Ticket.NextCheck is { } at && looks < 20; looks++)
        {
            story = story.Look(at);
            steps.AddRange(story.Events.OfType<TicketEvent.LadderReached>().Select(e => $"{e.Deadline}:{e.Step}"));
            Assert.Empty(story.Look(at).Events);
        }

        Assert.Equal(
            [
                "FirstResponse:warning", "FirstResponse:breach", "FirstResponse:breach+50", "FirstResponse:breach+100",
                "Resolution:warning", "Resolution:breach", "Resolution:breach+50", "Resolution:breach+100",
            ],
            steps);
    }

    [Fact]
    public void Before_its_moment_a_look_finds_nothing() => Assert.Empty(Opened(Monday10, Refund).Look(Monday10.AddHours(6)).Events);

    [Fact]
    public void A_late_look_finds_every_rung_that_was_passed() =>
        Assert.Equal(8, Opened(Monday10, Refund).Look(Monday10.AddDays(60)).Events.Count);

    [Fact]
    public void Every_rung_has_a_notice_of_its_own()
    {
        var ids = Opened(Monday10, Refund).Look(Monday10.AddDays(60)).Events.OfType<TicketEvent.LadderReached>().Select(e => e.MailId).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Solved_once_is_solved()
    {
        var solved = Brought(TicketStatus.Resolved);

        Assert.Empty(solved.Then(new TicketCommand.Resolve(Monday10.AddHours(5), "han.meimei")).Events);
        Assert.Equal((null, null), (solved.Ticket.ResponseDue, solved.Ticket.NextCheck));
    }

    [Fact]
    public void A_mail_set_aside_is_noted_once_for_each_attempt_and_touches_no_clock()
    {
        var note = new TicketCommand.NoteParkedMail(Monday10.AddMinutes(5), "m1", 1, true, FailureKind.Refused, "no such user");

        var noted = Opened(Monday10, Refund).Then(note);
        var again = noted.Then(note with { Attempt = 2 });

        Assert.Empty(noted.Then(note).Events);
        Assert.Single(again.Events.OfType<TicketEvent.MailParked>());
        Assert.Equal(Opened(Monday10, Refund).Ticket.ResponseDue, again.Ticket.ResponseDue);
    }

    [Fact]
    public void The_fold_of_all_events_is_the_ticket()
    {
        var story = Opened(Monday10, Refund).Answer(Monday10.AddHours(1)).Reply(Monday10.AddHours(2)).Look(Monday10.AddDays(3));

        var again = TicketDecider.Apply(TicketHistory.None, story.History.Events, Policies.House);

        Assert.Equivalent(story.Ticket, again.Ticket, strict: true);
        Assert.Equal(story.History.Events.Count, again.Ticket!.Version);
    }

    private static TicketStory Brought(TicketStatus status) => status switch
    {
        TicketStatus.New => Opened(Monday10, Refund),
        TicketStatus.Open => Brought(TicketStatus.Waiting).Reply(Monday10.AddHours(1), "open"),
        TicketStatus.Waiting => Opened(Monday10, Refund).Answer(Monday10.AddMinutes(30)),
        TicketStatus.Resolved => Opened(Monday10, Refund).Then(new TicketCommand.Resolve(Monday10.AddMinutes(30), "han.meimei")),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
