using System.Runtime.CompilerServices;
using System.Text;
using Azure;
using Mailroom.Pipeline.Adapters.Storage;
using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Adapters.Queues;

/// <summary>Reads what the host set aside after too many failures; leaves it there for a person.</summary>
public sealed class PoisonQueues(StorageClients storage, IOptions<MailroomSettings> settings)
{
    private const int Page = 32;
    private const int Missing = 404;

    // Long enough to page through all, short enough that a person who replays soon finds them visible again.
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);

    /// <summary>The messages that are visible now, at most so many of each queue.</summary>
    public async IAsyncEnumerable<PoisonMessage> ReadAsync(int limit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var name in Names)
        {
            var queue = storage.RawQueue(name + StorageNames.PoisonSuffix);
            for (var read = 0; read < limit;)
            {
                var page = await PageAsync(queue, cancellation);
                foreach (var message in page)
                {
                    yield return new PoisonMessage(name, message);
                }

                read += page.Count;
                if (page.Count < Page)
                {
                    break;
                }
            }
        }
    }

    private IEnumerable<string> Names =>
        [settings.Value.MailReceivedQueue, settings.Value.MailOutgoingQueue, settings.Value.DeadlinesQueue];

    private static async Task<IReadOnlyList<string>> PageAsync(Azure.Storage.Queues.QueueClient queue, CancellationToken cancellation)
    {
        try
        {
            var messages = await queue.ReceiveMessagesAsync(Page, Hidden, cancellation);
            return [.. messages.Value.Select(m => Decode(m.Body.ToString()))];
        }
        catch (RequestFailedException e) when (e.Status == Missing)
        {
            return [];
        }
    }

    // A message that was no base64 is one of the reasons to end here.
    private static string Decode(string body)
    {
        var bytes = new byte[body.Length];
        return Convert.TryFromBase64String(body, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : body;
    }
}

/// <summary>A message that the host set aside.</summary>
/// <param name="Queue">The queue that it failed in, without "-poison".</param>
/// <param name="Body">Its text.</param>
public sealed record PoisonMessage(string Queue, string Body);
