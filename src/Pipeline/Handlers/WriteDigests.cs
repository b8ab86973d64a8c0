using Mailroom.Core.Effects;
using Mailroom.Core.Replies.Digests;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers;

/// <summary>Writes the managers' digests that are due.</summary>
public sealed class WriteDigests(
    DigestStore store, DigestReading reading, OutboxStore outbox, EffectsDispatcher effects, HouseRules house, ILogger<WriteDigests> logger)
{
    /// <summary>Writes the digests that have come due since the last look and orders their sending, each once.</summary>
    public async Task<IReadOnlyList<OutgoingMail>> HandleAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var states = await store.ReadAsync(cancellation);
        var due = DigestPlan.Due(house.Policy, digest => states.GetValueOrDefault(store.KeyOf(digest.Manager)), now);
        if (due.Count == 0)
        {
            return [];
        }

        List<OutgoingMail> mails = [];
        var facts = await reading.ReadAsync(now, Oldest(states), cancellation);
        foreach (var order in due)
        {
            var last = states.GetValueOrDefault(store.KeyOf(order.For.Manager))?.Last;
            if (Digest.Write(order, facts, last, house) is { } mail)
            {
                // A derived id: what a first run wrote stays as it was.
                var partition = OutboxStore.PartitionOfDigests(order.Moment);
                await outbox.AddAsync(partition, mail, cancellation);
                await effects.ResendAsync([.. (await outbox.ListAsync(partition, cancellation)).Where(o => o.Mail.Id == mail.Id)], cancellation);
                last = DigestContent.Snapshot(order.For, facts, house.Policy);
                mails.Add(mail);
            }

            // Last: a run that dies before writes the same mails again, under the same ids.
            await store.SaveAsync(order.For.Manager, new(order.Moment, last), cancellation);
        }

        logger.DigestsWritten(mails.Count, now, due.Count);
        return mails;
    }

    /// <summary>The digests that would be written at a moment, unsent: what "mailroom digest" shows.</summary>
    public async Task<IReadOnlyList<OutgoingMail>> PreviewAsync(DateTimeOffset at, CancellationToken cancellation)
    {
        var states = await store.ReadAsync(cancellation);

        // Who may look is not who may act: a preview has no links.
        var facts = (await reading.ReadAsync(at, Oldest(states), cancellation)) with { PublicAddress = null };
        return [.. house.Policy.DigestsInForce
            .Select(d => Digest.Write(new(d, at), facts, states.GetValueOrDefault(store.KeyOf(d.Manager))?.Last, house))
            .OfType<OutgoingMail>()];
    }

    private static DateTimeOffset? Oldest(IReadOnlyDictionary<string, DigestState> states) => states.Values.Min(s => s.Last?.At);
}
