using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Tickets;

public sealed class TicketMergingTests
{
    private static readonly DateTimeOffset Later = TicketStory.Monday10.AddHours(1);

    private static readonly TicketStory Story = TicketStory.Opened(TicketStory.Monday10, TicketStory.Understood("refund", Priority.P3));

    [Fact]
    public void A_merged_ticket_leads_on_and_its_clocks_stand()
    {
        var merged = Story.Then(new TicketCommand.Merge(Later, "han.meimei", Facts.OtherTicket));

        Assert.Equal((TicketStatus.Resolved, Facts.OtherTicket), (merged.Ticket.Status, merged.Ticket.MergedInto));
        Assert.Null(merged.Ticket.ResponseDue);
        Assert.Null(merged.Ticket.ResolutionDue);
        Assert.Empty(merged.Look(TicketStory.Monday10.AddDays(30)).Mails);
    }

    [Fact]
    public void Merging_again_or_into_itself_changes_nothing()
    {
        var merged = Story.Then(new TicketCommand.Merge(Later, "han.meimei", Facts.OtherTicket));

        Assert.Empty(merged.Then(new TicketCommand.Merge(Later, "han.meimei", Facts.Ticket)).Events);
        Assert.Empty(Story.Then(new TicketCommand.Merge(Later, "han.meimei", Story.Ticket.Number)).Events);
    }

    [Fact]
    public void The_people_of_a_ticket_that_was_taken_in_belong_once()
    {
        var command = new TicketCommand.TakeIn(Later, "han.meimei", Facts.OtherTicket, ["han@mail.example", TicketStory.Customer.Key]);
        var took = Story.Then(command);

        Assert.Equal([TicketStory.Customer.Key, "han@mail.example"], took.Ticket.People);
        Assert.Empty(took.Then(command).Events);
    }

    [Fact]
    public void A_circle_ends_where_it_would_close()
    {
        var first = Story.Ticket with { MergedInto = Facts.OtherTicket };
        var second = Story.Ticket with { Number = Facts.OtherTicket, MergedInto = first.Number, People = ["han@mail.example"] };

        Assert.Equal(Facts.OtherTicket, TicketMerging.Next([first]));
        Assert.Null(TicketMerging.Next([first, second]));
        Assert.Null(TicketMerging.Next([Story.Ticket]));
        Assert.Equal([TicketStory.Customer.Key, "han@mail.example"], TicketMerging.People([first, second]));
    }
}
