namespace Mailroom.Core.Mail;

/// <summary>What is known of an attached file; its bytes stay in the raw mail.</summary>
/// <param name="Name">The file name for display, without any path; may be empty.</param>
/// <param name="ContentType">The declared media type, lower case.</param>
/// <param name="Size">The decoded size in bytes.</param>
/// <param name="Sha256">SHA-256 of the decoded bytes, lower-case hex.</param>
/// <param name="Inline">True when the mail's text shows it in place.</param>
public sealed record Attachment(string Name, string ContentType, long Size, string Sha256, bool Inline);
