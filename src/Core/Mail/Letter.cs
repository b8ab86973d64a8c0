namespace Mailroom.Core.Mail;

/// <summary>A mail as every rule sees it: decoded, bounded, without transport detail.</summary>
public sealed record Letter
{
    /// <summary>SHA-256 of the raw mail, lower-case hex: the mail's identity everywhere.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Who handed it over and to whom, as far as we were told.</summary>
    public MailEnvelope Envelope { get; init; } = MailEnvelope.Unknown;

    /// <summary>The From mailboxes; more than one is legal and rare, none is possible.</summary>
    public IReadOnlyList<MailAddress> From { get; init; } = [];

    /// <summary>The Reply-To mailboxes.</summary>
    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    /// <summary>The To mailboxes.</summary>
    public IReadOnlyList<MailAddress> To { get; init; } = [];

    /// <summary>The Cc mailboxes.</summary>
    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    /// <summary>The decoded subject; empty when there is none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The Date field, when it could be read. The sender's claim, never used for deadlines.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Message-ID without angle brackets; null when the mail has none.</summary>
    public string? MessageId { get; init; }

    /// <summary>The In-Reply-To ids without angle brackets.</summary>
    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    /// <summary>The References ids without angle brackets, oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>All header fields, bounded in number and length.</summary>
    public IReadOnlyList<MailHeader> Headers { get; init; } = [];

    /// <summary>The readable body; made from HTML where that is all there is.</summary>
    public string Text { get; init; } = "";

    /// <summary>What this person wrote: the body without quotes and signature.</summary>
    public string VisibleText { get; init; } = "";

    /// <summary>True when the mail holds an HTML body.</summary>
    public bool HasHtml { get; init; }

    /// <summary>The attached files, inline images included.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The delivery report inside, when the mail is a bounce.</summary>
    public DeliveryReport? Report { get; init; }

    /// <summary>What the reader had to guess, repair or leave out.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];

    /// <summary>The bound because of which there is only the header here; null when the mail was read.</summary>
    public PassedBound? Unread { get; init; }

    /// <summary>The mailbox that wrote: the first From; null when the mail names none.</summary>
    public MailAddress? Sender => From.Count > 0 ? From[0] : null;

    /// <summary>The identity under which a second copy is met: the Message-ID, or one made from sender, date and content, or from the raw bytes.</summary>
    public string ThreadId => MessageId ?? (LetterPrint.Identity(this) is { } identity ? $"content.{identity}" : $"sha256.{Sha256}") + "@no-message-id.invalid";

    /// <summary>A reason for what becomes of the mail, with the bound that kept us from reading it.</summary>
    public string Because(string reason) => Unread is null ? reason : $"{reason} {Unread.Sentence}";

    /// <summary>The values of every header field of that name, in order.</summary>
    /// <param name="name">The field name, in any case.</param>
    public IEnumerable<string> HeaderValues(string name) =>
        Headers.Where(h => string.Equals(h.Name, name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);
}
