using System.Runtime.CompilerServices;
using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Storage;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>Tables Ledger and LedgerDays: every raw mail once, with how it ended.</summary>
public sealed class LedgerStore(StorageClients storage)
{
    private const string Shards = "0123456789abcdef";
    private const int Tries = 10;
    private readonly CheckedTable _ledger = new(storage.Table(StorageNames.Ledger));
    private readonly CheckedTable _days = new(storage.Table(StorageNames.LedgerDays));

    /// <summary>One mail's row; null when it never came.</summary>
    public async Task<LedgerRow?> FindAsync(string sha256, CancellationToken cancellation)
    {
        var (partition, row) = LedgerRows.KeyOf(sha256);
        return await _ledger.FindAsync(partition, row, cancellation) is { } entity ? LedgerRows.Read(entity) : null;
    }

    /// <summary>The rows of the mails first received on a day (UTC).</summary>
    public async IAsyncEnumerable<LedgerRow> DayAsync(DateOnly day, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var shard in Shards)
        {
            var partition = LedgerRows.DayPartition(day, shard);
            await foreach (var entity in _days.QueryAsync($"PartitionKey eq {partition}", null, cancellation))
            {
                yield return LedgerRows.Read(entity);
            }
        }
    }

    /// <summary>The rows of the mails first received from one day to another (UTC), both included: a request for each thousand.</summary>
    public async IAsyncEnumerable<LedgerRow> DaysAsync(DateOnly first, DateOnly last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (from, to) = (LedgerRows.DayPartition(first, Shards[0]), LedgerRows.DayPartition(last, Shards[^1]));
        await foreach (var entity in _days.QueryAsync($"PartitionKey ge {from} and PartitionKey le {to}", null, cancellation))
        {
            yield return LedgerRows.Read(entity);
        }
    }

    /// <summary>Enters a mail, or a further source of one that is known.</summary>
    /// <returns>The row as it now stands, and whether it is new.</returns>
    public async Task<(LedgerRow Row, bool IsNew)> EnterAsync(
        string sha256, DateTimeOffset receivedAt, MailDelivered by, CancellationToken cancellation)
    {
        var fresh = new LedgerRow(sha256, receivedAt, LedgerRows.WithSource([], by.Source), null, "", "", null, null)
        {
            Envelopes = LedgerRows.WithEnvelope([], by.Envelope),
            WholeBytes = by.WholeBytes,
        };
        var isNew = await _ledger.InsertAsync(LedgerRows.Of(LedgerRows.KeyOf(sha256), fresh), cancellation);
        var row = isNew ? fresh : await AddSourceAsync(_ledger, LedgerRows.KeyOf(sha256), by, cancellation);

        // Written after the ledger itself, so it may be missing after a crash: entering again mends it.
        var dayKey = LedgerRows.DayKeyOf(sha256, row.ReceivedAt);
        if (!await _days.InsertAsync(LedgerRows.Of(dayKey, row), cancellation))
        {
            await AddSourceAsync(_days, dayKey, by, cancellation);
        }

        return (row, isNew);
    }

    /// <summary>Notes that a further copy of a mail came; it has a row of its own.</summary>
    public async Task AddCopyAsync(string sha256, string copy, CancellationToken cancellation)
    {
        var key = LedgerRows.KeyOf(sha256);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (await _ledger.FindAsync(key.Partition, key.Row, cancellation) is not { } entity
                || LedgerRows.Read(entity) is var row && (row.Copies.Contains(copy, StringComparer.Ordinal) || row.Copies.Count >= LedgerRows.MaxCopies)
                || await _ledger.ReplaceAsync(LedgerRows.Of(key, row with { Copies = [.. row.Copies, copy] }), entity.ETag, cancellation) is not null)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The ledger row {key.Row} moved {Tries} times while a copy was noted.");
    }

    /// <summary>Writes how a mail ended: first by day, then in the ledger, whose ending says that all is done.</summary>
    public async Task EndAsync(LedgerRow row, CancellationToken cancellation)
    {
        await _days.MergeAsync(LedgerRows.EndingOf(LedgerRows.DayKeyOf(row.Sha256, row.ReceivedAt), row), cancellation);
        await _ledger.MergeAsync(LedgerRows.EndingOf(LedgerRows.KeyOf(row.Sha256), row), cancellation);
    }

    /// <summary>Writes that a person must look, unless the mail ended meanwhile.</summary>
    /// <returns>False when there was nothing to write.</returns>
    public async Task<bool> EndAsDeadLetterAsync(
        string sha256, string source, DateTimeOffset at, string reason, CancellationToken cancellation)
    {
        var (row, _) = await FindAsync(sha256, cancellation) is { } known
            ? (known, false)
            : await EnterAsync(sha256, at, new(source, MailEnvelope.Unknown), cancellation);
        if (row.Ending is not null)
        {
            return false;
        }

        await EndAsync(row with { Ending = MailEnding.DeadLetter, Rule = "dead-letter", Reason = reason, EndedAt = at }, cancellation);
        return true;
    }

    private static async Task<LedgerRow> AddSourceAsync(
        CheckedTable table, (string Partition, string Row) key, MailDelivered by, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var entity = await table.FindAsync(key.Partition, key.Row, cancellation)
                ?? throw new InvalidOperationException($"The ledger row {key.Row} is gone while a source is added.");
            var row = LedgerRows.Read(entity);
            var sources = LedgerRows.WithSource(row.Sources, by.Source);
            var envelopes = LedgerRows.WithEnvelope(row.Envelopes, by.Envelope);
            if (ReferenceEquals(sources, row.Sources) && ReferenceEquals(envelopes, row.Envelopes))
            {
                return row;
            }

            var more = row with { Sources = sources, Envelopes = envelopes };
            if (await table.ReplaceAsync(LedgerRows.Of(key, more), entity.ETag, cancellation) is not null)
            {
                return more;
            }
        }

        throw new InvalidOperationException($"The ledger row {key.Row} moved {Tries} times while a source was added.");
    }
}

/// <summary>One delivery of a mail to us.</summary>
/// <param name="Source">Where it came from, "pickup:letter.eml" or "http": the same source again is not counted twice.</param>
/// <param name="Envelope">Who handed it over and to whom, as far as we were told.</param>
public sealed record MailDelivered(string Source, MailEnvelope Envelope)
{
    /// <summary>The size of the whole mail, when only its beginning was taken; null when all of it was.</summary>
    public long? WholeBytes { get; init; }
}
