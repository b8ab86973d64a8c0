using Mailroom.Core.Intake;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Handlers;

[Collection(SharedAzurite.Name)]
public sealed class DeadLettersTests(AzuriteServer azurite)
{
    [AzuriteFact]
    public async Task A_mail_that_failed_too_often_is_in_the_ledger_and_stays_in_its_queue()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var receipt = await house.AcceptAsync(RawMails.Mail());
        var pointer = Assert.Single(await house.TakeAsync<MailPointer>("mail-received"));
        await house.PoisonAsync("mail-received", pointer);

        await house.SweepAsync();

        var row = (await house.RowAsync(receipt.Sha256))!;
        Assert.Equal(MailEnding.DeadLetter, row.Ending);
        Assert.Contains("mail-received", row.Reason, StringComparison.Ordinal);
        Assert.Equal(1, await house.CountAsync("mail-received-poison"));
    }

    [AzuriteFact]
    public async Task A_dead_letter_that_is_handed_in_again_gets_a_new_chance()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        await house.AcceptAsync(RawMails.Mail());
        await house.PoisonAsync("mail-received", Assert.Single(await house.TakeAsync<MailPointer>("mail-received")));
        await house.SweepAsync();

        var row = await house.BringAsync(RawMails.Mail());

        Assert.Equal(MailEnding.Ticket, row.Ending);
        Assert.Single(house.Sender.Sent);
    }

    [AzuriteFact]
    public async Task A_mail_that_ended_well_stays_so()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var row = await house.BringAsync(RawMails.Mail());
        await house.PoisonAsync("mail-received", new MailPointer(1, row.Sha256, row.ReceivedAt));

        await house.SweepAsync();

        Assert.Equal(MailEnding.Ticket, (await house.RowAsync(row.Sha256))!.Ending);
    }

    [AzuriteFact]
    public async Task Messages_of_other_queues_and_of_no_sense_have_their_row_each()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        await house.PoisonAsync("mail-outgoing", new OutgoingPointer(1, "t|MR-0000-0000", "mail", 1));
        await house.PoisonAsync("deadlines", new { nonsense = true });
        await house.PoisonTextAsync("mail-received", "this is no base64 %%%");
        for (var n = 0; n < 40; n++)
        {
            await house.PoisonAsync("deadlines", new { nonsense = n });
        }

        await house.SweepAsync();

        List<LedgerRow> rows = [];
        await foreach (var row in house.Get<LedgerStore>().DayAsync(new DateOnly(2026, 5, 6), CancellationToken.None))
        {
            rows.Add(row);
        }

        Assert.Equal(43, rows.Count);
        Assert.All(rows, r => Assert.Equal(MailEnding.DeadLetter, r.Ending));
        Assert.Equal(
            ["queue:deadlines", "queue:mail-outgoing", "queue:mail-received"],
            rows.SelectMany(r => r.Sources).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }
}
