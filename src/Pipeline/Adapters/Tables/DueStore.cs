using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Storage;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>Table Due: the deadlines by hour, the truth that the sweep reads.</summary>
public sealed class DueStore(StorageClients storage)
{
    private const string What = "check";
    private const string WaterPartition = "water";
    private const string WaterRow = "0";
    private const string HourFormat = "yyyyMMddHH";

    // Clocks of several instances differ; a row written by a slow one must not fall behind the mark.
    private static readonly TimeSpan Margin = TimeSpan.FromHours(2);
    private readonly CheckedTable _table = new(storage.Table(StorageNames.Due));
    private string _mark = "";

    /// <summary>Enters a moment at which a ticket's clock is to be looked at.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="at">The moment; one that has passed lies in the present hour, where the sweep still looks.</param>
    /// <param name="version">The ticket's version that asked.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>False when it was entered before.</returns>
    public Task<bool> AddAsync(TicketNumber ticket, DateTimeOffset at, int version, DateTimeOffset now, CancellationToken cancellation)
    {
        var hour = HourOf(at > now ? at : now);
        var shard = ticket.Value[^1] % 16;
        var key = string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks:D19}|{ticket.Value}|{What}|{version}");
        var row = new TableEntity($"d|{hour}|{shard:x}", key)
        {
            ["Ticket"] = ticket.Value,
            ["At"] = at,
            ["Version"] = version,
        };
        return _table.InsertAsync(row, cancellation);
    }

    /// <summary>The rows due up to now, from the oldest hour that may hold any.</summary>
    public async IAsyncEnumerable<DueRow> DueAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // One range over the partitions of those hours: only they are read, and an idle minute costs one request.
        var from = "d|" + await LowWaterAsync(now, cancellation);
        var to = $"d|{HourOf(now)}~";
        var until = now.UtcTicks.ToString("D19", CultureInfo.InvariantCulture) + "~";
        var rows = _table.QueryAsync(
            $"PartitionKey ge {from} and PartitionKey lt {to} and RowKey lt {until}", null, cancellation);
        await foreach (var row in rows)
        {
            if (TicketNumber.TryParse(row.GetString("Ticket"), out var ticket))
            {
                yield return new DueRow(
                    row.PartitionKey, row.RowKey, ticket, row.GetDateTimeOffset("At") ?? default, row.GetInt32("Version") ?? 0);
            }
        }
    }

    /// <summary>Removes a row whose ticket has been looked at.</summary>
    public Task DeleteAsync(DueRow row, CancellationToken cancellation) => _table.DeleteAsync(row.Partition, row.Row, cancellation);

    /// <summary>Remembers from which hour on rows may be left.</summary>
    /// <param name="now">Up to when rows were looked at.</param>
    /// <param name="left">The first row that is left; null when none is.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task SetLowWaterAsync(DateTimeOffset now, DueRow? left, CancellationToken cancellation)
    {
        var hour = left is null ? HourOf(now - Margin) : left.Partition.Split('|')[1];
        if (hour != _mark)
        {
            await _table.UpsertAsync(new TableEntity(WaterPartition, WaterRow) { ["Hour"] = hour }, cancellation);
            _mark = hour;
        }
    }

    // Without a mark every hour is read, which is right: a mark is only ever set behind what has been cleared.
    private async Task<string> LowWaterAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var hour = (await _table.FindAsync(WaterPartition, WaterRow, cancellation))?.GetString("Hour") ?? "";

        // A clock that was set back (a demonstration that starts anew) must not leave its rows behind the mark.
        var latest = HourOf(now - Margin);
        return string.CompareOrdinal(hour, latest) < 0 ? hour : latest;
    }

    private static string HourOf(DateTimeOffset at) => at.UtcDateTime.ToString(HourFormat, CultureInfo.InvariantCulture);
}

/// <summary>A deadline's row.</summary>
/// <param name="Partition">Its partition key.</param>
/// <param name="Row">Its row key.</param>
/// <param name="Ticket">The ticket to look at.</param>
/// <param name="At">The moment.</param>
/// <param name="Version">The ticket's version that asked.</param>
public sealed record DueRow(string Partition, string Row, TicketNumber Ticket, DateTimeOffset At, int Version);
