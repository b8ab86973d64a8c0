using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Storage;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Handlers;

[Collection(SharedAzurite.Name)]
public sealed class PromiseTests(AzuriteServer azurite)
{
    private const string Proven = "Authentication-Results: mx.swallowpay.example; dmarc=pass header.from=customer.example";

    [AzuriteFact]
    public async Task After_a_roll_up_mails_are_promised_what_is_usual_and_read_it_once_for_many()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = (await house.TicketAsync(await house.BringAsync(RawMails.Mail()))).History.Ticket!;
        await AnsweredAsync(house, first, 40, TimeSpan.FromMinutes(50));
        var (times, requests) = await CountedAsync(house, "Views", () => house.Get<RollUpResponses>().HandleAsync(CancellationToken.None));
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        await house.BringAsync(Mail(2));

        // The mail before paid for the breakers; this one pays for the roll-up, and the next for neither.
        var (second, reads) = await CountedAsync(house, "Statistics", () => house.BringAsync(Mail(3)));
        var (_, more) = await CountedAsync(house, "Statistics", () => house.BringAsync(Mail(4)));

        Assert.Equal(2 * house.Get<HouseRules>().Policy.Teams.Count, requests);
        Assert.Equal(40, times.Usual[0].Samples);
        var promised = (await house.TicketAsync(second)).History.Events.OfType<TicketEvent.Promised>().Single();
        Assert.Equal((TimeSpan.FromMinutes(50), 1, 0), (promised.Usual!.Within, reads, more));
        Assert.InRange(promised.By - promised.At, TimeSpan.FromHours(1), TimeSpan.FromMinutes(75));
    }

    [AzuriteFact]
    public async Task A_promise_that_will_not_be_kept_is_renewed_once_before_it_breaks()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var row = await house.BringAsync(RawMails.Mail());
        var ticket = (await house.TicketAsync(row)).History.Ticket!;

        await UntilAsync(house, row, ticket.PromisedAt!.Value);
        await house.SweepAsync();
        await house.WorkAsync();

        var again = (await house.TicketAsync(row)).History.Events.OfType<TicketEvent.Repromised>().Single();
        Assert.True(again.At < ticket.PromisedAt && again.By >= ticket.PromisedAt.Value.AddHours(4));
        Assert.Equal(again.MailId, Assert.Single(house.Sender.Sent, m => m.Kind == OutgoingKind.NewPromise).Id);
    }

    [AzuriteFact]
    public async Task An_address_that_is_muted_gets_no_new_promise_and_the_ticket_says_so()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var row = await house.BringAsync(RawMails.Mail());
        var ticket = (await house.TicketAsync(row)).History.Ticket!;
        await house.BringAsync(RawMails.Bounce(house.Sender.Sent[0].MessageId, RawMails.Customer, "5.1.1"));

        await UntilAsync(house, row, ticket.PromisedAt!.Value);

        var events = (await house.TicketAsync(row)).History.Events;
        Assert.Contains("muted", Assert.Single(events.OfType<TicketEvent.RepromiseWithheld>()).Why, StringComparison.Ordinal);
        Assert.DoesNotContain(house.Sender.Sent, m => m.Kind == OutgoingKind.NewPromise);
    }

    [AzuriteFact]
    public async Task Who_sends_what_we_asked_for_hears_that_it_arrived_and_the_ticket_notes_it()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        await house.BringAsync(RawMails.Mail());
        var acknowledgement = house.Sender.Sent[0];
        house.Clock.Advance(TimeSpan.FromMinutes(40));

        var reply = await house.BringAsync(Answer(acknowledgement, 2, "交易单号 2026050612345678，时间是昨天下午三点，500 元。"));
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        await house.BringAsync(Answer(acknowledgement, 3, "另外，请尽快。"));

        var followUp = Assert.Single(house.Sender.Sent, m => m.Kind == OutgoingKind.FollowUp);
        Assert.Equal((RawMails.Customer, "letter-2@customer.example", true), (followUp.To[0].Key, followUp.InReplyTo, followUp.Values["complete"]));
        var ticket = (await house.TicketAsync(reply)).History;
        Assert.Empty(ticket.Ticket!.Missing);
        Assert.Contains("transaction_id", ticket.Events.OfType<TicketEvent.CustomerWrote>().First().Brought);
    }

    [AzuriteTheory]
    [InlineData(Proven, true)]
    [InlineData("X-Nothing: proven", false)]
    public async Task A_second_ticket_within_the_day_is_told_of_the_first_where_the_sender_is_proven(string proof, bool isTold)
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail(headers: proof));
        house.Clock.Advance(TimeSpan.FromHours(2));

        await house.BringAsync(RawMails.Mail("letter-2@customer.example", body: "我的银行卡绑定不了，尾号 4321。", headers: proof));

        Assert.Equal(isTold ? first.Ticket : "", house.Sender.Sent[1].Values["earlierTicket"]);
    }

    private static string Mail(int n) => RawMails.Mail($"letter-{n}@customer.example", from: $"customer-{n}@customer.example");

    private static string Answer(OutgoingMail mail, int n, string body) =>
        RawMails.Mail($"letter-{n}@customer.example", to: mail.ReplyTo!.Address, body: body, headers: $"In-Reply-To: <{mail.MessageId}>");

    private static async Task UntilAsync(House house, LedgerRow row, DateTimeOffset end)
    {
        while ((await house.TicketAsync(row)).History.Ticket!.NextCheck is { } next && next < end)
        {
            house.Clock.Set(next);
            await house.SweepAsync();
        }
    }

    private static async Task AnsweredAsync(House house, Ticket like, int count, TimeSpan after)
    {
        for (var n = 0; n < count; n++)
        {
            var opened = like.OpenedAt.AddDays(-1 - (n % 5));
            var ticket = like with
            {
                Number = TicketNumber.Derive(house.Get<HouseRules>().Key, "answered", n),
                OpenedAt = opened,
                LastCustomerAt = opened,
                AnsweredAt = opened + after,
            };
            await house.Get<ViewStore>().RefreshAsync(ticket, null, CancellationToken.None);
        }
    }

    private static async Task<(T Result, int Requests)> CountedAsync<T>(House house, string table, Func<Task<T>> work)
    {
        house.Get<OperationCounter>().Reset();
        var result = await work();
        return (result, house.Get<OperationCounter>().Counts.Where(c => c.Operation == "GET " + table).Sum(c => c.Count));
    }
}
