using System.Net.Sockets;
using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Pipeline.Adapters.SignIn;
using Mailroom.Pipeline.Adapters.Tls;
using Mailroom.Pipeline.Settings;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;

namespace Mailroom.Pipeline.Adapters.Imap;

/// <summary>Signs in to mailboxes and says in one form why that or what follows fails.</summary>
public sealed class MailboxDoor(MailTokens tokens)
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SignInLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan OpenLimit = TimeSpan.FromSeconds(60);

    /// <summary>Connects, signs in, opens the folder.</summary>
    /// <exception cref="MailboxException">One of them failed.</exception>
    public async Task<MailboxSession> OpenAsync(MailboxAccount account, CancellationToken cancellation)
    {
        // Each verb has its own limit; this one is for a single read or write within it.
#pragma warning disable CA2000 // The session closes it; where none comes about, the catch below does.
        var client = new ImapClient { Timeout = (int)SignInLimit.TotalMilliseconds };
#pragma warning restore CA2000
        var certificate = new ServerCertificate(account.Host);
        client.ServerCertificateValidationCallback = certificate.Accepts;
        try
        {
            await WithinAsync("to connect", ConnectLimit, t => client.ConnectAsync(account.Host, account.Port, Security(account.Security), t), cancellation);
            await WithinAsync("to sign in", SignInLimit, t => SignInAsync(client, account, t), cancellation);
            return await WithinAsync("to open the folder", OpenLimit, t => MailboxSession.OpenAsync(client, account, t), cancellation);
        }
        catch (MailboxException e) when (certificate.Fault is { } fault)
        {
            client.Dispose();
            throw new MailboxException(MailboxTroubleKind.Unsafe, fault, e.InnerException);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>One verb within its time, its failures in our words.</summary>
    internal static async Task<T> WithinAsync<T>(string what, TimeSpan limit, Func<CancellationToken, Task<T>> verb, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(limit);
        try
        {
            return await verb(patience.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new MailboxException(MailboxTroubleKind.Unreachable, $"The server took longer than {limit.TotalSeconds:0} seconds {what}.", e);
        }
        catch (Exception e) when (KindOf(e) is { } kind)
        {
            throw new MailboxException(kind, e.Message, e);
        }
    }

    private static Task<bool> WithinAsync(string what, TimeSpan limit, Func<CancellationToken, Task> verb, CancellationToken cancellation) =>
        WithinAsync(what, limit, async t =>
        {
            await verb(t);
            return true;
        }, cancellation);

    private static MailboxTroubleKind? KindOf(Exception failure) => failure switch
    {
        // The server lacks STARTTLS.
        NotSupportedException => MailboxTroubleKind.Unsafe,
        AuthenticationException or ServiceNotAuthenticatedException => MailboxTroubleKind.SignIn,
        ImapCommandException or FolderNotFoundException => MailboxTroubleKind.Refused,
        SocketException or IOException or TimeoutException or ImapProtocolException or SslHandshakeException
            or ServiceNotConnectedException => MailboxTroubleKind.Unreachable,
        _ => null,
    };

    private static SecureSocketOptions Security(string setting) => setting switch
    {
        "none" => SecureSocketOptions.None,
        "starttls" => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.SslOnConnect,
    };

    private Task SignInAsync(ImapClient client, MailboxAccount account, CancellationToken cancellation) => account.Application is { } application
        ? tokens.SignInAsync(client, application, account.User, cancellation)
        : client.AuthenticateAsync(account.User, account.Password, cancellation);
}
