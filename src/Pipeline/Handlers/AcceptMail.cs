using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Blobs;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers;

/// <summary>Takes raw bytes in: vault, ledger, queue - in this order - before anyone is told that we have them.</summary>
public sealed class AcceptMail(
    MailVault vault, LedgerStore ledger, PipelineQueues queues, TimeProvider clock, ILogger<AcceptMail> logger)
{
    /// <summary>Takes one mail in that is in memory.</summary>
    /// <param name="raw">The raw mail.</param>
    /// <param name="source">Where it came from; nobody told us of an envelope.</param>
    /// <param name="cancellation">Stops before the next step.</param>
    public async Task<Receipt> HandleAsync(BinaryData raw, string source, CancellationToken cancellation)
    {
        await using var spool = await MailSpool.OfAsync(raw.ToMemory(), cancellation);
        return await HandleAsync(spool, new MailDelivered(source, MailEnvelope.Unknown), cancellation);
    }

    /// <summary>Takes one mail in. The same bytes twice are one mail with two sources.</summary>
    /// <param name="raw">The raw mail; empty and oversize ones are kept and end in the ledger.</param>
    /// <param name="by">Where it came from, and in which envelope.</param>
    /// <param name="cancellation">Stops before the next step.</param>
    public async Task<Receipt> HandleAsync(MailSpool raw, MailDelivered by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var sha256 = raw.Sha256;
        var blob = MailVault.NameOf(sha256, now);
        await vault.KeepAsync(blob, raw, cancellation);

        var (row, isNew) = await ledger.EnterAsync(sha256, now, by, cancellation);
        if (MailVault.NameOf(sha256, row.ReceivedAt) != blob)
        {
            // It came on an earlier day, and lies there.
            await vault.DropAsync(blob, cancellation);
        }

        // A mail under way may have lost its pointer in a crash; a dead letter that comes again gets a new chance.
        if (row.Ending is null or MailEnding.DeadLetter)
        {
            await queues.SendAsync(new MailPointer(1, sha256, row.ReceivedAt), cancellation);
        }

        logger.MailAccepted(sha256, by.Source.Split(':')[0], isNew);
        return new Receipt(sha256, isNew);
    }
}

/// <summary>What intake answers.</summary>
/// <param name="Sha256">The mail's identity.</param>
/// <param name="IsNew">False when these bytes were here before.</param>
public sealed record Receipt(string Sha256, bool IsNew);
