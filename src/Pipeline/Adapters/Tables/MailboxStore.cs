using Azure;
using Azure.Data.Tables;
using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Pipeline.Adapters.Json;
using Mailroom.Pipeline.Adapters.Storage;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>Table Mailboxes: how far each mailbox is read.</summary>
public sealed class MailboxStore(StorageClients storage)
{
    private const string Row = "0";
    private readonly CheckedTable _table = new(storage.Table(StorageNames.Mailboxes));

    /// <summary>What is known of a mailbox; a fresh state for one that was never looked at.</summary>
    public async Task<StoredMailbox> FindAsync(string name, CancellationToken cancellation) =>
        await _table.FindAsync(Partition(name), Row, cancellation) is { } entity
            ? new StoredMailbox(MailroomJson.Read<MailboxState>(entity.GetString("State"))) { ETag = entity.ETag }
            : new StoredMailbox(MailboxState.Fresh);

    /// <summary>Writes the state over the one that was read; null when another run wrote meanwhile.</summary>
    public async Task<StoredMailbox?> SaveAsync(string name, StoredMailbox mailbox, CancellationToken cancellation)
    {
        var entity = new TableEntity(Partition(name), Row) { ["State"] = MailroomJson.Write(mailbox.State) };
        if (mailbox.ETag is { } seen)
        {
            return await _table.ReplaceAsync(entity, seen, cancellation) is { } version ? mailbox with { ETag = version } : null;
        }

        return await _table.InsertAsync(entity, cancellation) ? await FindAsync(name, cancellation) : null;
    }

    private static string Partition(string name) => $"x|{name}";
}

/// <summary>A mailbox's state and the row's version.</summary>
/// <param name="State">What is known of it.</param>
public sealed record StoredMailbox(MailboxState State)
{
    /// <summary>The row's version; null for a new one.</summary>
    internal ETag? ETag { get; init; }
}
