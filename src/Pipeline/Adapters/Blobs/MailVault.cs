using System.Globalization;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs.Models;
using Mailroom.Pipeline.Adapters.Storage;

namespace Mailroom.Pipeline.Adapters.Blobs;

/// <summary>Keeps raw mails, each once, under the SHA-256 of its bytes.</summary>
public sealed class MailVault(StorageClients storage)
{
    private const int Missing = 404;
    private const int Exists = 409;

    // One request for every mail that is let in, however large: several blocks would cost as many operations.
    private const long OneRequest = 160L * 1024 * 1024;

    /// <summary>The blob name of a mail in container "mail": "{yyyy}/{MM}/{dd}/{sha256}.eml" by the day of receipt (UTC).</summary>
    public static string NameOf(string sha256, DateTimeOffset receivedAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{receivedAt.UtcDateTime:yyyy'/'MM'/'dd}/{sha256}.eml");

    /// <summary>Keeps the bytes, streamed; nothing happens when they are there already.</summary>
    public async Task KeepAsync(string name, MailSpool raw, CancellationToken cancellation)
    {
        var once = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "message/rfc822" },
            TransferOptions = new StorageTransferOptions { InitialTransferSize = OneRequest },
        };
        try
        {
            await storage.Mail.GetBlobClient(name).UploadAsync(raw.Open(), once, cancellation);
        }
        catch (RequestFailedException e) when (e.Status == Exists)
        {
            // The name is the bytes' hash: what is there is what was to be kept.
        }
    }

    /// <summary>Opens a mail; null when there is none of that name.</summary>
    public async Task<VaultMail?> OpenAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return new VaultMail(await storage.Mail.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellation));
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

/// <summary>A mail in the vault, open to be loaded once.</summary>
public sealed class VaultMail : IDisposable
{
    private readonly BlobDownloadStreamingResult _answer;

    internal VaultMail(BlobDownloadStreamingResult answer) => _answer = answer;

    /// <summary>How many bytes the vault has of it.</summary>
    public long Length => _answer.Details.ContentLength;

    /// <summary>Its first bytes, once in memory; no more than there are.</summary>
    public async Task<ReadOnlyMemory<byte>> LoadAsync(long count, CancellationToken cancellation)
    {
        var bytes = new byte[Math.Min(count, Length)];
        await _answer.Content.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    /// <inheritdoc/>
    public void Dispose() => _answer.Dispose();
}
