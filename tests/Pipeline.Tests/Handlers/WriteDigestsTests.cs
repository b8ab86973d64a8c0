using Mailroom.Core.Effects;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Handlers;

[Collection(SharedAzurite.Name)]
public sealed class WriteDigestsTests(AzuriteServer azurite)
{
    [AzuriteFact]
    public async Task A_digest_goes_out_once_for_its_moment()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        await house.BringAsync(RawMails.Mail());
        house.Clock.Advance(TimeSpan.FromDays(5));
        var at = house.Clock.GetUtcNow();

        var mails = await house.Get<WriteDigests>().HandleAsync(at, CancellationToken.None);
        await house.WorkAsync();
        await house.Get<WriteDigests>().HandleAsync(at, CancellationToken.None);
        await house.WorkAsync();

        Assert.NotEmpty(mails);
        var sent = house.Sender.Sent.Where(m => m.Kind == OutgoingKind.Digest).ToList();
        Assert.Equal(mails.Select(m => m.Id).Order(StringComparer.Ordinal), sent.Select(m => m.Id).Order(StringComparer.Ordinal));
        var kept = await house.Get<OutboxStore>().ListAsync(OutboxStore.PartitionOfDigests(at), CancellationToken.None);
        Assert.All(kept, o => Assert.Equal(OutboxState.Sent, o.State));
    }

    [AzuriteFact]
    public async Task A_preview_sends_nothing()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        await house.BringAsync(RawMails.Mail());
        var at = house.Clock.GetUtcNow() + TimeSpan.FromDays(5);

        var mails = await house.Get<WriteDigests>().PreviewAsync(at, CancellationToken.None);
        await house.WorkAsync();

        Assert.NotEmpty(mails);
        Assert.DoesNotContain(house.Sender.Sent, m => m.Kind == OutgoingKind.Digest);
    }
}
