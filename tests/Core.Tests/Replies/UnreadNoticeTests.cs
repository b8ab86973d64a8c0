using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Core.Understanding;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Replies;

public sealed class UnreadNoticeTests
{
    private static readonly MailUnderstanding Unread =
        Understood("refund", Priority.P3) with { Unread = new PassedBound(MailBound.Size, 43_200_000, 36_700_160), Excerpt = "" };

    [Fact]
    public void It_takes_the_acknowledgements_place_and_tells_size_limit_and_promise()
    {
        var mail = Assert.Single(Opened(Monday10, Unread).Mails);

        Assert.Equal((OutgoingKind.Unread, "first@mail.example"), (mail.Kind, mail.InReplyTo));
        Assert.Equal(("李雷", "41.2 MB", "35 MB", "明天 10:00 前（北京时间）"), (mail.Values["name"], mail.Values["size"], mail.Values["limit"], mail.Values["promise"]));
        Assert.Equal(Opened(Monday10, Understood("refund", Priority.P3)).Mails[0].Id, mail.Id);
    }

    [Fact]
    public void It_tells_no_size_where_another_bound_was_passed()
    {
        var values = Opened(Monday10, Unread with { Unread = new PassedBound(MailBound.Time, 0, 20) }).Mails[0].Values;

        Assert.Equal(("", ""), (values["size"], values["limit"]));
    }

    [Fact]
    public void Nobody_who_takes_no_answers_gets_one() =>
        Assert.Empty(Opened(Monday10, Unread, mayAcknowledge: false).Mails);

    [Fact]
    public void A_reply_that_could_not_be_read_is_answered_to_its_writer_once_a_ticket()
    {
        var story = Opened(Monday10, Understood("refund", Priority.P3));

        var first = story.Then(Reply("second", Monday10.AddHours(1)));
        var next = first.Then(Reply("third", Monday10.AddHours(2)));

        var mail = Assert.Single(first.Mails);
        Assert.Equal((OutgoingKind.Unread, "friend@mail.example", "second@mail.example"), (mail.Kind, mail.To[0].Address, mail.InReplyTo));
        Assert.Equal("明天 10:00 前（北京时间）", mail.Values["promise"]);
        Assert.Empty(next.Mails);
    }

    [Fact]
    public void A_reply_to_a_ticket_whose_first_mail_was_answered_so_is_not_again() =>
        Assert.Empty(Opened(Monday10, Unread).Then(Reply("second", Monday10.AddHours(1))).Mails);

    [Fact]
    public void A_reply_to_a_ticket_whose_first_mail_got_no_answer_is() =>
        Assert.Single(Opened(Monday10, Unread, mayAcknowledge: false).Then(Reply("second", Monday10.AddHours(1))).Mails);

    [Fact]
    public void A_reply_that_was_read_is_not_answered() =>
        Assert.Empty(Opened(Monday10, Understood("refund", Priority.P3)).Reply(Monday10.AddHours(1)).Mails);

    [Fact]
    public void A_promise_that_is_past_is_not_repeated()
    {
        var late = Opened(Monday10, Understood("refund", Priority.P3)).Then(Reply("second", Monday10.AddDays(5)));

        var mail = late.Mails.Single(m => m.Kind == OutgoingKind.Unread);
        Assert.Equal("", mail.Values["promise"]);
    }

    private static TicketCommand.AddReply Reply(string mail, DateTimeOffset at) =>
        new(at, MailOf(mail), new MailAddress("", "friend@mail.example"), Unread, "token") { MayAsk = true };
}
