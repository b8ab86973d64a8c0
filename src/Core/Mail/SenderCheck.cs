namespace Mailroom.Core.Mail;

/// <summary>Reads our own receiver's verdict about a sender, and warns of what deceives.</summary>
public static class SenderCheck
{
    /// <summary>The trust in a letter's sender.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="trustedReceivers">authserv-ids that are ours (RFC 8601 5).</param>
    public static SenderTrust Assess(Letter letter, IReadOnlyList<string> trustedReceivers) => throw new NotSupportedException();
}
