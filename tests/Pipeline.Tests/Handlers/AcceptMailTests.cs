using System.Text;
using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Blobs;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Handlers;

[Collection(SharedAzurite.Name)]
public sealed class AcceptMailTests(AzuriteServer azurite)
{
    [AzuriteFact]
    public async Task A_mail_is_in_vault_ledger_and_queue()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var mail = RawMails.Mail();

        var receipt = await house.AcceptAsync(mail, "pickup:letter.eml");

        Assert.True(receipt.IsNew);
        var row = await house.RowAsync(receipt.Sha256);
        Assert.Equal(house.Clock.GetUtcNow(), row!.ReceivedAt);
        Assert.Equal(["pickup:letter.eml"], row.Sources);
        Assert.Null(row.Ending);
        using var kept = await house.Get<MailVault>().OpenAsync(MailVault.NameOf(receipt.Sha256, row.ReceivedAt), CancellationToken.None);
        Assert.Equal(mail, Encoding.UTF8.GetString((await kept!.LoadAsync(long.MaxValue, CancellationToken.None)).Span));
        Assert.Equal([new MailPointer(1, receipt.Sha256, row.ReceivedAt)], await house.TakeAsync<MailPointer>("mail-received"));
    }

    [AzuriteFact]
    public async Task The_same_bytes_twice_are_one_mail_with_two_sources()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());

        var first = await house.BringAsync(RawMails.Mail(), "pickup:a.eml");
        var again = await house.BringAsync(RawMails.Mail(), "http");
        await house.BringAsync(RawMails.Mail(), "http");

        Assert.Equal(first.Ticket, again.Ticket);
        Assert.Equal(["pickup:a.eml", "http"], (await house.RowAsync(first.Sha256))!.Sources);
        Assert.Single(house.Sender.Sent);
        var day = await DayAsync(house);
        Assert.Equal(["pickup:a.eml", "http"], Assert.Single(day).Sources);
        Assert.Equal(MailEnding.Ticket, day[0].Ending);
    }

    [AzuriteFact]
    public async Task Each_envelope_of_the_same_bytes_is_kept_once_and_is_there_for_the_rules()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        await using var raw = await MailSpool.OfAsync(Encoding.UTF8.GetBytes(RawMails.Mail()), CancellationToken.None);
        foreach (var box in new[] { "a@wallet.example", "b@wallet.example", "a@wallet.example" })
        {
            await house.Get<AcceptMail>().HandleAsync(raw, new MailDelivered("http:raw", MailEnvelope.Of("<>", [box])), CancellationToken.None);
        }

        var row = await house.BringAsync(RawMails.Mail(), "http:raw");

        Assert.Equal(["a@wallet.example", "b@wallet.example"], row.Envelopes.Select(e => Assert.Single(e.Recipients)));
        Assert.All(row.Envelopes, e => Assert.True(e.HasNullSender));
        Assert.Equal(MailEnding.Ticket, row.Ending);
        Assert.Empty(house.Sender.Sent);
        Assert.Equal(2, (await DayAsync(house))[0].Envelopes.Count);
    }

    [AzuriteFact]
    public async Task A_mail_under_way_gets_a_pointer_again()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        await house.AcceptAsync(RawMails.Mail());
        await house.TakeAsync<MailPointer>("mail-received");

        await house.AcceptAsync(RawMails.Mail());

        Assert.Single(await house.TakeAsync<MailPointer>("mail-received"));
    }

    [AzuriteFact]
    public async Task A_mail_that_comes_again_another_day_lies_in_the_vault_once()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.AcceptAsync(RawMails.Mail());
        house.Clock.Advance(TimeSpan.FromDays(1));

        var again = await house.AcceptAsync(RawMails.Mail());

        Assert.False(again.IsNew);
        using var copy = await house.Get<MailVault>().OpenAsync(MailVault.NameOf(first.Sha256, house.Clock.GetUtcNow()), CancellationToken.None);
        Assert.Null(copy);
    }

    private static async Task<IReadOnlyList<LedgerRow>> DayAsync(House house)
    {
        List<LedgerRow> rows = [];
        await foreach (var row in house.Get<LedgerStore>().DayAsync(new DateOnly(2026, 5, 6), CancellationToken.None))
        {
            rows.Add(row);
        }

        return rows;
    }
}
