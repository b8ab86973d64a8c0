namespace Mailroom.Core.Mail;

/// <summary>What kind of mail it is, with the evidence; a mark, not yet a decision.</summary>
/// <param name="Kind">The kind that the marks add up to.</param>
/// <param name="NoReply">True when nothing automatic may be sent back, even to a human.</param>
/// <param name="Evidence">The headers and phrases that say so.</param>
public sealed record MailMarks(MailKind Kind, bool NoReply, IReadOnlyList<string> Evidence);

/// <summary>Who or what wrote a mail.</summary>
public enum MailKind
{
    /// <summary>A person.</summary>
    Human,

    /// <summary>An automatic answer, for example an out-of-office note (RFC 3834).</summary>
    AutoReply,

    /// <summary>A report that a mail could not be delivered (RFC 3464).</summary>
    Bounce,

    /// <summary>A mailing list or newsletter (RFC 2369, RFC 2919).</summary>
    List,

    /// <summary>Another machine report: read receipt (RFC 8098), abuse report (RFC 5965).</summary>
    Report,

    /// <summary>Our own mail come back.</summary>
    Own,
}
