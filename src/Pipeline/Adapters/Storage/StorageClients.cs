using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Mailroom.Pipeline.Adapters.Storage;

/// <summary>Makes the storage clients on first use; nothing is connected before.</summary>
public sealed class StorageClients
{
    private readonly Lazy<TableServiceClient> _tables;
    private readonly Lazy<BlobServiceClient> _blobs;
    private readonly Lazy<QueueServiceClient> _queues;
    private readonly Lazy<QueueServiceClient> _rawQueues;

    /// <summary>Prepares the clients.</summary>
    /// <param name="connection">Where storage is.</param>
    /// <param name="counter">Counts every request.</param>
    /// <param name="steps">Further steps of each client's pipeline.</param>
    public StorageClients(StorageConnection connection, OperationCounter counter, IEnumerable<StorageStep> steps)
    {
        var further = steps.ToList();
        _tables = new(() => Tables(connection, With(new TableClientOptions(), "table")));
        _blobs = new(() => Blobs(connection, With(new BlobClientOptions(), "blob")));
        _queues = new(() => Queues(connection, With(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, "queue")));
        _rawQueues = new(() => Queues(connection, With(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None }, "queue")));

        T With<T>(T options, string service)
            where T : ClientOptions
        {
            options.AddPolicy(counter.For(service), HttpPipelinePosition.PerRetry);
            further.ForEach(step => options.AddPolicy(step.Policy, step.Position));
            return options;
        }
    }

    /// <summary>The container of raw mails.</summary>
    public BlobContainerClient Mail => _blobs.Value.GetBlobContainerClient(StorageNames.MailContainer);

    /// <summary>A table.</summary>
    public TableClient Table(string name) => _tables.Value.GetTableClient(name);

    /// <summary>A queue whose messages are base64, as the Functions host expects them.</summary>
    public QueueClient Queue(string name) => _queues.Value.GetQueueClient(name);

    /// <summary>A queue whose messages are taken as they are: one that is no base64 would spoil the page it comes in.</summary>
    public QueueClient RawQueue(string name) => _rawQueues.Value.GetQueueClient(name);

    private static TableServiceClient Tables(StorageConnection connection, TableClientOptions options) =>
        connection.ConnectionString is { } text ? new(text, options) : new(connection.Tables, connection.Identity(), options);

    private static BlobServiceClient Blobs(StorageConnection connection, BlobClientOptions options) =>
        connection.ConnectionString is { } text ? new(text, options) : new(connection.Blobs, connection.Identity(), options);

    private static QueueServiceClient Queues(StorageConnection connection, QueueClientOptions options) =>
        connection.ConnectionString is { } text ? new(text, options) : new(connection.Queues, connection.Identity(), options);
}

/// <summary>A further step in the pipeline of every storage client, for tests and diagnosis.</summary>
/// <param name="Policy">The step.</param>
/// <param name="Position">Where it stands.</param>
public sealed record StorageStep(HttpPipelinePolicy Policy, HttpPipelinePosition Position);
