namespace Mailroom.Pipeline.Adapters.Blobs;

/// <summary>Keeps raw mails, each once, under the SHA-256 of its bytes.</summary>
public sealed class MailVault
{
    /// <summary>The blob name of a mail: "mail/{yyyy}/{MM}/{dd}/{sha256}.eml" by the day of receipt (UTC), container "mail".</summary>
    public static string NameOf(string sha256, DateTimeOffset receivedAt) => throw new NotSupportedException();

    /// <summary>Keeps the bytes; nothing happens when they are there already.</summary>
    public Task KeepAsync(string name, BinaryData raw, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>The bytes; null when there are none of that name.</summary>
    public Task<BinaryData?> LoadAsync(string name, CancellationToken cancellation) => throw new NotSupportedException();
}
