namespace Mailroom.Core.Mail;

/// <summary>One header field of a mail, unfolded and decoded, in the order of the mail.</summary>
/// <param name="Name">The field name as written; compare without regard to case.</param>
/// <param name="Value">The value, unfolded, trimmed and cut at the reader's bound.</param>
public sealed record MailHeader(string Name, string Value);
