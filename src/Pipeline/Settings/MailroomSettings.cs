using System.ComponentModel.DataAnnotations;

namespace Mailroom.Pipeline.Settings;

/// <summary>The flat settings that the program reads; names are the same in local.settings.json, in the environment and in Azure.</summary>
public sealed class MailroomSettings
{
    /// <summary>The largest TCP port.</summary>
    public const int MaxPort = 65_535;

    /// <summary>The least that <see cref="MaxMailBytes"/> may be.</summary>
    public const int LeastMailBytes = 65_536;

    /// <summary>The most that <see cref="MaxMailBytes"/> may be.</summary>
    public const int MostMailBytes = 157_286_400;

    /// <summary>The fewest characters of a door's secret.</summary>
    public const int LeastSecretLength = 16;

    /// <summary>The most that <see cref="MailboxMostPerRun"/> may be.</summary>
    public const int MostMailsPerRun = 5_000;

    private const string Missing = "it is missing; local.settings.example.json shows a harmless value.";

    /// <summary>Storage of mail and tickets: a connection string; leave out for an identity connection (MailStorage__accountName).</summary>
    public string? MailStorage { get; set; }

    /// <summary>The queue of raw mails to read.</summary>
    [Required(ErrorMessage = Missing)]
    public string MailReceivedQueue { get; set; } = "mail-received";

    /// <summary>The queue of mails to send.</summary>
    [Required(ErrorMessage = Missing)]
    public string MailOutgoingQueue { get; set; } = "mail-outgoing";

    /// <summary>The queue of exact looks at deadlines; its messages are delayed, so it stands alone.</summary>
    [Required(ErrorMessage = Missing)]
    public string DeadlinesQueue { get; set; } = "deadlines";

    /// <summary>NCRONTAB schedule of the sweep, UTC.</summary>
    [Required(ErrorMessage = Missing)]
    public string SweepSchedule { get; set; } = "0 * * * * *";

    /// <summary>NCRONTAB schedule of the look for digests that are due, UTC.</summary>
    [Required(ErrorMessage = Missing)]
    public string DigestSchedule { get; set; } = "0 */15 * * * *";

    /// <summary>NCRONTAB schedule of the roll-up of first answers, UTC; at least hourly, or promises stay at the deadline.</summary>
    [Required(ErrorMessage = Missing)]
    public string ResponsesSchedule { get; set; } = "0 */15 * * * *";

    /// <summary>NCRONTAB schedule of the look into the mailboxes, UTC.</summary>
    [Required(ErrorMessage = Missing)]
    public string MailboxSchedule { get; set; } = "0 * * * * *";

    /// <summary>How many mails one look takes in all mailboxes together; 1 to 5,000.</summary>
    public int MailboxMostPerRun { get; set; } = 500;

    /// <summary>The policy file; a relative path starts at the program's folder.</summary>
    [Required(ErrorMessage = Missing)]
    public string PolicyFile { get; set; } = "Policy/policy.yaml";

    /// <summary>The house's secret, base64 of at least 32 bytes: ids and reply tokens come from it.</summary>
    [Required(ErrorMessage = Missing)]
    public string SigningKey { get; set; } = "";

    /// <summary>How mail leaves: "folder" or "smtp".</summary>
    [Required(ErrorMessage = Missing)]
    public string MailDelivery { get; set; } = "folder";

    /// <summary>The folder for outgoing .eml files when <see cref="MailDelivery"/> is "folder".</summary>
    public string OutFolder { get; set; } = "";

    /// <summary>The SMTP server.</summary>
    public string SmtpHost { get; set; } = "";

    /// <summary>The SMTP port, 1 to 65535.</summary>
    public int SmtpPort { get; set; } = 587;

    /// <summary>"starttls", "tls" or "none" (loopback only).</summary>
    public string SmtpSecurity { get; set; } = "starttls";

    /// <summary>The SMTP user, or the mailbox for which <see cref="SmtpClientId"/> signs in; empty for no sign-in.</summary>
    public string SmtpUser { get; set; } = "";

    /// <summary>The SMTP password.</summary>
    public string SmtpPassword { get; set; } = "";

    /// <summary>Instead of a password, XOAUTH2: the directory of the application that signs in.</summary>
    public string SmtpTenantId { get; set; } = "";

    /// <summary>The application that signs in.</summary>
    public string SmtpClientId { get; set; } = "";

    /// <summary>The application's secret.</summary>
    public string SmtpClientSecret { get; set; } = "";

    /// <summary>Where the desk is, for links in mails to our people.</summary>
    [Required(ErrorMessage = Missing)]
    public string DeskAddress { get; set; } = "";

    /// <summary>Where customers reach this program from outside, for links in mails to them; empty where they cannot: no satisfaction mails then.</summary>
    public string PublicAddress { get; set; } = "";

    /// <summary>What SendGrid Inbound Parse shows at api/mail/sendgrid; empty closes that door. The same for the next four.</summary>
    public string SendGridSecret { get; set; } = "";

    /// <summary>Mailgun's HTTP webhook signing key, for api/mail/mailgun.</summary>
    public string MailgunSigningKey { get; set; } = "";

    /// <summary>What Postmark shows at api/mail/postmark.</summary>
    public string PostmarkSecret { get; set; } = "";

    /// <summary>What a Cloudflare Email Worker shows at api/mail/cloudflare.</summary>
    public string CloudflareSecret { get; set; } = "";

    /// <summary>What anything else that posts raw mail shows at api/mail/raw.</summary>
    public string RawMailSecret { get; set; } = "";

    /// <summary>The largest mail that is read, in bytes; a larger one is kept and told about; 65,536 to 157,286,400.</summary>
    public int MaxMailBytes { get; set; } = 36_700_160;
}
