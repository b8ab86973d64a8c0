using System.Net;
using System.Net.Sockets;
using Mailroom.Core.Failures;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Pipeline.Settings;
using Mailroom.Support.Builders;
using Mailroom.Support.Smtp;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Tests.Adapters.Mail;

public sealed class SmtpSenderTests
{
    [Fact]
    public async Task An_acknowledgement_goes_out_under_the_empty_sender()
    {
        await using var server = new ScriptedSmtpServer();
        await using var connections = new SmtpConnections(Outgoing.Door(Settings(server.Port)), TimeProvider.System);

        await Sender(server.Port, connections).SendAsync(Outgoing.Acknowledgement(), CancellationToken.None);

        Assert.Contains(server.Heard, line => line.StartsWith("MAIL FROM:<>", StringComparison.Ordinal));
        Assert.Contains("RCPT TO:<li.lei@customer.example>", server.Heard);
        Assert.Contains("Auto-Submitted: auto-replied", server.Heard);
    }

    [Fact]
    public async Task A_notice_to_our_own_people_comes_back_to_us_when_it_cannot_be_delivered()
    {
        await using var server = new ScriptedSmtpServer();
        await using var connections = new SmtpConnections(Outgoing.Door(Settings(server.Port)), TimeProvider.System);

        await Sender(server.Port, connections).SendAsync(Outgoing.Escalation(), CancellationToken.None);

        Assert.Contains(server.Heard, line => line.StartsWith("MAIL FROM:<support@wallet.example>", StringComparison.Ordinal));
        Assert.Contains("Auto-Submitted: auto-generated", server.Heard);
    }

    [Theory]
    [InlineData("", "421 4.3.2 not now", FailureKind.Temporary)]
    [InlineData("EHLO", "", FailureKind.Unreachable)]
    [InlineData("MAIL", "451 4.3.0 later", FailureKind.Temporary)]
    [InlineData("MAIL", "530 5.7.0 sign in first", FailureKind.SignIn)]
    [InlineData("RCPT", "450 4.2.0 greylisted", FailureKind.Temporary)]
    [InlineData("RCPT", "550 5.1.1 no such user", FailureKind.Refused)]
    [InlineData("DATA", "554 5.7.1 no", FailureKind.Refused)]
    [InlineData(".", "552 5.3.4 too big", FailureKind.Refused)]
    [InlineData("DATA", "", FailureKind.Unreachable)]
    [InlineData("RCPT", ScriptedSmtpServer.Silence, FailureKind.Unreachable)]
    [InlineData(".", "451 4.3.0 later", FailureKind.Temporary)]
    [InlineData(".", "", FailureKind.Uncertain)]
    [InlineData(".", "nonsense", FailureKind.Uncertain)]
    [InlineData(".", ScriptedSmtpServer.Silence, FailureKind.Uncertain)]
    public async Task A_failure_says_what_to_do_about_it(string command, string answer, FailureKind expected)
    {
        await using var server = new ScriptedSmtpServer((command, answer));
        await using var connections = new SmtpConnections(Outgoing.Door(Settings(server.Port)), TimeProvider.System) { Patience = TimeSpan.FromSeconds(1) };

        var failure = await Assert.ThrowsAsync<MailSendException>(
            () => Sender(server.Port, connections).SendAsync(Outgoing.Acknowledgement(), CancellationToken.None));

        Assert.Equal(expected, failure.Kind);
    }

    [Theory]
    [InlineData("535 5.7.8 wrong", FailureKind.SignIn)]
    [InlineData("454 4.7.0 later", FailureKind.Temporary)]
    public async Task A_refused_sign_in_is_told_apart_from_a_late_one(string answer, FailureKind expected)
    {
        await using var server = new ScriptedSmtpServer(("AUTH", answer));
        await using var connections = new SmtpConnections(Outgoing.Door(Settings(server.Port, user: "agent")), TimeProvider.System);

        var failure = await Assert.ThrowsAsync<MailSendException>(
            () => Sender(server.Port, connections).SendAsync(Outgoing.Acknowledgement(), CancellationToken.None));

        Assert.Equal(expected, failure.Kind);
    }

    [Fact]
    public async Task A_mail_that_the_server_took_is_sent_even_when_it_hangs_up_without_a_goodbye()
    {
        await using var server = new ScriptedSmtpServer(("QUIT", ""));
        var connections = new SmtpConnections(Outgoing.Door(Settings(server.Port)), TimeProvider.System);

        await Sender(server.Port, connections).SendAsync(Outgoing.Acknowledgement(), CancellationToken.None);
        await connections.DisposeAsync();

        Assert.Contains("QUIT", server.Heard);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var connections = new SmtpConnections(Outgoing.Door(Settings(port)), TimeProvider.System);

        var failure = await Assert.ThrowsAsync<MailSendException>(
            () => Sender(port, connections).SendAsync(Outgoing.Acknowledgement(), CancellationToken.None));

        Assert.Equal(FailureKind.Unreachable, failure.Kind);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_stops_the_mail()
    {
        await using var server = new ScriptedSmtpServer();
        await using var connections = new SmtpConnections(Outgoing.Door(Settings(server.Port, security: "starttls")), TimeProvider.System);

        var failure = await Assert.ThrowsAsync<MailSendException>(
            () => Sender(server.Port, connections).SendAsync(Outgoing.Acknowledgement(), CancellationToken.None));

        Assert.Equal(FailureKind.Unsafe, failure.Kind);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_without_encryption_gets_no_mail()
    {
        await using var server = new ScriptedSmtpServer(("EHLO", "250 localhost"));
        await using var connections = new SmtpConnections(Outgoing.Door(Settings(server.Port, security: "starttls")), TimeProvider.System);

        var failure = await Assert.ThrowsAsync<MailSendException>(
            () => Sender(server.Port, connections).SendAsync(Outgoing.Acknowledgement(), CancellationToken.None));

        Assert.Equal(FailureKind.Unsafe, failure.Kind);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    private static MailroomSettings Settings(int port, string user = "", string security = "none")
    {
        var settings = Outgoing.Settings();
        (settings.SmtpHost, settings.SmtpPort, settings.SmtpSecurity) = ("127.0.0.1", port, security);
        (settings.SmtpUser, settings.SmtpPassword) = (user, "pass");
        return settings;
    }

    private static SmtpSender Sender(int port, SmtpConnections connections) =>
        new(Options.Create(Settings(port)), Outgoing.Writer, connections);
}
