using System.Net;
using System.Net.Sockets;
using MailKit.Security;

namespace MailKit.Net.Smtp;

/// <summary>Greeting, TLS, and what the server offers.</summary>
public partial class SmtpClient
{
    private async Task GreetAsync(string host, SecureSocketOptions options, CancellationToken cancellation)
    {
        var connection = RequireConnection();
        if (options == SecureSocketOptions.SslOnConnect)
        {
            await connection.SecureAsync(host, ServerCertificateValidationCallback, CheckCertificateRevocation, cancellation).ConfigureAwait(false);
        }

        Expect(await connection.ReadAsync(cancellation).ConfigureAwait(false), SmtpErrorCode.UnexpectedStatusCode);
        await EhloAsync(cancellation).ConfigureAwait(false);
        var offered = Capabilities.HasFlag(SmtpCapabilities.StartTLS);
        if (options == SecureSocketOptions.StartTls && !offered)
        {
            throw new NotSupportedException("The SMTP server does not support the STARTTLS extension.");
        }

        if (offered && options is SecureSocketOptions.StartTls or SecureSocketOptions.StartTlsWhenAvailable)
        {
            Expect(await connection.CommandAsync("STARTTLS", cancellation).ConfigureAwait(false), SmtpErrorCode.UnexpectedStatusCode);
            await connection.SecureAsync(host, ServerCertificateValidationCallback, CheckCertificateRevocation, cancellation).ConfigureAwait(false);
            await EhloAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async Task EhloAsync(CancellationToken cancellation)
    {
        var connection = RequireConnection();
        var name = LocalDomain ?? Dns.GetHostName();
        name = name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '[' or ']' or ':') ? name : "localhost";
        var response = await connection.CommandAsync($"EHLO {name}", cancellation).ConfigureAwait(false);
        (Capabilities, MaxSize) = (SmtpCapabilities.None, 0);
        AuthenticationMechanisms.Clear();
        if ((int)response.StatusCode / 100 != 2)
        {
            Expect(await connection.CommandAsync($"HELO {name}", cancellation).ConfigureAwait(false), SmtpErrorCode.UnexpectedStatusCode);
            return;
        }

        foreach (var line in response.Response.Split('\n').Skip(1))
        {
            Note(line.Trim());
        }
    }

    private void Note(string line)
    {
        var words = line.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return;
        }

        Capabilities |= words[0].ToUpperInvariant() switch
        {
            "SIZE" => SmtpCapabilities.Size,
            "DSN" => SmtpCapabilities.Dsn,
            "ENHANCEDSTATUSCODES" => SmtpCapabilities.EnhancedStatusCodes,
            "AUTH" => SmtpCapabilities.Authentication,
            "8BITMIME" => SmtpCapabilities.EightBitMime,
            "PIPELINING" => SmtpCapabilities.Pipelining,
            "BINARYMIME" => SmtpCapabilities.BinaryMime,
            "CHUNKING" => SmtpCapabilities.Chunking,
            "STARTTLS" => SmtpCapabilities.StartTLS,
            "SMTPUTF8" => SmtpCapabilities.UTF8,
            "REQUIRETLS" => SmtpCapabilities.RequireTLS,
            _ => SmtpCapabilities.None,
        };
        if (words[0].Equals("SIZE", StringComparison.OrdinalIgnoreCase) && words.Length > 1 && uint.TryParse(words[1], out var size))
        {
            MaxSize = size;
        }
        else if (words[0].Equals("AUTH", StringComparison.OrdinalIgnoreCase))
        {
            AuthenticationMechanisms.UnionWith(words.Skip(1).Select(w => w.ToUpperInvariant()));
        }
    }

    private async Task ResetAsync(CancellationToken cancellation)
    {
        try
        {
            await RequireConnection().CommandAsync("RSET", cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SmtpProtocolException or TimeoutException or SocketException)
        {
            Drop();
        }
    }
}
