using System.Diagnostics;
using Mailroom.Core.Failures;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Support.Builders;
using Mailroom.Support.Smtp;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Tests.Adapters.Mail;

public sealed class SmtpConnectionsTests
{
    [Fact]
    public async Task One_connection_serves_several_mails_and_is_asked_before_each_further_one()
    {
        await using var server = new ScriptedSmtpServer();
        await using var connections = Connections(server);
        var sender = Sender(server, connections);

        for (var n = 0; n < 3; n++)
        {
            await sender.SendAsync(Outgoing.Acknowledgement(), CancellationToken.None);
        }

        Assert.Equal(1, server.Connections);
        Assert.Equal(3, server.Heard.Count(line => line == "DATA"));
        Assert.Equal(2, server.Heard.Count(line => line == "NOOP"));
    }

    [Fact]
    public async Task A_connection_that_the_server_closed_meanwhile_is_replaced()
    {
        await using var server = new ScriptedSmtpServer(("NOOP", ""));
        await using var connections = Connections(server);
        var sender = Sender(server, connections);

        await sender.SendAsync(Outgoing.Acknowledgement(), CancellationToken.None);
        await sender.SendAsync(Outgoing.Acknowledgement(), CancellationToken.None);

        Assert.Equal(2, server.Connections);
        Assert.Equal(2, server.Heard.Count(line => line == "DATA"));
    }

    [Fact]
    public async Task A_refused_mail_leaves_the_connection_to_the_next()
    {
        await using var server = new ScriptedSmtpServer(("RCPT TO:<li.lei", "550 5.1.1 no such user"));
        await using var connections = Connections(server);
        var sender = Sender(server, connections);

        var failure = await Assert.ThrowsAsync<MailSendException>(() => sender.SendAsync(Outgoing.Acknowledgement(), CancellationToken.None));
        await sender.SendAsync(Outgoing.Escalation(), CancellationToken.None);

        Assert.Equal(FailureKind.Refused, failure.Kind);
        Assert.Equal(1, server.Connections);
        Assert.Single(server.Heard, line => line == ".");
    }

    [Fact]
    public async Task Many_at_a_time_share_four_connections_and_every_mail_is_whole()
    {
        await using var server = new ScriptedSmtpServer();
        await using var connections = Connections(server);
        var sender = Sender(server, connections);

        await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => sender.SendAsync(Outgoing.Acknowledgement(), CancellationToken.None))));

        Assert.InRange(server.Connections, 1, 4);
        Assert.Equal(24, server.Heard.Count(line => line == "."));
    }

    [Fact]
    public async Task A_connection_that_nobody_uses_is_closed_with_a_goodbye()
    {
        await using var server = new ScriptedSmtpServer();
        await using var connections = new SmtpConnections(Outgoing.Door(Outgoing.Settings(server.Port)), TimeProvider.System)
        {
            IdleLimit = TimeSpan.FromMilliseconds(50),
        };

        await Sender(server, connections).SendAsync(Outgoing.Acknowledgement(), CancellationToken.None);

        await EventuallyAsync(() => server.Open == 0);
        Assert.Contains("QUIT", server.Heard);
    }

    [Fact]
    public async Task Stopping_says_goodbye_to_the_server()
    {
        await using var server = new ScriptedSmtpServer();
        var connections = Connections(server);
        await Sender(server, connections).SendAsync(Outgoing.Acknowledgement(), CancellationToken.None);

        await connections.DisposeAsync();

        Assert.Contains("QUIT", server.Heard);
    }

    [Fact]
    public async Task A_stop_before_the_mail_was_handed_over_is_no_uncertainty()
    {
        await using var server = new ScriptedSmtpServer(("MAIL", ScriptedSmtpServer.Silence));
        await using var connections = Connections(server);
        using var stop = new CancellationTokenSource();

        var sending = Sender(server, connections).SendAsync(Outgoing.Acknowledgement(), stop.Token);
        await EventuallyAsync(() => server.Heard.Any(line => line.StartsWith("MAIL", StringComparison.Ordinal)));
        await stop.CancelAsync();

        Assert.Equal(FailureKind.Unreachable, (await Assert.ThrowsAsync<MailSendException>(() => sending)).Kind);
    }

    private static SmtpConnections Connections(ScriptedSmtpServer server) =>
        new(Outgoing.Door(Outgoing.Settings(server.Port)), TimeProvider.System);

    private static SmtpSender Sender(ScriptedSmtpServer server, SmtpConnections connections) =>
        new(Options.Create(Outgoing.Settings(server.Port)), Outgoing.Writer, connections);

    private static async Task EventuallyAsync(Func<bool> condition)
    {
        var waited = Stopwatch.StartNew();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!condition())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), "Waited in vain.");
            await pace.WaitForNextTickAsync();
        }
    }
}
