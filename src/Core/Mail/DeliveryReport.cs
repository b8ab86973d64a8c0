namespace Mailroom.Core.Mail;

/// <summary>What a bounce says about the mail that bounced (RFC 3464).</summary>
/// <param name="OriginalMessageId">Message-ID of the mail that bounced, without angle brackets, when the report holds it.</param>
/// <param name="Recipient">The address that failed, when the report names it.</param>
/// <param name="Status">The enhanced status code (RFC 3463), for example "5.1.1"; empty when unknown.</param>
public sealed record DeliveryReport(string? OriginalMessageId, string? Recipient, string Status)
{
    /// <summary>True for a permanent failure (class 5), which mutes the address.</summary>
    public bool IsPermanent => Status.StartsWith('5');
}
