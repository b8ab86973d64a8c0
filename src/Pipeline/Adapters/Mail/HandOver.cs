using MailKit;

namespace Mailroom.Pipeline.Adapters.Mail;

/// <summary>Watches a mail's bytes leave, to know whether the server can have all of it.</summary>
/// <remarks>
/// The client's interface does not tell when the final dot left. When the last byte before it did, the dot may have; before that the
/// server cannot have a whole mail (RFC 5321 4.1.1.4). Bytes are counted with doubled dots, so the count is early and never late.
/// </remarks>
internal sealed class HandOver : ITransferProgress
{
    /// <summary>True when the server may have the whole mail.</summary>
    public bool IsComplete { get; private set; }

    /// <inheritdoc/>
    public void Report(long bytesTransferred, long totalSize) => IsComplete |= bytesTransferred >= totalSize;

    /// <inheritdoc/>
    public void Report(long bytesTransferred) => IsComplete = true;
}
