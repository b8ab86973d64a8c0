using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MailKit.Net.Imap;
using MailKit.Security;

namespace MailKit.Internal;

/// <summary>One IMAP connection (RFC 3501): command lines out, responses with their literals in, each exchange within a time limit.</summary>
internal sealed class ImapConnection(Stream stream, TimeSpan timeout) : IDisposable
{
    // A search may name every mail of a large folder in one line; a literal is one mail, and no mail is larger than 150 MB.
    private const int MaxLine = 16 * 1024 * 1024;
    private const int MaxLiteral = 160 * 1024 * 1024;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private Stream _stream = stream;
    private int _start;
    private int _end;

    public bool IsSecure => _stream is SslStream;

    public static async Task<ImapConnection> OpenAsync(string host, int port, TimeSpan timeout, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            await socket.ConnectAsync(host, port, limit.Token).ConfigureAwait(false);
            return new ImapConnection(new NetworkStream(socket, ownsSocket: true), timeout);
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
        // What came before TLS was not protected: an answer injected there must not be read afterwards.
        (_start, _end) = (0, 0);
        var tls = new SslStream(_stream, leaveInnerStreamOpen: false);
        X509Certificate? shown = null;
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
        try
        {
            await InTime(token => new ValueTask(tls.AuthenticateAsClientAsync(options, token)), cancellation).ConfigureAwait(false);
            _stream = tls;
        }
        catch (Exception e) when (e is System.Security.Authentication.AuthenticationException or IOException)
        {
            await tls.DisposeAsync().ConfigureAwait(false);
            throw new SslHandshakeException("An error occurred while attempting to establish an SSL or TLS connection.", e) { ServerCertificate = shown };
        }
    }

    public Task WriteLineAsync(string line, CancellationToken cancellation)
    {
        if (line.AsSpan().ContainsAny('\r', '\n', '\0'))
        {
            throw new ArgumentException("A command is one line.", nameof(line));
        }

        return InTime(async token =>
        {
            await _stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), token).ConfigureAwait(false);
            await _stream.FlushAsync(token).ConfigureAwait(false);
        }, cancellation);
    }

    /// <summary>The next response: its line, in which <see cref="ImapLine.LiteralMark"/> stands for each literal.</summary>
    public async Task<ImapLine> ReadAsync(CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var literals = new Queue<byte[]>();
        var room = MaxLiteral;
        while (true)
        {
            await LineAsync(text, cancellation).ConfigureAwait(false);
            if (LiteralLength(text) is not { } length)
            {
                return new ImapLine(text.ToString(), literals);
            }

            if (length > room)
            {
                throw new ImapProtocolException("The server sends more than any mail holds.");
            }

            room -= length;
            literals.Enqueue(await BytesAsync(length, cancellation).ConfigureAwait(false));
            text.Append(ImapLine.LiteralMark);
        }
    }

    public void Dispose() => _stream.Dispose();

    // "{123}" at the end announces a literal; it is taken off the line.
    private static int? LiteralLength(StringBuilder text)
    {
        if (text.Length < 3 || text[^1] != '}')
        {
            return null;
        }

        var open = text.Length - 2;
        while (open > 0 && char.IsAsciiDigit(text[open]))
        {
            open--;
        }

        var digits = text.ToString(open + 1, text.Length - open - 2);
        if (text[open] != '{' || digits.Length == 0)
        {
            return null;
        }

        text.Length = open;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : throw new ImapProtocolException("The server announces more than any mail holds.");
    }

    private async Task LineAsync(StringBuilder text, CancellationToken cancellation)
    {
        while (true)
        {
            await FillAsync(cancellation).ConfigureAwait(false);
            var feed = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            var stop = feed < 0 ? _end : _start + feed;
            text.Append(Encoding.Latin1.GetString(_buffer, _start, stop - _start));
            _start = feed < 0 ? _end : stop + 1;
            if (feed >= 0)
            {
                text.Length -= text.Length > 0 && text[^1] == '\r' ? 1 : 0;
                return;
            }

            if (text.Length > MaxLine)
            {
                throw new ImapProtocolException("The server sends a line without end.");
            }
        }
    }

    private async Task<byte[]> BytesAsync(int length, CancellationToken cancellation)
    {
        // It grows with what really comes: a server that only announces much costs nothing.
        using var bytes = new MemoryStream(Math.Min(length, _buffer.Length));
        while (bytes.Length < length)
        {
            await FillAsync(cancellation).ConfigureAwait(false);
            var count = Math.Min(length - (int)bytes.Length, _end - _start);
            bytes.Write(_buffer, _start, count);
            _start += count;
        }

        return bytes.ToArray();
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        if (_start < _end)
        {
            return;
        }

        _start = 0;
        await InTime(async token => _end = await _stream.ReadAsync(_buffer, token).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        if (_end == 0)
        {
            throw new ImapProtocolException("The IMAP server has unexpectedly disconnected.");
        }
    }

    private async Task InTime(Func<CancellationToken, ValueTask> work, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
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
