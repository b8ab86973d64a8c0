using Azure.Data.Tables;
using Mailroom.Core.Tickets.Promises;
using Mailroom.Pipeline.Adapters.Json;
using Mailroom.Pipeline.Adapters.Storage;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>Table Statistics: what is rolled up of many tickets, one row for each kind.</summary>
public sealed class StatisticsStore(StorageClients storage)
{
    private const string Partition = "s";
    private const string Responses = "responses";
    private readonly CheckedTable _table = new(storage.Table(StorageNames.Statistics));

    /// <summary>How long first answers took of late; null before the first roll-up.</summary>
    public async Task<ResponseTimes?> FindResponsesAsync(CancellationToken cancellation) =>
        await _table.FindAsync(Partition, Responses, cancellation) is { } row ? MailroomJson.Read<ResponseTimes>(JsonColumns.Read(row)) : null;

    /// <summary>Writes it over the one before.</summary>
    public Task SaveResponsesAsync(ResponseTimes times, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, Responses) { ["At"] = times.At };
        JsonColumns.Write(row, MailroomJson.Write(times));
        return _table.UpsertAsync(row, cancellation);
    }
}
