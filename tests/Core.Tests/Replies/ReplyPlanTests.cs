using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Core.Understanding;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Replies;

public sealed class ReplyPlanTests
{
    private static readonly MailUnderstanding Refund = Understood("refund", Priority.P3);

    [Fact]
    public void An_opening_acknowledges_sets_the_clock_and_shows_the_ticket()
    {
        var story = Opened(Monday10, Refund);

        Assert.Equal([typeof(Effect.SendMail), typeof(Effect.CheckAt), typeof(Effect.RefreshView)], story.Effects.Select(e => e.GetType()));
        Assert.Equal(new Effect.CheckAt(story.Ticket.Number, Shanghai("2026-03-02 17:00"), 2), story.Effects[1]);
        Assert.Equal(new Effect.RefreshView(story.Ticket, null), story.Effects[2]);
    }

    [Fact]
    public void An_acknowledgement_answers_the_customers_mail_and_carries_the_token()
    {
        var story = Opened(Monday10, Refund);

        var mail = Assert.Single(story.Mails);
        Assert.Equal((OutgoingKind.Acknowledgement, ReplyLanguage.Chinese, "first@mail.example"), (mail.Kind, mail.Language, mail.InReplyTo));
        Assert.Equal([Customer], mail.To);
        Assert.Equal(["first@mail.example"], mail.References);
        Assert.Equal(story.Events.OfType<TicketEvent.Promised>().Single().MailId, mail.Id);
        var reply = new Letter { Sha256 = "00", To = [mail.ReplyTo!], InReplyTo = [mail.MessageId] };
        Assert.Equal([story.Ticket.Number, story.Ticket.Number], ReplyToken.Find(Policies.Key, reply).Select(p => p.Ticket));
    }

    [Fact]
    public void A_mail_without_an_id_of_its_own_is_not_answered_by_a_made_up_one()
    {
        var open = Open(Monday10, Refund);
        var nameless = open with { Mail = open.Mail with { ThreadId = "sha256.00@no-message-id.invalid", References = ["<bad> id@x", "old@mail.example"] } };

        var mail = Assert.Single(new TicketStory(TicketHistory.None, [], []).Then(nameless).Mails);

        Assert.Null(mail.InReplyTo);
        Assert.Equal(["old@mail.example"], mail.References);
    }

    [Fact]
    public void A_long_thread_keeps_its_first_and_its_newest_ids()
    {
        var open = Open(Monday10, Refund);
        var ids = Enumerable.Range(1, 60).Select(i => $"{i}@mail.example").ToList();

        var mail = Assert.Single(new TicketStory(TicketHistory.None, [], []).Then(open with { Mail = open.Mail with { References = ids } }).Mails);

        Assert.Equal(10, mail.References.Count);
        Assert.Equal(("1@mail.example", "60@mail.example", "first@mail.example"), (mail.References[0], mail.References[^2], mail.References[^1]));
    }

    [Fact]
    public void A_reply_sends_nothing_and_shows_the_ticket_again()
    {
        var opened = Opened(Monday10, Refund);

        var replied = opened.Reply(Monday10.AddHours(1));

        Assert.Equal([new Effect.RefreshView(replied.Ticket, opened.Ticket)], replied.Effects);
    }

    [Fact]
    public void What_changed_nothing_has_no_effects() =>
        Assert.Empty(Opened(Monday10, Refund).Look(Monday10.AddHours(1)).Effects);

    [Theory]
    [InlineData("2026-03-02 17:00", "warning", "payments@pay.example")]
    [InlineData("2026-03-03 10:00", "breach", "payments-lead@pay.example")]
    [InlineData("2026-03-03 15:00", "breach+50", "payments-manager@pay.example")]
    [InlineData("2026-03-04 10:00", "breach+100", "head@pay.example")]
    public void Each_rung_is_one_mail_to_its_people_each_once(string now, string step, string to)
    {
        var mail = Opened(Monday10, Refund).Look(Shanghai(now)).Mails[^1];

        Assert.Equal((OutgoingKind.Escalation, step), (mail.Kind, mail.Values["step"]));
        Assert.Equal([to], mail.To.Select(a => a.Address));
    }

    [Fact]
    public void A_notice_tells_where_the_deadline_stands_in_the_teams_language()
    {
        var late = Opened(Monday10, Refund).Look(Shanghai("2026-03-03 10:30")).Mails[^1];
        var early = Opened(Monday10, Refund).Look(Shanghai("2026-03-02 17:00")).Mails[^1];
        var call = Opened(Monday10, Understood("account_security", Priority.P1)).Mails[^1];

        Assert.Equal((true, "30 分钟", "payments组"), (late.Values["overdue"], late.Values["span"], late.Values["team"]));
        Assert.Equal((false, "17 小时", "2026年3月3日（周二）10:00（北京时间）"), (early.Values["overdue"], early.Values["span"], early.Values["due"]));
        Assert.Equal((true, "P1", "risk team", ReplyLanguage.English), (call.Values["atOnce"], call.Values["priority"], call.Values["team"], call.Language));
        Assert.Equal("risk-oncall@pay.example", Assert.Single(call.To).Address);
        Assert.Null(call.ReplyTo);
    }
}
