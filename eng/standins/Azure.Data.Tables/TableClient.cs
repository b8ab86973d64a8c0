using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Internal;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>One table.</summary>
public partial class TableClient
{
    private readonly Account _account;
    private readonly Requests _requests;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions options = null)
        : this(Account.Of(connectionString, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions options = null)
        : this(Account.Of(endpoint, credential, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(Account.Of(endpoint, tokenCredential, options), tableName)
    {
    }

    protected TableClient()
    {
    }

    internal TableClient(Account account, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _account = account;
        _requests = new(account, tableName);
        Name = tableName;
    }

    public virtual string Name { get; }

    public virtual string AccountName => _account.Name;

    public virtual Uri Uri => new($"{_account.Endpoint.AbsoluteUri.TrimEnd('/')}/{Name}");

    public virtual async Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        Created(await _account.SendAsync(CreateTable(), cancellationToken).ConfigureAwait(false));

    /// <summary>Creates the table. One that is there already is fine, and answered like a new one.</summary>
    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var response = await _account.SendAsync(CreateTable(), cancellationToken, alsoFine: 409).ConfigureAwait(false);
        if (response.Status == 409 && new RequestFailedException(response, null, ErrorParser.Shared) is var refusal && refusal.ErrorCode != TableErrorCode.TableAlreadyExists)
        {
            throw refusal;
        }

        return Created(response);
    }

    /// <summary>Deletes the table. One that is not there is answered by the 404, without an exception.</summary>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        _account.SendAsync(_requests.Start(RequestMethod.Delete, $"Tables('{Name}')", withFormat: false), cancellationToken, alsoFine: 404);

    public static string CreateQueryFilter(FormattableString filter) => ODataFilter.Create(filter);

    private HttpMessage CreateTable()
    {
        var message = _requests.Start(RequestMethod.Post, "Tables");
        message.Request.Headers.Add("Prefer", "return-content");
        return Requests.WithBody(message, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = Name }));
    }

    private Response<TableItem> Created(Response response) => Response.FromValue(new TableItem(Name), response);
}
