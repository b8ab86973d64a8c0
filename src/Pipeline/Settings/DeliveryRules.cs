using System.Net;

namespace Mailroom.Pipeline.Settings;

/// <summary>Checks the settings by which mail leaves.</summary>
public static class DeliveryRules
{
    /// <summary>Every fault, as a sentence that says what to do.</summary>
    public static IEnumerable<string> Faults(MailroomSettings options) => [.. Ways(options), .. Security(options), .. SignIn(options)];

    private static IEnumerable<string> Ways(MailroomSettings options)
    {
        switch (options.MailDelivery)
        {
            case "folder" when options.OutFolder.Length == 0:
                yield return $"{nameof(options.OutFolder)} is missing; {nameof(options.MailDelivery)} \"folder\" writes the mails there.";
                break;
            case "smtp" when options.SmtpHost.Length == 0:
                yield return $"{nameof(options.SmtpHost)} is missing; {nameof(options.MailDelivery)} \"smtp\" sends the mails there.";
                break;
            case "folder" or "smtp" or "":
                break;
            default:
                yield return $"{nameof(options.MailDelivery)} is \"{options.MailDelivery}\"; it is \"folder\" or \"smtp\".";
                break;
        }
    }

    private static IEnumerable<string> Security(MailroomSettings options)
    {
        if (options.SmtpSecurity is not ("starttls" or "tls" or "none"))
        {
            yield return $"{nameof(options.SmtpSecurity)} is \"{options.SmtpSecurity}\"; it is \"starttls\", \"tls\" or \"none\".";
        }
        else if (options.MailDelivery == "smtp" && options.SmtpSecurity == "none" && !IsLoopback(options.SmtpHost))
        {
            yield return $"{nameof(options.SmtpSecurity)} is \"none\" for {options.SmtpHost}; mail leaves this machine only encrypted: "
                + "use \"starttls\" or \"tls\".";
        }
    }

    private static IEnumerable<string> SignIn(MailroomSettings options)
    {
        var application = (options.SmtpTenantId, options.SmtpClientId, options.SmtpClientSecret);
        foreach (var fault in MailApplication.Faults("Smtp", application))
        {
            yield return fault;
        }

        switch (application is not ("", "", ""), options.SmtpUser.Length > 0, options.SmtpPassword.Length > 0)
        {
            case (false, true, false):
                yield return $"{nameof(options.SmtpPassword)} is missing; {nameof(options.SmtpUser)} is given. Leave both empty for a server without sign-in, "
                    + $"or give {nameof(options.SmtpTenantId)}, {nameof(options.SmtpClientId)} and {nameof(options.SmtpClientSecret)} for XOAUTH2.";
                break;
            case (true, false, _):
                yield return $"{nameof(options.SmtpUser)} is missing; it names the mailbox for which {nameof(options.SmtpClientId)} signs in.";
                break;
            case (true, true, true):
                yield return $"{nameof(options.SmtpPassword)}: give either a password or {nameof(options.SmtpClientId)} for XOAUTH2, not both.";
                break;
            default:
                break;
        }
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
