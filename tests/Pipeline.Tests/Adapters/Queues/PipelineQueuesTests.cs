using System.Text;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Storage;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Adapters.Queues;

[Collection(SharedAzurite.Name)]
public sealed class PipelineQueuesTests(AzuriteServer azurite)
{
    [AzuriteFact]
    public async Task A_message_is_base64_JSON_and_never_expires()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var at = new DateTimeOffset(2026, 5, 6, 2, 0, 0, TimeSpan.Zero);

        await house.Get<PipelineQueues>().SendAsync(new MailPointer(1, Letters.Sha(1), at), CancellationToken.None);

        var raw = (await house.Get<StorageClients>().RawQueue("mail-received").PeekMessageAsync()).Value;
        var json = Encoding.UTF8.GetString(Convert.FromBase64String(raw.Body.ToString()));
        Assert.Equal($$"""{"v":1,"sha256":"{{Letters.Sha(1)}}","receivedAt":"2026-05-06T02:00:00+00:00"}""", json);
        Assert.True(raw.ExpiresOn > DateTimeOffset.UtcNow.AddYears(100));
    }

    [AzuriteFact]
    public async Task A_look_in_a_year_is_taken_in_hops()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());

        await house.Get<PipelineQueues>().SendAsync(
            new DeadlinePointer(1, "MR-7K3F-9QXA", house.Clock.GetUtcNow().AddYears(1)), CancellationToken.None);

        Assert.Equal(1, await house.CountAsync("deadlines"));
        Assert.Empty(await house.TakeAsync<DeadlinePointer>("deadlines"));
    }

    [AzuriteFact]
    public async Task A_look_in_the_past_is_there_at_once()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var look = new DeadlinePointer(1, "MR-7K3F-9QXA", house.Clock.GetUtcNow().AddYears(-1));

        await house.Get<PipelineQueues>().SendAsync(look, CancellationToken.None);

        Assert.Equal([look], await house.TakeAsync<DeadlinePointer>("deadlines"));
    }
}
