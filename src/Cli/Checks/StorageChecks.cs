using Azure;
using Mailroom.Pipeline.Adapters.Storage;
using Mailroom.Pipeline.Settings;

namespace Mailroom.Cli.Checks;

/// <summary>Storage answers, and its queues are there.</summary>
internal static class StorageChecks
{
    /// <summary>The name of the line that says that storage does not answer.</summary>
    internal const string Unreachable = "storage";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>One line a queue; one line in all when storage does not answer.</summary>
    internal static async Task<IReadOnlyList<CheckResult>> RunAsync(
        StorageClients storage, MailroomSettings settings, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var results = new List<CheckResult>();
            foreach (var queue in new[] { settings.MailReceivedQueue, settings.MailOutgoingQueue, settings.DeadlinesQueue })
            {
                results.Add(await QueueAsync(storage, queue, patience.Token));
            }

            return results;
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return
            [
                new(Unreachable, false, "MailStorage does not answer. For Azurite start the pipeline: dotnet run --project src/LocalHost. "
                    + "For Azure check the setting, the firewall and the identity's roles."),
            ];
        }
    }

    private static async Task<CheckResult> QueueAsync(StorageClients storage, string name, CancellationToken cancellation)
    {
        var waiting = await CountAsync(storage, name, cancellation);
        var poison = await CountAsync(storage, name + StorageNames.PoisonSuffix, cancellation);
        return (waiting, poison) switch
        {
            (null, _) => new($"queue {name}", false, "It is missing: it is made when the pipeline starts for the first time."),
            (_, > 0) => new($"queue {name}", false, $"{waiting} waiting, {poison} failed too often: see mailroom ledger, they have ended as dead-letter."),
            _ => new($"queue {name}", true, $"{waiting} waiting or scheduled, none failed"),
        };
    }

    private static async Task<int?> CountAsync(StorageClients storage, string name, CancellationToken cancellation)
    {
        try
        {
            return (await storage.Queue(name).GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }
}
