using Azure.Data.Tables;
using Mailroom.Core.Mail;
using Mailroom.Core.Replies.Digests;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Json;
using Mailroom.Pipeline.Adapters.Storage;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>Table Digests: how far each manager's digests are, and what the last one knew.</summary>
public sealed class DigestStore(StorageClients storage, HouseRules house)
{
    private const string Partition = "d";
    private readonly CheckedTable _table = new(storage.Table(StorageNames.Digests));

    /// <summary>The key of a manager's row.</summary>
    public string KeyOf(MailAddress manager) => house.Key.Derive("manager", manager.Key);

    /// <summary>The states of all managers, by key: one request.</summary>
    public async Task<IReadOnlyDictionary<string, DigestState>> ReadAsync(CancellationToken cancellation)
    {
        Dictionary<string, DigestState> states = new(StringComparer.Ordinal);
        await foreach (var row in _table.QueryAsync($"PartitionKey eq {Partition}", null, cancellation))
        {
            states[row.RowKey] = MailroomJson.Read<DigestState>(JsonColumns.Read(row));
        }

        return states;
    }

    /// <summary>Writes a manager's state.</summary>
    public Task SaveAsync(MailAddress manager, DigestState state, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, KeyOf(manager));
        JsonColumns.Write(row, MailroomJson.Write(state));
        return _table.UpsertAsync(row, cancellation);
    }
}
