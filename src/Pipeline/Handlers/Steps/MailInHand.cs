using Mailroom.Pipeline.Adapters.Blobs;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>The mail that a handler works on.</summary>
/// <param name="Sha256">Its identity.</param>
/// <param name="ReceivedAt">When it first came: the moment that its clocks start at, however late it is worked.</param>
public sealed record MailInHand(string Sha256, DateTimeOffset ReceivedAt)
{
    /// <summary>Where its bytes lie.</summary>
    public string Blob => MailVault.NameOf(Sha256, ReceivedAt);
}
