namespace Mailroom.Core.Mail;

/// <summary>How far the sender's claim is proven, by our own receiver's word alone (RFC 8601 5).</summary>
/// <param name="Level">The level.</param>
/// <param name="Evidence">The results and warnings behind it, for example "dmarc=pass" or "Reply-To differs from From".</param>
public sealed record SenderTrust(TrustLevel Level, IReadOnlyList<string> Evidence);

/// <summary>The levels of sender trust.</summary>
public enum TrustLevel
{
    /// <summary>Nobody we trust vouches for the sender.</summary>
    Unverified,

    /// <summary>Our receiver says that the From domain is authentic (DMARC pass).</summary>
    Verified,

    /// <summary>Our receiver says that the From domain is forged (DMARC fail).</summary>
    Failed,
}
