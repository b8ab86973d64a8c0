using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Core.Understanding;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Replies;

public sealed class EscalationNoticesTests
{
    private static readonly MailUnderstanding Refund = Understood("refund", Priority.P3);
    private static readonly MailUnderstanding Theft = Understood("account_security", Priority.P1);

    [Fact]
    public void A_long_outage_is_one_mail_to_each_person_and_deadline_that_states_the_highest_rung()
    {
        var story = Opened(Monday10, Refund).Look(Monday10.AddDays(30));

        var reached = story.Events.OfType<TicketEvent.LadderReached>().ToList();
        Assert.Equal(["warning", "breach", "breach+50", "breach+100"], reached.Where(e => e.Deadline == DeadlineKind.FirstResponse).Select(e => e.Step));
        Assert.Equal(story.Mails.Count, story.Mails.DistinctBy(m => (m.To[0].Key, m.Values["isResolution"])).Count());
        Assert.All(story.Mails, m => Assert.Single(m.To));
        Assert.Equal(reached.Select(r => r.MailId).Order(), story.Mails.SelectMany(m => m.Tells).Distinct().Order());
    }

    [Fact]
    public void Who_is_named_by_several_rungs_reads_the_highest_and_what_came_before()
    {
        var boss = Policies.Small with { Teams = [.. Policies.Small.Teams.Select(t => t with { Manager = t.Lead, Head = t.Lead })] };
        var ticket = Opened(Monday10, Refund);
        var reached = ticket.Look(Shanghai("2026-03-04 10:00")).Events.OfType<TicketEvent.LadderReached>().ToList();

        var mails = EscalationNotices.Order(ticket.Ticket, reached, Policies.House with { Policy = boss });

        var mail = Assert.Single(mails, m => m.To[0].Address == "payments-lead@pay.example");
        Assert.Equal(("breach+100", "breach、breach+50"), (mail.Values["step"], mail.Values["earlier"]));
        Assert.Equal(3, mail.Tells.Count);
    }

    [Theory]
    [InlineData("2026-03-02 17:00", "2026-03-02 17:00")]
    [InlineData("2026-03-02 18:30", "2026-03-03 09:00")]
    [InlineData("2026-03-03 12:30", "2026-03-03 13:00")]
    [InlineData("2026-03-06 19:00", "2026-03-09 09:00")]
    public void What_is_not_urgent_waits_for_the_hours_of_its_reader(string reached, string told)
    {
        var mail = Opened(Monday10, Refund).Look(Shanghai(reached)).Mails[0];

        Assert.Equal(Shanghai(told), mail.GatherAt);
    }

    [Fact]
    public void A_person_may_have_hours_of_their_own()
    {
        var house = Policies.House with { Policy = Policies.Small with { Hours = new Dictionary<string, string> { ["payments@pay.example"] = "24x7" } } };
        var story = Opened(Monday10, Refund);
        var at = Shanghai("2026-03-02 18:30");
        var reached = story.Look(at).Events.OfType<TicketEvent.LadderReached>().ToList();

        Assert.Equal(at, Assert.Single(EscalationNotices.Order(story.Ticket, reached, house)).GatherAt);
    }

    [Fact]
    public void P1_and_urgent_steps_go_at_once_and_alone()
    {
        var call = Assert.Single(Opened(Monday10.AddHours(12), Theft).Mails, m => m.Kind == OutgoingKind.Escalation);
        var hurried = Policies.Small with { Ladder = [LadderStep.AtPercent("warning", 75, LadderRecipient.Team) with { IsUrgent = true }] };
        var story = Opened(Monday10, Refund);
        var reached = story.Look(Shanghai("2026-03-02 18:30")).Events.OfType<TicketEvent.LadderReached>().ToList();

        Assert.Null(call.GatherAt);
        Assert.Null(Assert.Single(EscalationNotices.Order(story.Ticket, reached, Policies.House with { Policy = hurried })).GatherAt);
    }

    [Fact]
    public void A_repeat_is_a_mail_of_its_own_that_says_which_reminder_it_is()
    {
        var first = Opened(Monday10, Theft);
        var second = first.Look(Monday10.AddMinutes(10));

        var (call, again) = (first.Mails[^1], Assert.Single(second.Mails));
        Assert.NotEqual(call.Id, again.Id);
        Assert.Equal(("", "1"), (call.Values["reminder"], again.Values["reminder"]));
        Assert.Empty(second.Look(Monday10.AddMinutes(19)).Mails);
    }

    [Fact]
    public void A_notice_that_waited_says_how_it_stands_when_it_is_told()
    {
        var waited = Opened(Monday10, Refund).Look(Shanghai("2026-03-03 10:00"));
        var mail = waited.Mails.Single(m => m.To[0].Key == "payments-lead@pay.example");

        var notice = Notice.Now(waited.History, mail, Shanghai("2026-03-03 11:30"), Policies.Small)!;

        var told = Escalation.Write(notice, mail.Id, mail.To[0], Policies.House);
        Assert.Equal((mail.Id, mail.MessageId, "1 小时 30 分钟"), (told.Id, told.MessageId, told.Values["span"]));
        Assert.Null(told.GatherAt);
    }

    [Fact]
    public void What_somebody_answered_meanwhile_is_not_told()
    {
        var waited = Opened(Monday10, Refund).Look(Shanghai("2026-03-03 10:00"));
        var answered = waited.Answer(Shanghai("2026-03-03 10:30"));

        Assert.All(waited.Mails, m => Assert.Null(Notice.Now(answered.History, m, Shanghai("2026-03-03 11:00"), Policies.Small)));
    }

    [Fact]
    public void A_later_wait_does_not_make_an_old_notice_true_again()
    {
        var second = Opened(Monday10, Refund).Answer(Monday10.AddHours(1)).Reply(Shanghai("2026-03-03 09:00")).Look(Shanghai("2026-03-04 09:00"));
        var third = second.Answer(Shanghai("2026-03-04 09:30")).Reply(Shanghai("2026-03-04 10:00"), "third");

        var mail = second.Mails.First(m => Equals(m.Values["isNextResponse"], true));
        Assert.NotNull(Notice.Now(second.History, mail, Shanghai("2026-03-04 09:10"), Policies.Small));
        Assert.Null(Notice.Now(third.History, mail, Shanghai("2026-03-04 10:10"), Policies.Small));
    }

    [Fact]
    public void Several_notices_about_one_deadline_are_one_row_with_the_highest_rung()
    {
        var late = Opened(Monday10, Refund).Look(Shanghai("2026-03-03 15:00"));
        var notices = late.Mails.Select(m => Notice.Now(late.History, m, Shanghai("2026-03-03 15:10"), Policies.Small)!).ToList();

        var one = Assert.Single(Notice.Together(notices));

        Assert.Equal(3, notices.Count);
        Assert.Equal(("breach+50", 3), (one.Highest.Step, one.Rungs.Count));
        Assert.Equal(OutgoingKind.Escalation, EscalationList.Write([one], "id", late.Mails[0].To[0], Policies.House).Kind);
    }

    [Fact]
    public void A_list_shows_the_most_urgent_first_and_counts_what_it_leaves_out()
    {
        var late = Opened(Monday10, Refund).Look(Shanghai("2026-03-03 10:00"));
        var notice = Notice.Now(late.History, late.Mails[^1], Shanghai("2026-03-03 10:10"), Policies.Small)!;
        var many = Enumerable.Range(0, 62).Select(i => notice with
        {
            Ticket = notice.Ticket with { Number = TicketNumber.Derive(Policies.Key, $"{i}", 0), Priority = i == 61 ? Priority.P2 : Priority.P3 },
            Due = notice.Due.AddMinutes(i == 60 ? 600 : -i),
        }).ToList();

        var mail = EscalationList.Write(many, "id", late.Mails[^1].To[0], Policies.House);

        var rows = (List<Dictionary<string, object?>>)mail.Values["overdue"]!;
        Assert.Equal(("61", "1", "11", ""), (mail.Values["overdueCount"], mail.Values["soonCount"], mail.Values["moreOverdue"], mail.Values["moreSoon"]));
        Assert.Equal((EscalationList.MostRows, "P2"), (rows.Count, rows[0]["priority"]));
    }
}
