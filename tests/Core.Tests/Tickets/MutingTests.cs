using Mailroom.Core.Deadlines;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets;

public sealed class MutingTests
{
    [Theory]
    [InlineData("5.1.1", true)]
    [InlineData("5.0.0", true)]
    [InlineData("5.2.1", true)]
    [InlineData("5.2.2", false)]
    [InlineData("5.3.4", false)]
    [InlineData("5.7.1", false)]
    [InlineData("4.2.2", false)]
    [InlineData("", false)]
    public void A_bounce_that_speaks_against_the_address_mutes_it(string status, bool mutes)
    {
        var failed = Bounced(new("x", Customer.Address.ToUpperInvariant(), status));

        Assert.Equal(mutes ? failed.At + BudgetPolicy.MutedFor : null, failed.MutedUntil);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("stranger@mail.example", false)]
    public void Only_an_address_of_the_ticket_is_muted(string? recipient, bool mutes) =>
        Assert.Equal(mutes, Bounced(new("x", recipient, "5.1.1")).MutedUntil is not null);

    private static TicketEvent.DeliveryFailed Bounced(DeliveryReport report)
    {
        var story = Opened(Monday10, Understood("refund", Priority.P3))
            .Then(new TicketCommand.NoteBounce(Monday10.AddMinutes(5), MailOf("bounce"), report, "A bounce of ours."));
        return Assert.Single(story.Events.OfType<TicketEvent.DeliveryFailed>());
    }
}
