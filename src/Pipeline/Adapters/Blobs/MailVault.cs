using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using Mailroom.Pipeline.Adapters.Storage;

namespace Mailroom.Pipeline.Adapters.Blobs;

/// <summary>Keeps raw mails, each once, under the SHA-256 of its bytes.</summary>
public sealed class MailVault(StorageClients storage)
{
    private const int Missing = 404;
    private const int Exists = 409;

    /// <summary>The blob name of a mail in container "mail": "{yyyy}/{MM}/{dd}/{sha256}.eml" by the day of receipt (UTC).</summary>
    public static string NameOf(string sha256, DateTimeOffset receivedAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{receivedAt.UtcDateTime:yyyy'/'MM'/'dd}/{sha256}.eml");

    /// <summary>Keeps the bytes; nothing happens when they are there already.</summary>
    public async Task KeepAsync(string name, BinaryData raw, CancellationToken cancellation)
    {
        var once = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "message/rfc822" },
        };
        try
        {
            await storage.Mail.GetBlobClient(name).UploadAsync(raw, once, cancellation);
        }
        catch (RequestFailedException e) when (e.Status == Exists)
        {
            // The name is the bytes' hash: what is there is what was to be kept.
        }
    }

    /// <summary>The bytes; null when there are none of that name.</summary>
    public async Task<BinaryData?> LoadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var answer = await storage.Mail.GetBlobClient(name).DownloadContentAsync(cancellation);
            return answer.Value.Content;
        }
        catch (RequestFailedException e) when (e.Status == Missing)
        {
            return null;
        }
    }

    /// <summary>Removes a copy that turned out to be superfluous.</summary>
    public Task DropAsync(string name, CancellationToken cancellation) =>
        storage.Mail.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellation);
}
