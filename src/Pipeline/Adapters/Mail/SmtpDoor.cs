using Mailroom.Pipeline.Adapters.SignIn;
using Mailroom.Pipeline.Adapters.Tls;
using Mailroom.Pipeline.Settings;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Adapters.Mail;

/// <summary>Opens connections to the SMTP server: encrypted as the settings ask for, with the right server, signed in.</summary>
public sealed class SmtpDoor(IOptions<MailroomSettings> settings, MailTokens tokens)
{
    /// <summary>A connection that is signed in.</summary>
    /// <param name="patience">How long the server may take for one answer.</param>
    /// <param name="cancellation">Stops.</param>
    internal async Task<SmtpConnection> OpenAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var server = settings.Value;
        var connection = new SmtpConnection(patience);
        var certificate = new ServerCertificate(server.SmtpHost);
        connection.Client.ServerCertificateValidationCallback = certificate.Accepts;
        try
        {
            await connection.Client.ConnectAsync(server.SmtpHost, server.SmtpPort, Security(server.SmtpSecurity), cancellation);
            await SignInAsync(connection.Client, server, patience, cancellation);
            return connection;
        }
        catch (SslHandshakeException e) when (certificate.Fault is { } fault)
        {
            connection.Dispose();
            throw new SslHandshakeException(fault, e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private async Task SignInAsync(SmtpClient client, MailroomSettings server, TimeSpan patience, CancellationToken cancellation)
    {
        if (MailApplication.Of(server.SmtpTenantId, server.SmtpClientId, server.SmtpClientSecret) is { } application)
        {
            // The token comes from elsewhere, which must not outlast the lease under which a mail is sent.
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(2 * patience);
            await tokens.SignInAsync(client, application, server.SmtpUser, limit.Token);
        }
        else if (server.SmtpUser.Length > 0)
        {
            await client.AuthenticateAsync(server.SmtpUser, server.SmtpPassword, cancellation);
        }
    }

    private static SecureSocketOptions Security(string setting) => setting switch
    {
        "none" => SecureSocketOptions.None,
        "tls" => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };
}
