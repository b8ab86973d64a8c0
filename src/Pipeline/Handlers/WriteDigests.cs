using Mailroom.Core.Effects;

namespace Mailroom.Pipeline.Handlers;

/// <summary>Writes the managers' digests.</summary>
public sealed class WriteDigests
{
    /// <summary>Writes the digests for a moment and orders their sending, each once.</summary>
    public Task<IReadOnlyList<OutgoingMail>> HandleAsync(DateTimeOffset at, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>The digests for a moment, unsent: what "mailroom digest" shows.</summary>
    public Task<IReadOnlyList<OutgoingMail>> PreviewAsync(DateTimeOffset at, CancellationToken cancellation) => throw new NotSupportedException();
}
