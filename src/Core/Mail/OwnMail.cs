namespace Mailroom.Core.Mail;

/// <summary>How our own mail is told from others'.</summary>
/// <param name="Addresses">Our addresses, as <see cref="MailAddress.Key"/>, without plus parts.</param>
/// <param name="MessageIdDomain">The domain of the Message-IDs that we make.</param>
public sealed record OwnMail(IReadOnlySet<string> Addresses, string MessageIdDomain);
