using System.Security.Cryptography;
using Azure.Storage.Queues;
using Mailroom.Support.Azurite;
using Mailroom.SystemTests.Running;

namespace Mailroom.SystemTests.Failure;

/// <summary>What fails again and again is set aside, where a person sees it.</summary>
public sealed class PoisonTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [AzuriteFact]
    public async Task A_message_that_fails_five_times_is_in_the_poison_queue_and_in_the_ledger()
    {
        using var folder = new TestFolder();
        var settings = new Dictionary<string, string> { ["SweepSchedule"] = "*/5 * * * * *" };
        await using var mailroom = await RunningMailroom.StartAsync(folder, settings);
        var hash = Convert.ToHexStringLower(SHA256.HashData("a mail that the vault never held"u8));
        var storage = await mailroom.Host.StorageAsync();
        var queue = new QueueClient(storage, "mail-received", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

        await queue.SendMessageAsync($$"""{"v":1,"sha256":"{{hash}}","receivedAt":"{{DateTimeOffset.UtcNow:O}}"}""");
        var row = await Wait.ForAsync(
            "the ledger's dead letter", Patience, async () => await mailroom.LedgerAsync(hash) is { Ending: not null } line ? line : null, () => mailroom.Host.Said);

        Assert.Equal("dead-letter", row.Ending);
        Assert.Contains("mail-received", row.Reason, StringComparison.Ordinal);
        var poison = new QueueClient(storage, "mail-received-poison");
        Assert.Equal(1, (await poison.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        Assert.Equal(0, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        Assert.Empty(folder.SentMails());
    }
}
