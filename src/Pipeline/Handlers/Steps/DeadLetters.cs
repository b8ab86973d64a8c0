using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mailroom.Pipeline.Adapters.Json;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Logs;
using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Brings what the host set aside into the ledger, so that no mail is lost in a queue that nobody reads.</summary>
public sealed class DeadLetters(
    PoisonQueues poison, LedgerStore ledger, IOptions<MailroomSettings> settings, TimeProvider clock, ILogger<DeadLetters> logger)
{
    private const int MostAtOnce = 320;
    private const int HashLength = 64;

    /// <summary>Enters the messages that are visible; they stay in their queues.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> EnterAsync(CancellationToken cancellation)
    {
        var entered = 0;
        await foreach (var message in poison.ReadAsync(MostAtOnce, cancellation))
        {
            var mail = message.Queue == settings.Value.MailReceivedQueue ? MailOf(message.Body) : null;
            var id = mail?.Sha256 ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.Body)));
            var reason = $"It failed again and again in queue {message.Queue}; see the log, repair the cause, then send it again.";
            if (await ledger.EndAsDeadLetterAsync(id, $"queue:{message.Queue}", clock.GetUtcNow(), reason, cancellation))
            {
                entered++;
                logger.DeadLetter(message.Queue, id);
            }
        }

        return entered;
    }

    // An order about a mail that has its ending is entered for itself, or nobody would see it.
    private static MailPointer? MailOf(string body)
    {
        try
        {
            var pointer = MailroomJson.Read<MailPointer>(body);
            return pointer.Undo is null && pointer.Sha256 is { Length: HashLength } hash && hash.All(char.IsAsciiHexDigitLower) ? pointer : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
