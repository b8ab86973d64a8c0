namespace Mailroom.Core.Understanding;

/// <summary>The words of a mail that understanding reads.</summary>
/// <param name="From">The sender's address.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Body">What the person wrote, without quotes and signature.</param>
public sealed record MailText(string From, string Subject, string Body);
