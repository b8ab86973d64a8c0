using Mailroom.Core.Deadlines;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Replies;

public sealed class HeldMailTests
{
    [Theory]
    [InlineData(false, false, 1, null)]
    [InlineData(true, false, 1, MailDropCause.Person)]
    [InlineData(false, true, 1, MailDropCause.Muted)]
    [InlineData(false, false, 300, MailDropCause.PromisePassed)]
    [InlineData(false, true, 300, MailDropCause.PromisePassed)]
    public void A_released_mail_goes_on_unless_there_is_a_reason(bool isDropped, bool isMuted, int hoursLater, MailDropCause? cause)
    {
        var story = Opened(Monday10, Understood("refund", Priority.P3));
        var mail = Assert.Single(story.Mails);

        Assert.Equal(cause, HeldMail.Drops(story.History, mail.Id, isDropped, isMuted, Monday10.AddHours(hoursLater)));
    }
}
