using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Mailroom.LocalHost.Hosting.Storage;

/// <summary>Storage clients by connection name: a connection string, or identity by "{name}__accountName" and its likes.</summary>
internal sealed class StorageConnections(IConfiguration settings)
{
    /// <summary>The queues of a connection; bodies stay as they lie on the wire.</summary>
    public QueueServiceClient Queues(string connection) =>
        settings[connection] is { Length: > 0 } text
            ? new QueueServiceClient(text)
            : new QueueServiceClient(Address(connection, "queue"), new DefaultAzureCredential());

    /// <summary>The blobs of a connection.</summary>
    public BlobServiceClient Blobs(string connection) =>
        settings[connection] is { Length: > 0 } text
            ? new BlobServiceClient(text)
            : new BlobServiceClient(Address(connection, "blob"), new DefaultAzureCredential());

    private Uri Address(string connection, string service)
    {
        var section = settings.GetSection(connection);
        return section[service + "ServiceUri"] is { Length: > 0 } address
            ? new Uri(address)
            : section["accountName"] is { Length: > 0 } account
                ? new Uri($"https://{account}.{service}.core.windows.net")
                : throw new HostStartException(
                    $"The setting '{connection}' names no storage: set a connection string, or {connection}__accountName.");
    }
}
