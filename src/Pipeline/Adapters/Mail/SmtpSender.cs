using System.Text;
using Mailroom.Core.Effects;
using Mailroom.Core.Failures;
using Mailroom.Pipeline.Adapters.Mail.Writing;
using Mailroom.Pipeline.Settings;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Mailroom.Pipeline.Adapters.Mail;

/// <summary>Sends outgoing mails to the SMTP server.</summary>
public sealed class SmtpSender(IOptions<MailroomSettings> settings, MailWriter writer, SmtpConnections connections) : IMailSender
{
    /// <inheritdoc/>
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        using var message = writer.Write(mail);
        var handOver = new HandOver();
        try
        {
            var connection = await connections.TakeAsync(cancellation);
            await SendAsync(connection, message, EnvelopeSender(mail), handOver, cancellation);
        }
        catch (Exception e) when (SmtpFailures.KindOf(e, handOver.IsComplete) is { } kind)
        {
            throw new MailSendException(kind, $"The server {settings.Value.SmtpHost}:{settings.Value.SmtpPort} did not take the mail: {e.Message}", e);
        }
    }

    // RFC 3834 3.3: an automatic answer goes out under the empty sender, so that no bounce and no other robot answers it.
    // A notice to our own people that cannot be delivered must come back: its bounce is noted on the ticket.
    private static MailboxAddress EnvelopeSender(OutgoingMail mail) =>
        new("", mail.Kind.IsToCustomer() ? "" : mail.From.Address);

    private async Task SendAsync(
        SmtpConnection connection, MimeMessage message, MailboxAddress sender, HandOver handOver, CancellationToken cancellation)
    {
        var recipients = message.GetRecipients(true);
        if (!connection.Client.Capabilities.HasFlag(SmtpCapabilities.UTF8) && recipients.Any(r => !Ascii.IsValid(r.LocalPart)))
        {
            // RFC 6531 3.4: such an address may not be written to a server that does not announce SMTPUTF8.
            await connections.GiveBackAsync(connection);
            throw new MailSendException(
                FailureKind.Refused, $"The server {settings.Value.SmtpHost}:{settings.Value.SmtpPort} takes no address with other than ASCII letters before the @ (it lacks SMTPUTF8).");
        }

        try
        {
            connection.Mails++;
            await connection.Client.SendAsync(message, sender, recipients, cancellation, handOver);
        }
        catch (SmtpCommandException e) when (e.StatusCode != SmtpStatusCode.ServiceNotAvailable)
        {
            // The server said no to this mail, not to the next.
            await connections.GiveBackAsync(connection);
            throw;
        }
        catch
        {
            connections.Drop(connection);
            throw;
        }

        // The server has the mail: from here on nothing may call it unsent.
        await connections.GiveBackAsync(connection);
    }
}
