using System.Globalization;
using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Storage;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>The outbox rows of table Tickets: what was ordered, and how far its sending is.</summary>
public sealed class OutboxStore(StorageClients storage)
{
    private readonly CheckedTable _table = new(storage.Table(StorageNames.Tickets));

    /// <summary>The partition of a ticket's mails.</summary>
    public static string PartitionOf(TicketNumber ticket) => TicketRows.PartitionOf(ticket);

    /// <summary>The ticket of a partition; null for digests and for notices that are told together.</summary>
    public static TicketNumber? TicketOf(string partition) =>
        partition.StartsWith("t|", StringComparison.Ordinal) && TicketNumber.TryParse(partition[2..], out var number) ? number : null;

    /// <summary>The partition of the digests for a moment.</summary>
    public static string PartitionOfDigests(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"g|{at.UtcDateTime:yyyyMMddHHmm}");

    /// <summary>One mail's row; null when there is none.</summary>
    public async Task<OutboxRow?> FindAsync(string partition, string mailId, CancellationToken cancellation) =>
        await _table.FindAsync(partition, TicketRows.OutboxKey(mailId), cancellation) is { } row
            ? TicketRows.ReadOutbox(row)
            : null;

    /// <summary>The mails of a partition.</summary>
    public async Task<IReadOnlyList<OutboxRow>> ListAsync(string partition, CancellationToken cancellation)
    {
        List<OutboxRow> rows = [];
        var filter = _table.QueryAsync(
            $"PartitionKey eq {partition} and RowKey ge {TicketRows.OutboxPrefix} and RowKey lt {TicketRows.End}", null, cancellation);
        await foreach (var row in filter)
        {
            rows.Add(TicketRows.ReadOutbox(row));
        }

        return rows;
    }

    /// <summary>Orders a mail that belongs to no ticket; false when it was ordered before.</summary>
    public Task<bool> AddAsync(string partition, OutgoingMail mail, CancellationToken cancellation) =>
        _table.InsertAsync(TicketRows.OfOutbox(new OutboxRow(partition, mail, OutboxState.Pending, 1)), cancellation);

    /// <summary>Writes a row's new state over the one that was read; null when somebody else moved it.</summary>
    public async Task<OutboxRow?> MoveAsync(OutboxRow next, CancellationToken cancellation)
    {
        if (await _table.ReplaceAsync(TicketRows.OfOutbox(next), next.ETag, cancellation) is { } version)
        {
            return next with { ETag = version };
        }

        // A retry inside the client, after an answer that was lost, meets its own write.
        var found = await FindAsync(next.Partition, next.Mail.Id, cancellation);
        return found is not null && found.Holder == next.Holder && found.State == next.State && found.ToldBy == next.ToldBy ? found : null;
    }
}
