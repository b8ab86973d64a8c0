using Mailroom.Core.Failures;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Handlers;

[Collection(SharedAzurite.Name)]
public sealed class ResendMailTests(AzuriteServer azurite)
{
    [AzuriteTheory]
    [InlineData(FailureKind.Refused)]
    [InlineData(FailureKind.Uncertain)]
    public async Task A_mail_that_was_set_aside_goes_out_again_by_a_persons_word(FailureKind failure)
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var (ticket, mail) = await ParkedAsync(house, failure);

        var result = await ResendAsync(house, ticket, mail.Mail.Id, mail.Attempt);
        await house.WorkAsync();

        Assert.Equal(new ResendResult.Ordered(2, null), result);
        Assert.Equal(mail.Mail.Id, Assert.Single(house.Sender.Sent).Id);
        var after = await LoadAsync(house, ticket);
        Assert.Equal(OutboxState.Sent, Assert.Single(after.Outbox).State);
        var told = Assert.Single(after.History.Events.OfType<TicketEvent.MailResent>());
        Assert.Equal(("mei", mail.Mail.Id, 1, true), (told.Agent, told.MailId, told.Attempt, told.ToCustomer));
    }

    [AzuriteFact]
    public async Task The_same_wish_again_sends_nothing_more()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var (ticket, mail) = await ParkedAsync(house, FailureKind.Refused);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ResendAsync(house, ticket, mail.Mail.Id, 1))));
        await house.WorkAsync();
        var late = await ResendAsync(house, ticket, mail.Mail.Id, 1);
        await house.WorkAsync();

        Assert.All([.. results, late], r => Assert.IsType<ResendResult.Ordered>(r));
        Assert.Single(house.Sender.Sent);
        Assert.Single((await LoadAsync(house, ticket)).History.Events.OfType<TicketEvent.MailResent>());
    }

    [AzuriteFact]
    public async Task What_is_sent_or_under_way_is_refused()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        house.Sender.Failure = FailureKind.Temporary;
        var row = await house.BringAsync(RawMails.Mail());
        var ticket = (await house.TicketAsync(row)).Number;
        var waiting = Assert.Single((await LoadAsync(house, ticket)).Outbox);

        var underWay = await ResendAsync(house, ticket, waiting.Mail.Id, null);
        house.Sender.Failure = null;
        house.Clock.Set(waiting.NotBefore!.Value);
        await house.Get<DeliverMail>().HandleAsync(new(1, waiting.Partition, waiting.Mail.Id, 2), CancellationToken.None);
        var sent = await ResendAsync(house, ticket, waiting.Mail.Id, null);

        Assert.Equal(new ResendResult.NotParked(OutboxState.Pending, 2), underWay);
        Assert.Equal(new ResendResult.NotParked(OutboxState.Sent, 2), sent);
        Assert.IsType<ResendResult.NoMail>(await ResendAsync(house, ticket, "nothing", null));
        Assert.Single(house.Sender.Sent);
    }

    [AzuriteFact]
    public async Task A_mail_sent_again_has_all_its_retries_and_a_wish_for_an_older_attempt_is_refused()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var (ticket, mail) = await ParkedAsync(house, FailureKind.SignIn);

        house.Sender.Failure = FailureKind.SignIn;
        await ResendAsync(house, ticket, mail.Mail.Id, mail.Attempt);
        await house.WorkAsync();
        var retried = Assert.Single((await LoadAsync(house, ticket)).Outbox);
        house.Sender.Failure = FailureKind.Refused;
        house.Clock.Set(retried.NotBefore!.Value);
        await house.Get<DeliverMail>().HandleAsync(new(1, retried.Partition, retried.Mail.Id, retried.Attempt), CancellationToken.None);

        Assert.Equal(OutboxState.Pending, retried.State);
        Assert.Equal(new ResendResult.NotParked(OutboxState.Parked, retried.Attempt), await ResendAsync(house, ticket, mail.Mail.Id, retried.Attempt - 1));
        var second = Assert.IsType<ResendResult.Ordered>(await ResendAsync(house, ticket, mail.Mail.Id, null));
        Assert.Equal(retried.Attempt + 1, second.Attempt);
        Assert.NotNull(second.LatePromise);
    }

    [AzuriteFact]
    public async Task A_crash_between_state_and_pointer_is_mended_by_the_sweep()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var (ticket, mail) = await ParkedAsync(house, FailureKind.Refused);
        for (var request = 1; !house.Sender.Sent.Any() && request < 20; request++)
        {
            house.Crash.At(request, afterwards: true);
            await Assert.ThrowsAnyAsync<Exception>(() => ResendAsync(house, ticket, mail.Mail.Id, mail.Attempt));
            house.Crash.Disarm();
            if (Assert.Single((await LoadAsync(house, ticket)).Outbox).State == OutboxState.Pending)
            {
                house.Clock.Advance(TimeSpan.FromMinutes(2));
                await house.SweepAsync();
                await house.WorkAsync();
                break;
            }
        }

        Assert.Single(house.Sender.Sent);
    }

    private static async Task<(TicketNumber Ticket, OutboxRow Mail)> ParkedAsync(House house, FailureKind failure)
    {
        house.Sender.Failure = failure;
        var row = await house.BringAsync(RawMails.Mail());
        var stored = await house.TicketAsync(row);
        for (var mail = stored.Outbox[0]; mail.State == OutboxState.Pending; mail = (await LoadAsync(house, stored.Number)).Outbox[0])
        {
            house.Clock.Set(mail.NotBefore!.Value);
            await house.Get<DeliverMail>().HandleAsync(new(1, mail.Partition, mail.Mail.Id, mail.Attempt), CancellationToken.None);
        }

        house.Sender.Failure = null;
        return (stored.Number, Assert.Single((await LoadAsync(house, stored.Number)).Outbox));
    }

    private static Task<StoredTicket> LoadAsync(House house, TicketNumber ticket) => house.Get<TicketStore>().LoadAsync(ticket, CancellationToken.None);

    private static Task<ResendResult> ResendAsync(House house, TicketNumber ticket, string mail, int? attempt) =>
        house.Get<ResendMail>().HandleAsync(ticket, mail, attempt, "mei", CancellationToken.None);
}
