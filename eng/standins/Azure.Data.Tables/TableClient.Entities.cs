using Azure.Data.Tables.Internal;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        RequireKeys(entity);
        return _account.SendAsync(_requests.Insert(entity), cancellationToken);
    }

    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await _account.SendAsync(_requests.Get(partitionKey, rowKey, select), cancellationToken).ConfigureAwait(false);
        return Response.FromValue(response.ReadJson(EntityReader.Read<T>), response);
    }

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await _account.SendAsync(_requests.Get(partitionKey, rowKey, select), cancellationToken, alsoFine: 404).ConfigureAwait(false);
        return response.Status == 404 ? new NoValue<T>(response) : Response.FromValue(response.ReadJson(EntityReader.Read<T>), response);
    }

    public virtual Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        RequireKeys(entity);
        return _account.SendAsync(_requests.Write(entity, mode, default), cancellationToken);
    }

    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        RequireKeys(entity);
        return ifMatch == default
            ? throw new ArgumentException("Value cannot be empty.", nameof(ifMatch))
            : _account.SendAsync(_requests.Write(entity, mode, ifMatch), cancellationToken);
    }

    /// <summary>Deletes a row. One that is not there is answered by the 404, without an exception.</summary>
    public virtual Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        _account.SendAsync(_requests.Delete(partitionKey, rowKey, ifMatch), cancellationToken, alsoFine: 404);

    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        RequireKeys(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null, int? maxPerPage = null, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new Pages<T>((token, size, cancellation) => PageAsync<T>(filter, select, token, size, cancellation), maxPerPage, cancellationToken);

    private async Task<Page<T>> PageAsync<T>(string filter, IEnumerable<string> select, string token, int? size, CancellationToken cancellation)
    {
        // A token is the next partition key and, unless a partition starts, the next row key; neither holds a space on the wire.
        var keys = token?.Split(' ', 2);
        var message = _requests.Query(filter, size, select, keys?[0], keys is [_, { Length: > 0 } row] ? row : null);
        var response = await _account.SendAsync(message, cancellation).ConfigureAwait(false);
        var rows = response.ReadJson(json => json.GetProperty("value").EnumerateArray().Select(EntityReader.Read<T>).ToList());
        var nextPartition = response.Header(Names.NextPartitionKey);
        return Page<T>.FromValues(rows, nextPartition is null ? null : $"{nextPartition} {response.Header(Names.NextRowKey)}", response);
    }

    private static void RequireKeys(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey);
        ArgumentNullException.ThrowIfNull(entity.RowKey);
    }
}
