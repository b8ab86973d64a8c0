using System.Globalization;
using System.Net;
using MailKit.Internal;
using MailKit.Security;

namespace MailKit.Net.Imap;

/// <summary>Reads mailboxes (RFC 3501).</summary>
public class ImapClient : MailStore
{
    private readonly HashSet<string> _capabilities = new(StringComparer.OrdinalIgnoreCase);
    private ImapConnection? _connection;
    private ImapFolder? _inbox;
    private bool _authenticated;
    private int _timeout = 2 * 60 * 1000;
    private int _tag;

    public override HashSet<string> AuthenticationMechanisms { get; } = new(StringComparer.Ordinal);

    public override bool IsConnected => _connection is not null;

    public override bool IsSecure => _connection?.IsSecure == true;

    public override bool IsAuthenticated => _authenticated;

    public override int Timeout
    {
        get => _timeout;
        set => _timeout = value;
    }

    public override IMailFolder Inbox => _inbox ?? throw new ServiceNotAuthenticatedException("The ImapClient is not authenticated.");

    /// <summary>The folder that is open; the server knows one at a time.</summary>
    internal ImapFolder? Selected { get; set; }

    public override async Task ConnectAsync(
        string host, int port = 0, SecureSocketOptions options = SecureSocketOptions.Auto, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        if (IsConnected)
        {
            throw new InvalidOperationException("The ImapClient is already connected.");
        }

        port = port != 0 ? port : options == SecureSocketOptions.SslOnConnect ? 993 : 143;
        options = options != SecureSocketOptions.Auto ? options
            : port == 993 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable;
        _connection = await ImapConnection.OpenAsync(host, port, TimeSpan.FromMilliseconds(_timeout), cancellationToken).ConfigureAwait(false);
        try
        {
            await GreetAsync(_connection, host, options, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Drop();
            throw;
        }
    }

    public override async Task AuthenticateAsync(ICredentials credentials, CancellationToken cancellationToken = default)
    {
        RequireUnauthenticated();
        if (AuthenticationMechanisms.Contains("PLAIN")
            && credentials.GetCredential(new Uri("imap://server"), "PLAIN") is { } plain)
        {
            await AuthenticateAsync(new SaslMechanismPlain(plain), cancellationToken).ConfigureAwait(false);
            return;
        }

        var login = credentials.GetCredential(new Uri("imap://server"), "LOGIN");
        if (login is null || _capabilities.Contains("LOGINDISABLED"))
        {
            throw new AuthenticationException("The LOGIN command is disabled.");
        }

        var answer = await CommandAsync(
            $"LOGIN {ImapNames.Quote(login.UserName)} {ImapNames.Quote(login.Password)}", null, cancellationToken).ConfigureAwait(false);
        await SignedInAsync(answer, cancellationToken).ConfigureAwait(false);
    }

    public override async Task AuthenticateAsync(SaslMechanism mechanism, CancellationToken cancellationToken = default)
    {
        RequireUnauthenticated();
        mechanism.Reset();
        var command = "AUTHENTICATE " + mechanism.MechanismName;
        if (mechanism.SupportsInitialResponse && _capabilities.Contains("SASL-IR"))
        {
            command += " " + mechanism.Challenge(null, cancellationToken);
        }

        var answer = await CommandAsync(command, token => mechanism.Challenge(token, cancellationToken), cancellationToken).ConfigureAwait(false);
        await SignedInAsync(answer, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<IMailFolder> GetFolderAsync(string path, CancellationToken cancellationToken = default)
    {
        if (path.Equals("INBOX", StringComparison.OrdinalIgnoreCase))
        {
            return Inbox;
        }

        var encoded = ImapNames.Encode(path);
        var answer = (await CommandAsync("LIST \"\" " + ImapNames.Quote(encoded), null, cancellationToken).ConfigureAwait(false)).OrThrow();
        return answer.Untagged.Any(line => line.Text.StartsWith("* LIST ", StringComparison.OrdinalIgnoreCase))
            ? new ImapFolder(this, path, encoded)
            : throw new FolderNotFoundException(path);
    }

    public override async Task NoOpAsync(CancellationToken cancellationToken = default) =>
        (await CommandAsync("NOOP", null, cancellationToken).ConfigureAwait(false)).OrThrow();

    public override async Task DisconnectAsync(bool quit, CancellationToken cancellationToken = default)
    {
        try
        {
            if (quit && IsConnected)
            {
                await CommandAsync("LOGOUT", null, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or ImapProtocolException or TimeoutException)
        {
            // The connection ends either way.
        }
        finally
        {
            Drop();
        }
    }

    internal bool Can(string capability) => _capabilities.Contains(capability);

    /// <summary>One command and all that the server says until it is done.</summary>
    internal async Task<ImapAnswer> CommandAsync(string command, Func<string, string>? goOn, CancellationToken cancellation)
    {
        var connection = _connection ?? throw new ServiceNotConnectedException("The ImapClient is not connected.");
        var tag = "A" + (++_tag).ToString("D8", CultureInfo.InvariantCulture);
        try
        {
            await connection.WriteLineAsync($"{tag} {command}", cancellation).ConfigureAwait(false);
            List<ImapLine> untagged = [];
            while (true)
            {
                var line = await connection.ReadAsync(cancellation).ConfigureAwait(false);
                if (line.Text.StartsWith('+'))
                {
                    var reply = (goOn ?? throw new ImapProtocolException("The server asks for more where nothing follows."))(line.Text[1..].Trim());
                    await connection.WriteLineAsync(reply, cancellation).ConfigureAwait(false);
                }
                else if (line.Text.StartsWith(tag + " ", StringComparison.Ordinal))
                {
                    return ImapAnswer.Of(line.Text[(tag.Length + 1)..], untagged);
                }
                else if (line.Text.StartsWith("* BYE", StringComparison.OrdinalIgnoreCase) && command != "LOGOUT")
                {
                    throw new ImapProtocolException($"The IMAP server has unexpectedly disconnected: {line.Text[5..].Trim()}");
                }
                else
                {
                    untagged.Add(line);
                }
            }
        }
        catch
        {
            // Half an answer is on the way: whatever comes next cannot be told from it.
            Drop();
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Drop();
        }
    }

    private async Task GreetAsync(ImapConnection connection, string host, SecureSocketOptions options, CancellationToken cancellation)
    {
        if (options == SecureSocketOptions.SslOnConnect)
        {
            await connection.SecureAsync(host, ServerCertificateValidationCallback, CheckCertificateRevocation, cancellation).ConfigureAwait(false);
        }

        var greeting = (await connection.ReadAsync(cancellation).ConfigureAwait(false)).Text;
        if (!greeting.StartsWith("* OK", StringComparison.OrdinalIgnoreCase))
        {
            throw new ImapProtocolException($"Unexpected greeting of the IMAP server: {greeting}");
        }

        await CapabilityAsync(cancellation).ConfigureAwait(false);
        if (options is not (SecureSocketOptions.StartTls or SecureSocketOptions.StartTlsWhenAvailable))
        {
            return;
        }

        if (Can("STARTTLS"))
        {
            (await CommandAsync("STARTTLS", null, cancellation).ConfigureAwait(false)).OrThrow();
            await connection.SecureAsync(host, ServerCertificateValidationCallback, CheckCertificateRevocation, cancellation).ConfigureAwait(false);
            await CapabilityAsync(cancellation).ConfigureAwait(false);
        }
        else if (options == SecureSocketOptions.StartTls)
        {
            throw new NotSupportedException("The IMAP server does not support the STARTTLS extension.");
        }
    }

    private async Task CapabilityAsync(CancellationToken cancellation)
    {
        var answer = (await CommandAsync("CAPABILITY", null, cancellation).ConfigureAwait(false)).OrThrow();
        _capabilities.Clear();
        AuthenticationMechanisms.Clear();
        foreach (var line in answer.Untagged.Where(l => l.Text.StartsWith("* CAPABILITY ", StringComparison.OrdinalIgnoreCase)))
        {
            _capabilities.UnionWith(line.Text[13..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        AuthenticationMechanisms.UnionWith(_capabilities
            .Where(c => c.StartsWith("AUTH=", StringComparison.OrdinalIgnoreCase)).Select(c => c[5..].ToUpperInvariant()));
    }

    private async Task SignedInAsync(ImapAnswer answer, CancellationToken cancellation)
    {
        if (answer.Response != ImapCommandResponse.Ok)
        {
            throw new AuthenticationException(answer.Text, new ImapCommandException(answer.Response, answer.Text));
        }

        _authenticated = true;
        _inbox = new ImapFolder(this, "INBOX", "INBOX");
        await CapabilityAsync(cancellation).ConfigureAwait(false);
    }

    private void RequireUnauthenticated()
    {
        if (!IsConnected)
        {
            throw new ServiceNotConnectedException("The ImapClient is not connected.");
        }

        if (_authenticated)
        {
            throw new InvalidOperationException("The ImapClient is already authenticated.");
        }
    }

    private void Drop()
    {
        _connection?.Dispose();
        (_connection, _authenticated, _inbox, Selected) = (null, false, null, null);
    }
}
