using Mailroom.Core.Failures;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Pipeline.Settings;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;
using Mailroom.Support.Fakes;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Tests.Handlers;

[Collection(SharedAzurite.Name)]
public sealed class DeliverMailTests(AzuriteServer azurite)
{
    [AzuriteFact]
    public async Task A_mail_that_the_server_puts_off_waits_and_goes_out_later()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        house.Sender.Failure = FailureKind.Temporary;
        var row = await house.BringAsync(RawMails.Mail());

        var waiting = await OutboxAsync(house, row);
        house.Sender.Failure = null;
        house.Clock.Set(waiting.NotBefore!.Value);
        await DeliverAsync(house, waiting, attempt: 2);

        Assert.Equal((OutboxState.Pending, 2), (waiting.State, waiting.Attempt));
        Assert.NotEmpty(waiting.Reason);
        Assert.Equal(OutboxState.Sent, (await OutboxAsync(house, row)).State);
        Assert.Single(house.Sender.Sent);
    }

    [AzuriteFact]
    public async Task A_pointer_that_comes_before_its_time_does_not_send()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        house.Sender.Failure = FailureKind.Unreachable;
        var waiting = await OutboxAsync(house, await house.BringAsync(RawMails.Mail()));
        house.Sender.Failure = null;

        await DeliverAsync(house, waiting, attempt: 1);

        Assert.Empty(house.Sender.Sent);
    }

    [AzuriteFact]
    public async Task A_mail_that_the_server_refuses_is_set_aside_with_the_reason()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        house.Sender.Failure = FailureKind.Refused;

        var parked = await OutboxAsync(house, await house.BringAsync(RawMails.Mail()));

        Assert.Equal(OutboxState.Parked, parked.State);
        Assert.Contains("refused", parked.Reason, StringComparison.Ordinal);
        Assert.Contains(ListSender.Refusal, parked.Reason, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task A_mail_that_was_set_aside_is_told_of_on_its_ticket_once()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        house.Sender.Failure = FailureKind.Uncertain;
        var row = await house.BringAsync(RawMails.Mail());
        var parked = await OutboxAsync(house, row);

        await DeliverAsync(house, parked, attempt: 1);
        await house.Get<MailParking>().ParkAsync(parked, FailureKind.Uncertain, new("again", ""), CancellationToken.None);

        var told = Assert.Single((await house.TicketAsync(row)).History.Events.OfType<TicketEvent.MailParked>());
        Assert.Equal((parked.Mail.Id, true, FailureKind.Uncertain), (told.MailId, told.ToCustomer, told.Cause));
        Assert.Equal(parked.Reason, told.Why);
        Assert.Equal("ticket", row.Ending!.Value.ToText());
    }

    [AzuriteFact]
    public async Task A_mail_set_aside_while_its_ticket_moves_loses_neither()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        house.Sender.Failure = FailureKind.Refused;
        var first = await house.AcceptAsync(RawMails.Mail());
        await house.WorkAsync();
        var row = (await house.RowAsync(first.Sha256))!;
        var sending = await AgainAsync(house, await OutboxAsync(house, row), o => o with { State = OutboxState.Sending, Attempt = 2 });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => house.Get<MailParking>().ParkAsync(sending, FailureKind.Refused, new("no", "550"), CancellationToken.None))));

        var ticket = await house.TicketAsync(row);
        Assert.Equal(OutboxState.Parked, Assert.Single(ticket.Outbox).State);
        Assert.Equal([1, 2], ticket.History.Events.OfType<TicketEvent.MailParked>().Select(e => e.Attempt));
        Assert.Equal(ticket.History.Ticket!.Version, ticket.History.Events.Count);
    }

    [AzuriteFact]
    public async Task Failures_are_given_up_after_the_last_attempt()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        house.Sender.Failure = FailureKind.SignIn;
        var row = await house.BringAsync(RawMails.Mail());

        OutboxRow outbox;
        for (outbox = await OutboxAsync(house, row); outbox.State == OutboxState.Pending; outbox = await OutboxAsync(house, row))
        {
            Assert.InRange(outbox.Attempt, 2, 50);
            house.Clock.Set(outbox.NotBefore!.Value);
            await DeliverAsync(house, outbox, outbox.Attempt);
        }

        Assert.Equal(OutboxState.Parked, outbox.State);
    }

    [AzuriteFact]
    public async Task Eight_workers_with_one_pointer_send_once()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var row = await house.BringAsync(RawMails.Mail());
        var before = house.Sender.Sent.Count;
        var waiting = await AgainAsync(house, await OutboxAsync(house, row), o => o with { State = OutboxState.Pending });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => DeliverAsync(house, waiting, 1))));

        Assert.Equal(before + 1, house.Sender.Sent.Count);
    }

    [AzuriteFact]
    public async Task An_acknowledgement_whose_sender_died_is_not_sent_twice()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var row = await house.BringAsync(RawMails.Mail());
        var before = house.Sender.Sent.Count;
        var lease = house.Clock.GetUtcNow() + TimeSpan.FromMinutes(5);
        var dead = await AgainAsync(house, await OutboxAsync(house, row), o => o with { State = OutboxState.Sending, LeaseUntil = lease });

        await DeliverAsync(house, dead, 1);
        var held = await OutboxAsync(house, row);
        house.Clock.Set(lease);
        await DeliverAsync(house, dead, 1);
        var parked = await OutboxAsync(house, row);

        Assert.Equal(OutboxState.Sending, held.State);
        Assert.Equal(OutboxState.Parked, parked.State);
        Assert.Contains("uncertain", parked.Reason, StringComparison.Ordinal);
        Assert.Equal(before, house.Sender.Sent.Count);
    }

    [AzuriteFact]
    public async Task An_acknowledgement_goes_again_where_that_doubles_nothing()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        house.Sender.IsRepeatable = true;
        var row = await house.BringAsync(RawMails.Mail());
        var dead = await AgainAsync(
            house, await OutboxAsync(house, row), o => o with { State = OutboxState.Sending, LeaseUntil = house.Clock.GetUtcNow() });

        await DeliverAsync(house, dead, 1);

        Assert.Equal(OutboxState.Sent, (await OutboxAsync(house, row)).State);
    }

    [AzuriteFact]
    public async Task A_pointer_to_nothing_is_dropped()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());

        await house.Get<DeliverMail>().HandleAsync(new OutgoingPointer(1, "t|MR-0000-0000", "gone", 1), CancellationToken.None);

        Assert.Empty(house.Sender.Sent);
    }

    [AzuriteFact]
    public async Task A_folder_takes_the_acknowledgement_as_a_mail()
    {
        var folder = Directory.CreateTempSubdirectory("mailroom-out-");
        try
        {
            await using var house = await House.OpenAsync(azurite.NewAccount());
            house.Get<IOptions<MailroomSettings>>().Value.OutFolder = folder.FullName;
            await house.BringAsync(RawMails.Mail());

            await house.Get<FolderSender>().SendAsync(house.Sender.Sent[0], CancellationToken.None);

            var written = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(folder.FullName, "*.eml", SearchOption.AllDirectories)));
            Assert.Contains("Auto-Submitted: auto-replied", written, StringComparison.Ordinal);
            Assert.Contains("In-Reply-To: <letter-1@customer.example>", written, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<OutboxRow> OutboxAsync(House house, LedgerRow row) => Assert.Single((await house.TicketAsync(row)).Outbox);

    private static async Task<OutboxRow> AgainAsync(House house, OutboxRow row, Func<OutboxRow, OutboxRow> change)
    {
        var moved = await house.Get<OutboxStore>().MoveAsync(change(row), CancellationToken.None);
        Assert.NotNull(moved);
        return moved;
    }

    private static Task DeliverAsync(House house, OutboxRow row, int attempt) =>
        house.Get<DeliverMail>().HandleAsync(new OutgoingPointer(1, row.Partition, row.Mail.Id, attempt), CancellationToken.None);
}
