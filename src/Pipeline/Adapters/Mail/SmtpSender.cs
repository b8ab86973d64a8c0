using System.Net.Sockets;
using Mailroom.Core.Effects;
using Mailroom.Core.Failures;
using Mailroom.Pipeline.Adapters.Mail.Writing;
using Mailroom.Pipeline.Settings;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Mailroom.Pipeline.Adapters.Mail;

/// <summary>Sends each outgoing mail over a connection of its own.</summary>
public sealed class SmtpSender(IOptions<MailroomSettings> settings, MailWriter writer) : IMailSender
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        using var message = writer.Write(mail);
        try
        {
            await SendAsync(message, EnvelopeSender(mail), cancellation);
        }
        catch (Exception e) when (KindOf(e, cancellation) is { } kind)
        {
            throw new MailSendException(kind, $"The server {settings.Value.SmtpHost}:{settings.Value.SmtpPort} did not take the mail: {e.Message}", e);
        }
    }

    // RFC 3834 3.3: an automatic answer goes out under the empty sender, so that no bounce and no other robot answers it.
    // A notice to our own people that cannot be delivered must come back: its bounce is noted on the ticket.
    private static MailboxAddress EnvelopeSender(OutgoingMail mail) =>
        new("", mail.Kind == OutgoingKind.Acknowledgement ? "" : mail.From.Address);

    private async Task SendAsync(MimeMessage message, MailboxAddress sender, CancellationToken cancellation)
    {
        var server = settings.Value;
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        await client.ConnectAsync(server.SmtpHost, server.SmtpPort, Security(server.SmtpSecurity), cancellation);
        if (server.SmtpUser.Length > 0)
        {
            await client.AuthenticateAsync(server.SmtpUser, server.SmtpPassword, cancellation);
        }

        await client.SendAsync(message, sender, message.GetRecipients(true), cancellation);

        // The server has the mail: from here on nothing may call it unsent.
        await QuitAsync(client);
    }

    private static async Task QuitAsync(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(true, CancellationToken.None);
        }
        catch (Exception e) when (KindOf(e, CancellationToken.None) is not null)
        {
            // Good manners only.
        }
    }

    private static SecureSocketOptions Security(string setting) => setting switch
    {
        "none" => SecureSocketOptions.None,
        "tls" => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>What a failure means; null when it is not the server's.</summary>
    internal static FailureKind? KindOf(Exception failure, CancellationToken cancellation) => failure switch
    {
        AuthenticationException { InnerException: SmtpCommandException { StatusCode: < SmtpStatusCode.CommandUnrecognized } } => FailureKind.Temporary,
        AuthenticationException or ServiceNotAuthenticatedException => FailureKind.SignIn,
        SmtpCommandException
        {
            StatusCode: SmtpStatusCode.AuthenticationRequired or SmtpStatusCode.AuthenticationMechanismTooWeak
                or SmtpStatusCode.AuthenticationInvalidCredentials or SmtpStatusCode.EncryptionRequiredForAuthenticationMechanism,
        } => FailureKind.SignIn,
        SmtpCommandException { StatusCode: >= SmtpStatusCode.CommandUnrecognized } => FailureKind.Refused,
        SmtpCommandException => FailureKind.Temporary,
        OperationCanceledException => cancellation.IsCancellationRequested ? null : FailureKind.Unreachable,

        // The server lacks STARTTLS or any way to sign in that we know.
        NotSupportedException => FailureKind.SignIn,
        SocketException or IOException or TimeoutException or SmtpProtocolException or SslHandshakeException
            or ServiceNotConnectedException => FailureKind.Unreachable,
        _ => null,
    };
}
