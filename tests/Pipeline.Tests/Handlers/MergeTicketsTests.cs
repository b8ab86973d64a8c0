using Mailroom.Core.Intake;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Handlers;

[Collection(SharedAzurite.Name)]
public sealed class MergeTicketsTests(AzuriteServer azurite)
{
    private const string Wife = "han@customer.example";

    [AzuriteFact]
    public async Task Answers_to_a_merged_ticket_go_to_the_one_that_it_leads_to()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var (first, second, third) = (await OpenAsync(house, "1", RawMails.Customer), await OpenAsync(house, "2", Wife), await OpenAsync(house, "3", RawMails.Customer));
        var token = house.Sender.Sent[0].ReplyTo!.Address;

        await MergeAsync(house, first, second);
        await MergeAsync(house, second, third);
        var byToken = await house.BringAsync(RawMails.Mail("reply-1@customer.example", to: token));
        var byReference = await house.BringAsync(RawMails.Mail("reply-2@customer.example", from: Wife, headers: "In-Reply-To: <letter-2@customer.example>"));

        Assert.Equal((MailEnding.Joined, third), (byToken.Ending, byToken.Ticket));
        Assert.Equal((MailEnding.Joined, third), (byReference.Ending, byReference.Ticket));
        Assert.Contains($"merged from {first}", byToken.Reason, StringComparison.Ordinal);
        Assert.Equal(TicketStatus.Resolved, (await HeaderAsync(house, first)).Status);
        Assert.Equal([RawMails.Customer, Wife], (await HeaderAsync(house, third)).People);
    }

    [AzuriteFact]
    public async Task A_merge_that_was_done_is_done_again_without_a_change_and_a_circle_is_refused()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var (first, second) = (await OpenAsync(house, "1", RawMails.Customer), await OpenAsync(house, "2", Wife));
        await MergeAsync(house, first, second);
        var before = await HeaderAsync(house, second);

        Assert.Equal(new MergeResult.Merged(Number(second)), await MergeAsync(house, first, second));
        Assert.Equal(before.Version, (await HeaderAsync(house, second)).Version);
        Assert.IsType<MergeResult.Circle>(await MergeAsync(house, second, first));
        Assert.IsType<MergeResult.Circle>(await MergeAsync(house, second, second));
        Assert.IsType<MergeResult.NoTicket>(await MergeAsync(house, second, Facts.Ticket.Value));
    }

    [AzuriteFact]
    public async Task A_stranger_stays_a_stranger_to_the_ticket_that_goes_on()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var (first, second) = (await OpenAsync(house, "1", RawMails.Customer), await OpenAsync(house, "2", Wife));
        await MergeAsync(house, first, second);

        var stranger = await house.BringAsync(
            RawMails.Mail("x@elsewhere.example", from: "stranger@elsewhere.example", to: house.Sender.Sent[0].ReplyTo!.Address));

        Assert.Equal(MailEnding.Ticket, stranger.Ending);
        Assert.Equal(second, (await HeaderAsync(house, stranger.Ticket!)).LinkedTo!.Value.Value);
    }

    private static async Task<string> OpenAsync(House house, string id, string from) =>
        (await house.BringAsync(RawMails.Mail($"letter-{id}@customer.example", from: from))).Ticket!;

    private static Task<MergeResult> MergeAsync(House house, string from, string into) =>
        house.Get<MergeTickets>().HandleAsync(Number(from), Number(into), "han.meimei", CancellationToken.None);

    private static async Task<Ticket> HeaderAsync(House house, string number) =>
        (await house.Get<TicketStore>().FindHeaderAsync(Number(number), CancellationToken.None))!;

    private static TicketNumber Number(string text) => TicketNumber.TryParse(text, out var number) ? number : throw new ArgumentException(text);
}
