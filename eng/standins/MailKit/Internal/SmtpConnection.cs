using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace MailKit.Internal;

/// <summary>One SMTP connection: lines out, answers in, each within a time limit.</summary>
internal sealed class SmtpConnection(Stream stream, TimeSpan timeout) : IDisposable
{
    private const int MaxLine = 8192;
    private const int MaxLines = 512;
    private readonly byte[] _buffer = new byte[4096];
    private Stream _stream = stream;
    private int _start;
    private int _end;

    public bool IsSecure => _stream is SslStream;

    public static async Task<SmtpConnection> OpenAsync(string host, int port, TimeSpan timeout, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            using var limit = Limit(timeout, cancellation);
            await socket.ConnectAsync(host, port, limit.Token).ConfigureAwait(false);
            return new SmtpConnection(new NetworkStream(socket, ownsSocket: true), timeout);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            socket.Dispose();
            throw new TimeoutException($"The server did not answer within {timeout}.");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async Task SecureAsync(
        string host, RemoteCertificateValidationCallback? check, bool revocation, CancellationToken cancellation)
    {
        // What came before TLS was not protected: an answer injected there must not be read afterwards (CVE-2026-41319).
        (_start, _end) = (0, 0);
        var tls = new SslStream(_stream, leaveInnerStreamOpen: false);
        X509Certificate? shown = null;
        try
        {
            var options = new SslClientAuthenticationOptions
            {
                TargetHost = host,
                CertificateRevocationCheckMode = revocation ? X509RevocationMode.Online : X509RevocationMode.NoCheck,
                RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
                {
                    shown = certificate;
                    return check?.Invoke(sender, certificate, chain, errors) ?? errors == SslPolicyErrors.None;
                },
            };
            await InTime(token => new ValueTask(tls.AuthenticateAsClientAsync(options, token)), cancellation).ConfigureAwait(false);
            _stream = tls;
        }
        catch (Exception e) when (e is System.Security.Authentication.AuthenticationException or IOException)
        {
            await tls.DisposeAsync().ConfigureAwait(false);
            throw new SslHandshakeException("An error occurred while attempting to establish an SSL or TLS connection.", e) { ServerCertificate = shown };
        }
    }

    public async Task<SmtpResponse> CommandAsync(string line, CancellationToken cancellation)
    {
        if (line.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new ArgumentException("A command is one line.", nameof(line));
        }

        await WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancellation).ConfigureAwait(false);
        return await ReadAsync(cancellation).ConfigureAwait(false);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        await InTime(async token =>
        {
            await _stream.WriteAsync(bytes, token).ConfigureAwait(false);
            await _stream.FlushAsync(token).ConfigureAwait(false);
        }, cancellation).ConfigureAwait(false);

    public async Task<SmtpResponse> ReadAsync(CancellationToken cancellation)
    {
        var text = new StringBuilder();
        for (var lines = 0; lines < MaxLines; lines++)
        {
            var line = await LineAsync(cancellation).ConfigureAwait(false);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), out var code) || (line.Length > 3 && line[3] is not ('-' or ' ')))
            {
                throw new SmtpProtocolException("Unable to parse status code returned by the server.");
            }

            text.Append(text.Length > 0 ? "\n" : "").Append(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ')
            {
                return new SmtpResponse((SmtpStatusCode)code, text.ToString());
            }
        }

        throw new SmtpProtocolException("The server's answer has no end.");
    }

    public void Dispose() => _stream.Dispose();

    private static CancellationTokenSource Limit(TimeSpan timeout, CancellationToken cancellation)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        return limit;
    }

    private async Task<string> LineAsync(CancellationToken cancellation)
    {
        var line = new List<byte>();
        while (true)
        {
            if (_start == _end)
            {
                _start = 0;
                await InTime(async token => _end = await _stream.ReadAsync(_buffer, token).ConfigureAwait(false), cancellation).ConfigureAwait(false);
                if (_end == 0)
                {
                    throw new SmtpProtocolException("The SMTP server has unexpectedly disconnected.");
                }
            }

            var b = _buffer[_start++];
            if (b == '\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(b);
            if (line.Count > MaxLine)
            {
                throw new SmtpProtocolException("The server sends a line without end.");
            }
        }
    }

    private async Task InTime(Func<CancellationToken, ValueTask> work, CancellationToken cancellation)
    {
        using var limit = Limit(timeout, cancellation);
        try
        {
            await work(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"The server did not answer within {timeout}.");
        }
    }
}
