using Mailroom.Core.Deadlines;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Promises;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets.Promises;

public sealed class EarlierTicketTests
{
    private static readonly RecentTicket Opens = new(Facts.OtherTicket, Monday10, "", []);
    private static readonly Ticket Ticket = Opened(Monday10, Understood("refund", Priority.P3)).Ticket;

    [Theory]
    [InlineData(-1, true)]
    [InlineData(-1439, true)]
    [InlineData(-1440, false)]
    [InlineData(1, false)]
    public void It_was_opened_within_the_day_before(int minutes, bool counts) =>
        Assert.Equal(counts, EarlierTicket.Before([new(Facts.Ticket, Monday10.AddMinutes(minutes), "", [])], Opens, TrustLevel.Verified) is not null);

    [Fact]
    public void The_latest_counts_and_never_the_ticket_itself()
    {
        var known = new[] { Opens, Opens with { Ticket = Ticket.Number, OpenedAt = Monday10.AddHours(-9) }, Opens with { Ticket = Facts.Ticket, OpenedAt = Monday10.AddHours(-2) } };

        Assert.Equal(new EarlierTicket(Facts.Ticket, Monday10.AddHours(-2)), EarlierTicket.Before(known, Opens, TrustLevel.Verified));
    }

    [Theory]
    [InlineData(TrustLevel.Verified, true)]
    [InlineData(TrustLevel.Unverified, false)]
    [InlineData(TrustLevel.Failed, false)]
    public void Only_who_is_proven_reads_its_number(TrustLevel trust, bool named) => Assert.Equal(
        named, EarlierTicket.Before([new(Facts.Ticket, Monday10.AddHours(-1), "", [])], Opens, trust) is not null);

    [Theory]
    [InlineData(-2, true)]
    [InlineData(-20, false)]
    public void The_acknowledgement_names_it_and_whether_it_is_of_today(int hours, bool today)
    {
        var story = new TicketStory(TicketHistory.None, [], []).Then(Open(Monday10, Understood("refund", Priority.P3)) with
        {
            Earlier = new(Facts.Ticket, Monday10.AddHours(hours)),
        });

        Assert.Equal((Facts.Ticket.Value, today), (story.Mails[0].Values["earlierTicket"], story.Mails[0].Values["earlierToday"]));
    }
}
