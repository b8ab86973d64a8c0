using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Internal;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>An account's tables.</summary>
public class TableServiceClient
{
    private readonly Account _account;

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions options = null)
    {
        _account = Account.Of(connectionString, options);
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options)
    {
        _account = Account.Of(endpoint, credential, options);
    }

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null)
    {
        _account = Account.Of(endpoint, tokenCredential, options);
    }

    protected TableServiceClient()
    {
    }

    public virtual string AccountName => _account.Name;

    public virtual Uri Uri => _account.Endpoint;

    public virtual TableClient GetTableClient(string tableName) => new(_account, tableName);

    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateAsync(cancellationToken);

    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken);

    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).DeleteAsync(cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(string filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new Pages<TableItem>((token, size, cancellation) => PageAsync(filter, token, size, cancellation), maxPerPage, cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(ODataFilter.Create(filter), maxPerPage, cancellationToken);

    public static string CreateQueryFilter(FormattableString filter) => ODataFilter.Create(filter);

    private async Task<Page<TableItem>> PageAsync(string filter, string token, int? size, CancellationToken cancellation)
    {
        var message = new Requests(_account, "Tables").Query(filter, size, null, null, null);
        message.Request.Uri.Path = message.Request.Uri.Path.Replace("Tables()", "Tables", StringComparison.Ordinal);
        Requests.Append(message, "NextTableName", token);
        var response = await _account.SendAsync(message, cancellation).ConfigureAwait(false);
        var tables = response.ReadJson(json => json.GetProperty("value").EnumerateArray().Select(Item).ToList());
        return Page<TableItem>.FromValues(tables, response.Header(Names.NextTableName), response);
    }

    private static TableItem Item(JsonElement json) => new(json.GetProperty("TableName").GetString());
}
