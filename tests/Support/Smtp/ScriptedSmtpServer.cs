using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Mailroom.Support.Smtp;

/// <summary>An SMTP server that fails on demand: answers ordinarily but for the commands whose answer a test gives.</summary>
public sealed class ScriptedSmtpServer : IAsyncDisposable
{
    /// <summary>An answer that never comes.</summary>
    public const string Silence = "(silence)";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly List<(string Command, string Answer)> _script;
    private readonly Lazy<X509Certificate2> _certificate = new(SelfSigned);
    private readonly Task _serving;
    private int _connections;
    private int _open;

    /// <summary>Starts the server.</summary>
    /// <param name="script">Beginnings of commands ("" is the greeting, "." the end of the data) with their answers; an empty answer hangs up.</param>
    public ScriptedSmtpServer(params (string Command, string Answer)[] script)
    {
        _script = [.. script];
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>The port.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections were opened.</summary>
    public int Connections => _connections;

    /// <summary>How many of them are still open.</summary>
    public int Open => _open;

    /// <summary>Every line heard, commands and mails.</summary>
    public IReadOnlyList<string> Heard => [.. _heard];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _serving;
        _end.Dispose();
        if (_certificate.IsValueCreated)
        {
            _certificate.Value.Dispose();
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private async Task ServeAsync()
    {
        List<Task> talks = [];
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                talks.Add(ConverseAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over; a listener that was stopped between two clients says that it is not listening.
            await Task.WhenAll(talks);
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using var talk = client;
        Interlocked.Increment(ref _connections);
        Interlocked.Increment(ref _open);
        try
        {
            Stream stream = talk.GetStream();
            var inData = false;
            await SayAsync(stream, Answer("", "220 localhost"));
            while (await LineAsync(stream) is { } line)
            {
                _heard.Enqueue(line);
                if (inData && line != ".")
                {
                    continue;
                }

                var answer = Answer(line, Ordinary(line));
                if (answer.Length == 0)
                {
                    return;
                }

                if (answer == Silence)
                {
                    continue;
                }

                inData = line == "DATA" && answer.StartsWith('3');
                await SayAsync(stream, answer);
                if (line == "STARTTLS")
                {
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(_certificate.Value);
                    stream = secure;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The client hung up, or the test is over.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private string Answer(string line, string ordinary) =>
        _script.Where(s => s.Command.Length == 0 ? line.Length == 0 : line.StartsWith(s.Command, StringComparison.Ordinal))
            .Select(s => s.Answer).FirstOrDefault() ?? ordinary;

    private static string Ordinary(string line) => line switch
    {
        _ when line.StartsWith("EHLO", StringComparison.Ordinal) => "250-localhost\r\n250-STARTTLS\r\n250-AUTH PLAIN LOGIN\r\n250-SMTPUTF8\r\n250 8BITMIME",
        _ when line.StartsWith("AUTH", StringComparison.Ordinal) => "235 2.7.0 ok",
        "DATA" => "354 go",
        "QUIT" => "221 bye",
        "STARTTLS" => "220 go",
        _ => "250 2.0.0 ok",
    };

    private async Task<string?> LineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _end.Token) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }

    private async Task SayAsync(Stream stream, string answer)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"), _end.Token);
        await stream.FlushAsync(_end.Token);
    }
}
