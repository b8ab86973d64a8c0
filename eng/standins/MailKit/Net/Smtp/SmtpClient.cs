using System.Globalization;
using System.Net;
using MailKit.Internal;
using MailKit.Security;
using MimeKit;

namespace MailKit.Net.Smtp;

/// <summary>Sends mail (RFC 5321).</summary>
public partial class SmtpClient : MailTransport
{
    private const int DataChunk = 4096;

    private SmtpConnection? _connection;
    private bool _authenticated;
    private int _timeout = 2 * 60 * 1000;

    public SmtpCapabilities Capabilities { get; set; }

    public string? LocalDomain { get; set; }

    public uint MaxSize { get; private set; }

    public override HashSet<string> AuthenticationMechanisms { get; } = new(StringComparer.Ordinal);

    public override bool IsConnected => _connection is not null;

    public override bool IsSecure => _connection?.IsSecure == true;

    public override bool IsAuthenticated => _authenticated;

    public override int Timeout
    {
        get => _timeout;
        set => _timeout = value;
    }

    public override async Task ConnectAsync(
        string host, int port = 0, SecureSocketOptions options = SecureSocketOptions.Auto, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        if (IsConnected)
        {
            throw new InvalidOperationException("The SmtpClient is already connected.");
        }

        port = port != 0 ? port : options == SecureSocketOptions.SslOnConnect ? 465 : 25;
        options = options != SecureSocketOptions.Auto ? options
            : port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable;
        _connection = await SmtpConnection.OpenAsync(host, port, TimeSpan.FromMilliseconds(_timeout), cancellationToken).ConfigureAwait(false);
        try
        {
            await GreetAsync(host, options, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Drop();
            throw;
        }
    }

    public override async Task AuthenticateAsync(ICredentials credentials, CancellationToken cancellationToken = default)
    {
        var uri = new Uri("smtp://server");
        SaslMechanism? mechanism = null;
        foreach (var name in new[] { "PLAIN", "LOGIN" }.Where(AuthenticationMechanisms.Contains))
        {
            if (credentials.GetCredential(uri, name) is { } credential)
            {
                mechanism ??= name == "PLAIN" ? new SaslMechanismPlain(credential) : new SaslMechanismLogin(credential);
            }
        }

        RequireConnection();
        if (!Capabilities.HasFlag(SmtpCapabilities.Authentication))
        {
            throw new NotSupportedException("The SMTP server does not support authentication.");
        }

        await AuthenticateAsync(
            mechanism ?? throw new AuthenticationException("No compatible authentication mechanisms found."), cancellationToken).ConfigureAwait(false);
    }

    public override async Task AuthenticateAsync(SaslMechanism mechanism, CancellationToken cancellationToken = default)
    {
        var connection = RequireConnection();
        if (_authenticated)
        {
            throw new InvalidOperationException("The SmtpClient is already authenticated.");
        }

        if (!Capabilities.HasFlag(SmtpCapabilities.Authentication))
        {
            throw new NotSupportedException("The SMTP server does not support authentication.");
        }

        mechanism.Reset();
        var command = "AUTH " + mechanism.MechanismName + (mechanism.SupportsInitialResponse ? " " + mechanism.Challenge(null, cancellationToken) : "");
        var response = await connection.CommandAsync(command, cancellationToken).ConfigureAwait(false);
        for (var round = 0; response.StatusCode == SmtpStatusCode.AuthenticationChallenge && round < 10; round++)
        {
            var answer = mechanism.Challenge(response.Response, cancellationToken);
            response = await connection.CommandAsync(answer, cancellationToken).ConfigureAwait(false);
        }

        if (response.StatusCode != SmtpStatusCode.AuthenticationSuccessful)
        {
            throw new AuthenticationException($"{(int)response.StatusCode}: {response.Response}", Failure(SmtpErrorCode.UnexpectedStatusCode, response));
        }

        _authenticated = true;
        await EhloAsync(cancellationToken).ConfigureAwait(false);
    }

    public override Task<string> SendAsync(
        FormatOptions options, MimeMessage message, CancellationToken cancellationToken = default, ITransferProgress? progress = null)
    {
        var sender = message.Sender ?? message.From.Mailboxes.FirstOrDefault()
            ?? throw new InvalidOperationException("No sender has been specified.");
        return SendAsync(options, message, sender, message.GetRecipients(onlyUnique: true), cancellationToken, progress);
    }

    public override async Task<string> SendAsync(
        FormatOptions options, MimeMessage message, MailboxAddress sender, IEnumerable<MailboxAddress> recipients,
        CancellationToken cancellationToken = default, ITransferProgress? progress = null)
    {
        var to = recipients.DistinctBy(r => r.Address, StringComparer.OrdinalIgnoreCase).ToList();
        if (to.Count == 0)
        {
            throw new InvalidOperationException("No recipients have been specified.");
        }

        var connection = RequireConnection();
        message.Prepare(Capabilities.HasFlag(SmtpCapabilities.EightBitMime) ? EncodingConstraint.EightBit : EncodingConstraint.SevenBit);
        var format = options.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.HiddenHeaders.Add(HeaderId.ContentLength);
        format.HiddenHeaders.Add(HeaderId.ResentBcc);
        format.HiddenHeaders.Add(HeaderId.Bcc);
        var body = new MemoryStream();
        message.WriteTo(format, body, cancellationToken);
        try
        {
            await EnvelopeAsync(connection, sender, to, body.Length, cancellationToken).ConfigureAwait(false);
            return await DataAsync(connection, body, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (SmtpCommandException)
        {
            await ResetAsync(cancellationToken).ConfigureAwait(false);
            throw;
        }
        catch
        {
            Drop();
            throw;
        }
    }

    public override async Task NoOpAsync(CancellationToken cancellationToken = default) =>
        Expect(await RequireConnection().CommandAsync("NOOP", cancellationToken).ConfigureAwait(false), SmtpErrorCode.UnexpectedStatusCode);

    public override async Task DisconnectAsync(bool quit, CancellationToken cancellationToken = default)
    {
        try
        {
            if (quit && _connection is { } connection)
            {
                await connection.CommandAsync("QUIT", cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or SmtpProtocolException or TimeoutException)
        {
            // The connection ends either way.
        }
        finally
        {
            Drop();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Drop();
        }
    }

    private static void Expect(SmtpResponse response, SmtpErrorCode code, MailboxAddress? mailbox = null, int classOf = 2)
    {
        if ((int)response.StatusCode / 100 != classOf)
        {
            throw Failure(code, response, mailbox);
        }
    }

    private static Exception Failure(SmtpErrorCode code, SmtpResponse response, MailboxAddress? mailbox = null) =>
        response.StatusCode == SmtpStatusCode.AuthenticationRequired
            ? new ServiceNotAuthenticatedException(response.Response)
            : mailbox is null
                ? new SmtpCommandException(code, response.StatusCode, response.Response)
                : new SmtpCommandException(code, response.StatusCode, mailbox, response.Response);

    private async Task EnvelopeAsync(
        SmtpConnection connection, MailboxAddress sender, List<MailboxAddress> to, long size, CancellationToken cancellation)
    {
        var utf8 = Capabilities.HasFlag(SmtpCapabilities.UTF8) && (sender.IsInternational || to.Exists(r => r.IsInternational));
        var from = $"MAIL FROM:<{sender.GetAddress(!utf8)}>" +
            (Capabilities.HasFlag(SmtpCapabilities.Size) ? $" SIZE={size.ToString(CultureInfo.InvariantCulture)}" : "") +
            (utf8 ? " SMTPUTF8" : "") +
            (Capabilities.HasFlag(SmtpCapabilities.EightBitMime) ? " BODY=8BITMIME" : "");
        Expect(await connection.CommandAsync(from, cancellation).ConfigureAwait(false), SmtpErrorCode.SenderNotAccepted, sender);
        foreach (var recipient in to)
        {
            var response = await connection.CommandAsync($"RCPT TO:<{recipient.GetAddress(!utf8)}>", cancellation).ConfigureAwait(false);
            Expect(response, SmtpErrorCode.RecipientNotAccepted, recipient);
        }
    }

    private static async Task<string> DataAsync(
        SmtpConnection connection, MemoryStream body, ITransferProgress? progress, CancellationToken cancellation)
    {
        var go = await connection.CommandAsync("DATA", cancellation).ConfigureAwait(false);
        Expect(go, SmtpErrorCode.MessageNotAccepted, classOf: 3);
        var data = DotStuffed(body.GetBuffer().AsSpan(0, (int)body.Length));
        for (var sent = 0; sent < data.Length;)
        {
            var chunk = data.AsMemory(sent, Math.Min(DataChunk, data.Length - sent));
            await connection.WriteAsync(chunk, cancellation).ConfigureAwait(false);
            sent += chunk.Length;
            progress?.Report(sent, body.Length);
        }

        var ends = data is [] or [.., (byte)'\n'] ? ".\r\n"u8 : "\r\n.\r\n"u8;
        await connection.WriteAsync(ends.ToArray(), cancellation).ConfigureAwait(false);
        var done = await connection.ReadAsync(cancellation).ConfigureAwait(false);
        Expect(done, SmtpErrorCode.MessageNotAccepted);
        return done.Response;
    }

    private static byte[] DotStuffed(ReadOnlySpan<byte> body)
    {
        var output = new List<byte>(body.Length + 100);
        var lineStart = true;
        foreach (var b in body)
        {
            if (lineStart && b == '.')
            {
                output.Add((byte)'.');
            }

            output.Add(b);
            lineStart = b == '\n';
        }

        return [.. output];
    }

    private SmtpConnection RequireConnection() =>
        _connection ?? throw new ServiceNotConnectedException("The SmtpClient is not connected.");

    private void Drop()
    {
        _connection?.Dispose();
        (_connection, _authenticated) = (null, false);
    }
}
