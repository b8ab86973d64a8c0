using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Mailroom.LocalHost.Hosting.Timers;

/// <summary>A timer's two blobs in the host's storage: its lease, so that one host runs it, and its status.</summary>
internal sealed class TimerMemory(BlobServiceClient blobs, string function)
{
    private const string HostId = "mailroom-local";
    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient("azure-webjobs-hosts");

    private BlobClient LeaseBlob => _container.GetBlobClient($"locks/{HostId}/{function}.Listener");

    private BlobClient StatusBlob => _container.GetBlobClient($"timers/{HostId}/{function}/status");

    /// <summary>Takes the lease; null while another host holds it.</summary>
    public async Task<BlobLeaseClient?> TakeLeaseAsync(TimeSpan span, CancellationToken cancellation)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        try
        {
            await LeaseBlob.UploadAsync(
                new BinaryData([]),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } },
                cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // There already.
        }

        var lease = LeaseBlob.GetBlobLeaseClient();
        try
        {
            await lease.AcquireAsync(span, cancellationToken: cancellation);
            return lease;
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            return null;
        }
    }

    /// <summary>What is remembered; null when nothing is.</summary>
    public async Task<TimerStatus?> LoadAsync(CancellationToken cancellation)
    {
        try
        {
            var content = await StatusBlob.DownloadContentAsync(cancellation);
            return content.Value.Content.ToObjectFromJson<TimerStatus>();
        }
        catch (Exception exception) when (exception is RequestFailedException { Status: 404 } or JsonException)
        {
            return null;
        }
    }

    /// <summary>Remembers.</summary>
    public async Task SaveAsync(TimerStatus status, CancellationToken cancellation) =>
        await StatusBlob.UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, cancellation);
}
