using System.Net;
using System.Net.Security;
using MailKit.Security;
using MimeKit;

namespace MailKit;

/// <summary>A connection to a mail server.</summary>
public abstract class MailService : IDisposable
{
    public abstract HashSet<string> AuthenticationMechanisms { get; }

    public abstract bool IsConnected { get; }

    public abstract bool IsSecure { get; }

    public abstract bool IsAuthenticated { get; }

    /// <summary>How long one exchange may take, in milliseconds.</summary>
    public abstract int Timeout { get; set; }

    public bool CheckCertificateRevocation { get; set; } = true;

    public RemoteCertificateValidationCallback? ServerCertificateValidationCallback { get; set; }

    public abstract Task ConnectAsync(
        string host, int port = 0, SecureSocketOptions options = SecureSocketOptions.Auto, CancellationToken cancellationToken = default);

    public Task AuthenticateAsync(string userName, string password, CancellationToken cancellationToken = default) =>
        AuthenticateAsync(new NetworkCredential(userName, password), cancellationToken);

    public abstract Task AuthenticateAsync(ICredentials credentials, CancellationToken cancellationToken = default);

    public abstract Task AuthenticateAsync(SaslMechanism mechanism, CancellationToken cancellationToken = default);

    public abstract Task DisconnectAsync(bool quit, CancellationToken cancellationToken = default);

    public abstract Task NoOpAsync(CancellationToken cancellationToken = default);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}

/// <summary>A connection that takes mails.</summary>
public abstract class MailTransport : MailService
{
    public Task<string> SendAsync(MimeMessage message, CancellationToken cancellationToken = default, ITransferProgress? progress = null) =>
        SendAsync(FormatOptions.Default, message, cancellationToken, progress);

    public Task<string> SendAsync(
        MimeMessage message, MailboxAddress sender, IEnumerable<MailboxAddress> recipients,
        CancellationToken cancellationToken = default, ITransferProgress? progress = null) =>
        SendAsync(FormatOptions.Default, message, sender, recipients, cancellationToken, progress);

    public abstract Task<string> SendAsync(
        FormatOptions options, MimeMessage message, CancellationToken cancellationToken = default, ITransferProgress? progress = null);

    public abstract Task<string> SendAsync(
        FormatOptions options, MimeMessage message, MailboxAddress sender, IEnumerable<MailboxAddress> recipients,
        CancellationToken cancellationToken = default, ITransferProgress? progress = null);
}
