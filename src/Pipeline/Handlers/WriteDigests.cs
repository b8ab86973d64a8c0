using Mailroom.Core.Effects;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers;

/// <summary>Writes the managers' digests.</summary>
public sealed class WriteDigests(
    ViewStore views, OutboxStore outbox, BreakerWatch breakers, EffectsDispatcher effects, HouseRules house, ILogger<WriteDigests> logger)
{
    private const int PageSize = 500;

    /// <summary>Writes the digests for a moment and orders their sending, each once.</summary>
    public async Task<IReadOnlyList<OutgoingMail>> HandleAsync(DateTimeOffset at, CancellationToken cancellation)
    {
        var mails = await PreviewAsync(at, cancellation);
        var partition = OutboxStore.PartitionOfDigests(at);
        foreach (var mail in mails)
        {
            // Derived ids: what a first run wrote stays as it was.
            await outbox.AddAsync(partition, mail, cancellation);
        }

        var ordered = await effects.ResendAsync(await outbox.ListAsync(partition, cancellation), cancellation);
        logger.DigestsWritten(mails.Count, at, ordered);
        return mails;
    }

    /// <summary>The digests for a moment, unsent: what "mailroom digest" shows.</summary>
    public async Task<IReadOnlyList<OutgoingMail>> PreviewAsync(DateTimeOffset at, CancellationToken cancellation)
    {
        List<Ticket> open = [];
        TicketPage? page = null;
        do
        {
            page = await views.ListAsync(new TicketQuery(null, Resolved: false, PageSize, page?.Continuation), cancellation);
            open.AddRange(page.Tickets);
        }
        while (page.Continuation is not null);

        return Digest.Write(open, await breakers.RecordsAsync(cancellation), at, house);
    }
}
