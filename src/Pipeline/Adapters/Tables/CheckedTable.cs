using Azure;
using Azure.Data.Tables;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>A table behind <see cref="TableRules"/>: "somebody was there before" is an answer, not an exception.</summary>
public sealed class CheckedTable(TableClient client)
{
    private const int Missing = 404;
    private const int Exists = 409;
    private const int Moved = 412;

    /// <summary>One row; null when there is none.</summary>
    public async Task<TableEntity?> FindAsync(string partition, string row, CancellationToken cancellation)
    {
        var answer = await client.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return answer.HasValue ? answer.Value : null;
    }

    /// <summary>The rows of a filter, by partition key and row key.</summary>
    public AsyncPageable<TableEntity> QueryAsync(FormattableString filter, int? pageSize, CancellationToken cancellation) =>
        client.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter), pageSize, cancellationToken: cancellation);

    /// <summary>Adds a row; false when it is there already.</summary>
    public Task<bool> InsertAsync(TableEntity row, CancellationToken cancellation)
    {
        TableRules.Check(row);
        return UnlessAsync(Exists, () => client.AddEntityAsync(row, cancellation));
    }

    /// <summary>Writes a row whatever was there.</summary>
    public Task UpsertAsync(TableEntity row, CancellationToken cancellation)
    {
        TableRules.Check(row);
        return client.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Writes some properties of a row, which is made if it is missing.</summary>
    public Task MergeAsync(TableEntity row, CancellationToken cancellation)
    {
        TableRules.Check(row);
        return client.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellation);
    }

    /// <summary>Replaces the row that was read; its new version, or null when it moved meanwhile or is gone.</summary>
    public async Task<ETag?> ReplaceAsync(TableEntity row, ETag seen, CancellationToken cancellation)
    {
        TableRules.Check(row);
        ETag? version = null;
        await UnlessAsync(Moved, async () =>
        {
            var answer = await client.UpdateEntityAsync(row, seen, TableUpdateMode.Replace, cancellation);
            version = answer.Headers.ETag;
        });
        return version;
    }

    /// <summary>Removes a row; nothing happens when it is gone already.</summary>
    public Task DeleteAsync(string partition, string row, CancellationToken cancellation) =>
        UnlessAsync(Missing, () => client.DeleteEntityAsync(partition, row, ETag.All, cancellation));

    /// <summary>Does all or nothing; false when one of the rows exists, moved or is gone.</summary>
    public async Task<bool> TransactAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellation)
    {
        TableRules.Check(actions);
        return await UnlessAsync(Moved, () => client.SubmitTransactionAsync(actions, cancellation));
    }

    private static async Task<bool> UnlessAsync(int status, Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (RequestFailedException e) when (e.Status == status || (status == Moved && e.Status is Exists or Missing))
        {
            return false;
        }
    }
}
