using System.Globalization;
using Azure.Data.Tables;
using Mailroom.Pipeline.Adapters.Storage;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>The index of held mails in table Breakers: which outbox rows to go on with when a breaker is released, oldest first.</summary>
public sealed class HeldMailStore(StorageClients storage)
{
    private readonly CheckedTable _table = new(storage.Table(StorageNames.Breakers));

    /// <summary>Enters a mail, before its outbox row says that it is held.</summary>
    /// <param name="breaker">The breaker's key.</param>
    /// <param name="at">When it was held.</param>
    /// <param name="row">The mail's outbox row.</param>
    /// <param name="cancellation">Stops.</param>
    public Task AddAsync(string breaker, DateTimeOffset at, OutboxRow row, CancellationToken cancellation)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks:D19}|{row.Mail.Id}");
        return _table.InsertAsync(
            new TableEntity(PartitionOf(breaker), key) { ["Outbox"] = row.Partition, ["Mail"] = row.Mail.Id, ["At"] = at }, cancellation);
    }

    /// <summary>The oldest mails that a breaker has held.</summary>
    public async Task<IReadOnlyList<HeldRow>> ListAsync(string breaker, int most, CancellationToken cancellation)
    {
        List<HeldRow> held = [];
        var partition = PartitionOf(breaker);
        await foreach (var row in _table.QueryAsync($"PartitionKey eq {partition}", most, cancellation))
        {
            held.Add(new HeldRow(partition, row.RowKey, row.GetString("Outbox") ?? "", row.GetString("Mail") ?? "", row.GetDateTimeOffset("At") ?? default));
            if (held.Count == most)
            {
                break;
            }
        }

        return held;
    }

    /// <summary>Removes a mail that has gone on.</summary>
    public Task RemoveAsync(HeldRow row, CancellationToken cancellation) => _table.DeleteAsync(row.Partition, row.Row, cancellation);

    private static string PartitionOf(string breaker) => "h|" + breaker;
}

/// <summary>A held mail.</summary>
/// <param name="Partition">The index row's partition key.</param>
/// <param name="Row">Its row key.</param>
/// <param name="Outbox">The outbox row's partition.</param>
/// <param name="MailId">The mail.</param>
/// <param name="At">When it was held.</param>
public sealed record HeldRow(string Partition, string Row, string Outbox, string MailId, DateTimeOffset At);
