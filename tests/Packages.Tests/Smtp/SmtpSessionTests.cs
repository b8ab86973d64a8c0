using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using Mailroom.Support.Smtp;

namespace Mailroom.Packages.Tests.Smtp;

/// <summary>TLS and sign-in, byte by byte, and what no real server can be made to do.</summary>
public sealed class SmtpSessionTests
{
    [Fact]
    public async Task Sign_in_happens_under_TLS()
    {
        await using var server = new ScriptedSmtpServer();
        using var client = Trusting();
        await client.ConnectAsync("127.0.0.1", server.Port, SecureSocketOptions.StartTls);

        await client.AuthenticateAsync("agent", "pass word?");

        Assert.True(client.IsSecure);
        Assert.True(client.IsAuthenticated);
        Assert.Contains("AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes("\0agent\0pass word?")), server.Heard);
    }

    [Fact]
    public async Task What_was_injected_before_TLS_is_not_read_after_it()
    {
        await using var server = new ScriptedSmtpServer(("STARTTLS", "220 go\r\n250-evil\r\n250 REQUIRETLS"));
        using var client = Trusting();

        await client.ConnectAsync("127.0.0.1", server.Port, SecureSocketOptions.StartTls);

        Assert.False(client.Capabilities.HasFlag(SmtpCapabilities.RequireTLS));
        Assert.True(client.Capabilities.HasFlag(SmtpCapabilities.EightBitMime));
    }

    [Fact]
    public async Task A_wrong_password_is_told_as_such()
    {
        await using var server = new ScriptedSmtpServer(("AUTH", "535 5.7.8 no"));
        using var client = Trusting();
        await client.ConnectAsync("127.0.0.1", server.Port, SecureSocketOptions.StartTls);

        await Assert.ThrowsAsync<AuthenticationException>(() => client.AuthenticateAsync("agent", "guess"));
    }

    [Fact]
    public async Task A_token_signs_in_by_XOAUTH2()
    {
        await using var server = new ScriptedSmtpServer();
        using var client = Trusting();
        await client.ConnectAsync("127.0.0.1", server.Port, SecureSocketOptions.StartTls);

        await client.AuthenticateAsync(new SaslMechanismOAuth2("support@wallet.example", "token"));

        var sent = Assert.Single(server.Heard, line => line.StartsWith("AUTH XOAUTH2 ", StringComparison.Ordinal));
        Assert.Equal("user=support@wallet.example\u0001auth=Bearer token\u0001\u0001", Encoding.UTF8.GetString(Convert.FromBase64String(sent[13..])));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        await using var server = new ScriptedSmtpServer();
        using var client = new SmtpClient();

        await Assert.ThrowsAsync<SslHandshakeException>(
            () => client.ConnectAsync("127.0.0.1", server.Port, SecureSocketOptions.StartTls));
    }

    [Fact]
    public async Task A_server_that_hangs_up_breaks_the_protocol()
    {
        await using var server = new ScriptedSmtpServer(("EHLO", ""));
        using var client = new SmtpClient();

        await Assert.ThrowsAsync<SmtpProtocolException>(
            () => client.ConnectAsync("127.0.0.1", server.Port, SecureSocketOptions.None));
    }

    private static SmtpClient Trusting() => new()
    {
        CheckCertificateRevocation = false,
#pragma warning disable CA5359 // The server of these tests signs for itself.
        ServerCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore CA5359
    };
}
