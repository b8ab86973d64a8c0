using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Internal;

/// <summary>Makes the protocol's requests on one table.</summary>
internal sealed class Requests(Account account, string table)
{
    public Account Account { get; } = account;

    public HttpMessage Insert(ITableEntity entity)
    {
        var message = Start(RequestMethod.Post, table);
        message.Request.Headers.Add("Prefer", "return-no-content");
        return WithBody(message, EntityWriter.Write(entity));
    }

    /// <summary>An update when there is an ETag to match ("*" for any), else an upsert.</summary>
    public HttpMessage Write(ITableEntity entity, TableUpdateMode mode, ETag ifMatch)
    {
        var method = mode switch
        {
            TableUpdateMode.Merge => RequestMethod.Patch,
            TableUpdateMode.Replace => RequestMethod.Put,
            _ => throw new ArgumentException($"Unexpected value for mode: {mode}"),
        };
        var message = Start(method, Row(entity.PartitionKey, entity.RowKey));
        if (ifMatch != default)
        {
            message.Request.Headers.Add("If-Match", ifMatch.ToString("H"));
        }

        return WithBody(message, EntityWriter.Write(entity));
    }

    public HttpMessage Delete(string partitionKey, string rowKey, ETag ifMatch)
    {
        var message = Start(RequestMethod.Delete, Row(partitionKey, rowKey));
        message.Request.Headers.Add("If-Match", (ifMatch == default ? ETag.All : ifMatch).ToString("H"));
        return message;
    }

    public HttpMessage Get(string partitionKey, string rowKey, IEnumerable<string> select)
    {
        var message = Start(RequestMethod.Get, Row(partitionKey, rowKey));
        AppendSelect(message, select);
        return message;
    }

    public HttpMessage Query(string filter, int? top, IEnumerable<string> select, string nextPartitionKey, string nextRowKey)
    {
        var message = Start(RequestMethod.Get, table + "()");
        Append(message, "$top", top?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        AppendSelect(message, select);
        Append(message, "$filter", filter);
        Append(message, "NextPartitionKey", nextPartitionKey);
        Append(message, "NextRowKey", nextRowKey);
        return message;
    }

    public HttpMessage Batch(string boundary, byte[] body)
    {
        var message = Start(RequestMethod.Post, "$batch", withFormat: false);
        message.Request.Headers.Add("Content-Type", $"multipart/mixed; boundary={boundary}");
        message.Request.Content = RequestContent.Create(body);
        return message;
    }

    public HttpMessage Start(RequestMethod method, string path, bool withFormat = true)
    {
        var message = Account.Pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri($"{Account.Endpoint.AbsoluteUri.TrimEnd('/')}/{path}"));
        message.Request.Headers.Add("x-ms-version", Account.Version);
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add("Accept", withFormat ? Names.MinimalMetadata : "application/json");
        if (withFormat)
        {
            Append(message, "$format", Names.MinimalMetadata);
        }

        return message;
    }

    public static HttpMessage WithBody(HttpMessage message, byte[] body)
    {
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(body);
        return message;
    }

    public static void Append(HttpMessage message, string name, string value)
    {
        if (value is not null)
        {
            message.Request.Uri.AppendQuery(name, value, true);
        }
    }

    private static void AppendSelect(HttpMessage message, IEnumerable<string> select) =>
        Append(message, "$select", select is null ? null : string.Join(',', select));

    private string Row(string partitionKey, string rowKey) => $"{table}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')";

    private static string Key(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
    }
}
