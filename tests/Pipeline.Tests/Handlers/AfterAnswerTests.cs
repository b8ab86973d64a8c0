using Mailroom.Core.Effects;
using Mailroom.Core.Intake;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Handlers;

[Collection(SharedAzurite.Name)]
public sealed class AfterAnswerTests(AzuriteServer azurite)
{
    [AzuriteFact]
    public async Task A_customer_who_does_not_answer_is_reminded_then_told_that_it_is_closed_and_their_answer_opens_it_again()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var row = await AnsweredAsync(house);

        await LiveAsync(house, row, days: 21);

        Assert.Equal(
            [OutgoingKind.Acknowledgement, OutgoingKind.Reminder, OutgoingKind.Closing],
            house.Sender.Sent.Where(m => m.Kind.IsToCustomer()).Select(m => m.Kind));
        Assert.Equal(TicketStatus.Resolved, (await house.TicketAsync(row)).History.Ticket!.Status);
        var again = await house.BringAsync(RawMails.Mail("late@customer.example", to: house.Sender.Sent[^1].ReplyTo!.Address));
        Assert.Equal((MailEnding.Joined, row.Ticket), (again.Ending, again.Ticket));
        Assert.Equal(TicketStatus.Open, (await house.TicketAsync(row)).History.Ticket!.Status);
    }

    [AzuriteFact]
    public async Task A_muted_customer_is_neither_reminded_nor_told_and_the_ticket_says_why()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var row = await AnsweredAsync(house);
        await house.Get<PeopleStore>().SaveAsync(
            RawMails.Customer, (await house.Get<PeopleStore>().FindAsync(RawMails.Customer, CancellationToken.None)) with { MutedUntil = house.Clock.GetUtcNow().AddDays(60) }, CancellationToken.None);

        await LiveAsync(house, row, days: 21);

        Assert.Equal([OutgoingKind.Acknowledgement], house.Sender.Sent.Where(m => m.Kind.IsToCustomer()).Select(m => m.Kind));
        var events = (await house.TicketAsync(row)).History.Events;
        Assert.Contains("muted", events.OfType<TicketEvent.Reminded>().Single().KeptBack, StringComparison.Ordinal);
        Assert.Contains("muted", events.OfType<TicketEvent.ClosedUnanswered>().Single().KeptBack, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task A_customer_is_asked_how_it_went_and_their_first_answer_counts_with_its_words_redacted()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount(), null, ("PublicAddress", "https://support.example/"));
        var row = await house.BringAsync(RawMails.Mail());
        var number = (await house.TicketAsync(row)).Number;
        await house.Get<SteerTicket>().HandleAsync(number, new TicketCommand.Resolve(house.Clock.GetUtcNow(), "mei"), new(), CancellationToken.None);

        await LiveAsync(house, row, days: 7);
        var first = await house.Get<RateTicket>().HandleAsync(number, SatisfactionRating.NotSolved, "没有解决，卡号 6222021234567890128", CancellationToken.None);
        var second = await house.Get<RateTicket>().HandleAsync(number, SatisfactionRating.Good, "", CancellationToken.None);

        var mail = Assert.Single(house.Sender.Sent, m => m.Kind == OutgoingKind.Satisfaction);
        Assert.StartsWith("https://support.example/api/v1/satisfaction/", (string)mail.Values["good"]!, StringComparison.Ordinal);
        Assert.Equal(new RateResult.Rated(SatisfactionRating.NotSolved), first);
        Assert.Equal(new RateResult.RatedBefore(SatisfactionRating.NotSolved), second);
        var after = (await house.TicketAsync(row)).History;
        Assert.Equal(TicketStatus.Open, after.Ticket!.Status);
        Assert.DoesNotContain("6222021234567890128", after.Events.OfType<TicketEvent.CustomerRated>().Single().Comment, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task Thanks_for_an_answer_leave_the_ticket_waiting_and_a_question_does_not()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var row = await AnsweredAsync(house);
        var reply = house.Sender.Sent[0].ReplyTo!.Address;

        var thanks = await house.BringAsync(RawMails.Mail("thanks@customer.example", to: reply, body: "好的，谢谢！"));

        Assert.Equal(MailEnding.Joined, thanks.Ending);
        Assert.Equal(TicketStatus.Waiting, (await house.TicketAsync(row)).History.Ticket!.Status);
        Assert.Single((await house.TicketAsync(row)).History.Events.OfType<TicketEvent.CustomerThanked>());
        await house.BringAsync(RawMails.Mail("more@customer.example", to: reply, body: "好的，谢谢，那什么时候到账"));
        Assert.Equal(TicketStatus.Open, (await house.TicketAsync(row)).History.Ticket!.Status);
    }

    private static async Task<LedgerRow> AnsweredAsync(House house)
    {
        var row = await house.BringAsync(RawMails.Mail());
        var number = (await house.TicketAsync(row)).Number;
        await house.Get<SteerTicket>().HandleAsync(number, new TicketCommand.NoteAgentReply(house.Clock.GetUtcNow(), "mei", "answer-1@pay.example"), new(), CancellationToken.None);
        return row;
    }

    private static async Task LiveAsync(House house, LedgerRow row, int days)
    {
        var end = house.Clock.GetUtcNow().AddDays(days);
        while ((await house.TicketAsync(row)).History.Ticket!.NextCheck is { } next && next < end)
        {
            house.Clock.Set(next > house.Clock.GetUtcNow() ? next : house.Clock.GetUtcNow().AddMinutes(1));
            await house.SweepAsync();
            await house.WorkAsync();
        }
    }
}
