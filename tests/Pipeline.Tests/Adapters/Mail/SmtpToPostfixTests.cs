using System.Text;
using Mailroom.Core.Failures;
using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Pipeline.Settings;
using Mailroom.Support.Builders;
using Mailroom.Support.Smtp;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Tests.Adapters.Mail;

/// <summary>The product's own sending, through a real server.</summary>
[Collection(SharedPostfix.Name)]
public sealed class SmtpToPostfixTests(PostfixServer server)
{
    [PostfixFact]
    public async Task An_acknowledgement_arrives_as_it_was_written_under_the_empty_sender()
    {
        var mail = Outgoing.Acknowledgement() with { MessageId = NextId() };

        await SendAsync(PostfixDoor.Plain, mail);

        var delivered = await server.DeliveredAsync($"<{mail.MessageId}>");
        Assert.StartsWith("Return-Path: <>\n", delivered, StringComparison.Ordinal);
        var letter = Assert.IsType<ReadMail.Readable>(LetterReader.Read(Encoding.UTF8.GetBytes(delivered), 1_000_000)).Letter;
        Assert.Equal(mail.To, letter.To);
        Assert.Equal(["auto-replied"], letter.HeaderValues("Auto-Submitted"));
        Assert.Contains("今天 17:30 前（北京时间）", letter.Text, StringComparison.Ordinal);
    }

    [PostfixFact]
    public async Task A_notice_to_our_own_people_leaves_under_our_address()
    {
        var mail = Outgoing.Escalation() with { MessageId = NextId() };

        await SendAsync(PostfixDoor.Plain, mail);

        Assert.StartsWith("Return-Path: <support@wallet.example>\n", await server.DeliveredAsync($"<{mail.MessageId}>"), StringComparison.Ordinal);
    }

    [PostfixFact]
    public async Task A_refused_mail_leaves_the_connection_to_the_next_and_one_connection_serves_them_all()
    {
        server.Answer("nobody@refused.example", "550 5.1.1 no such user");
        await using var connections = Connections(PostfixDoor.Plain);
        var sender = Sender(PostfixDoor.Plain, connections);
        var next = Outgoing.Acknowledgement() with { MessageId = NextId() };

        var failure = await Assert.ThrowsAsync<MailSendException>(() => sender.SendAsync(
            next with { To = [new MailAddress("", "nobody@refused.example")] }, CancellationToken.None));
        await sender.SendAsync(next, CancellationToken.None);
        await sender.SendAsync(next with { MessageId = NextId() }, CancellationToken.None);
        await connections.DisposeAsync();

        Assert.Equal(FailureKind.Refused, failure.Kind);
        Assert.Contains("5.1.1 <nobody@refused.example>", failure.Message, StringComparison.Ordinal);
        await server.DeliveredAsync($"<{next.MessageId}>");
        await server.LoggedAsync("mail=3 rcpt=2/3 data=2 rset=1 noop=2 quit=1 commands=12/13");
    }

    [PostfixFact]
    public async Task Many_mails_at_a_time_arrive_each_once()
    {
        await using var connections = Connections(PostfixDoor.StartTls);
        var sender = Sender(PostfixDoor.StartTls, connections);
        var mails = Enumerable.Range(0, 20).Select(_ => Outgoing.Acknowledgement() with { MessageId = NextId() }).ToList();

        await Task.WhenAll(mails.Select(mail => Task.Run(() => sender.SendAsync(mail, CancellationToken.None))));

        foreach (var mail in mails)
        {
            await server.DeliveredAsync($"<{mail.MessageId}>");
            Assert.Single(server.Arrivals($"<{mail.MessageId}>"));
        }
    }

    [PostfixFact]
    public async Task An_old_server_gets_the_same_mail_in_seven_bits()
    {
        var mail = Outgoing.Acknowledgement() with { MessageId = NextId() };

        await SendAsync(PostfixDoor.Old, mail);

        var delivered = await server.DeliveredAsync($"<{mail.MessageId}>");
        Assert.All(delivered, c => Assert.True(char.IsAscii(c)));
        var letter = Assert.IsType<ReadMail.Readable>(LetterReader.Read(Encoding.UTF8.GetBytes(delivered), 1_000_000)).Letter;
        Assert.Contains("今天 17:30 前（北京时间）", letter.Text, StringComparison.Ordinal);
    }

    [PostfixFact]
    public async Task A_Chinese_address_is_written_to_where_the_server_can()
    {
        var mail = Outgoing.Acknowledgement() with { MessageId = NextId(), To = [new MailAddress("李雷", "李雷@客户.example")] };

        await SendAsync(PostfixDoor.StartTls, mail);

        Assert.Contains("X-Original-To: 李雷@客户.example", await server.DeliveredAsync($"<{mail.MessageId}>"), StringComparison.Ordinal);
    }

    [PostfixFact]
    public async Task A_Chinese_address_is_refused_for_good_where_the_server_cannot()
    {
        var mail = Outgoing.Acknowledgement() with { To = [new MailAddress("李雷", "李雷@客户.example")] };

        var failure = await Assert.ThrowsAsync<MailSendException>(() => SendAsync(PostfixDoor.Old, mail));

        Assert.Equal(FailureKind.Refused, failure.Kind);
        Assert.Contains("SMTPUTF8", failure.Message, StringComparison.Ordinal);
    }

    private static string NextId() => $"MR-7K3F-9QXA.{Guid.NewGuid():N}@wallet.example";

    private async Task SendAsync(PostfixDoor door, Core.Effects.OutgoingMail mail)
    {
        await using var connections = Connections(door);
        await Sender(door, connections).SendAsync(mail, CancellationToken.None);
    }

    private SmtpConnections Connections(PostfixDoor door) => new(Outgoing.Door(Settings(door)), TimeProvider.System);

    private SmtpSender Sender(PostfixDoor door, SmtpConnections connections) => new(Options.Create(Settings(door)), Outgoing.Writer, connections);

    private MailroomSettings Settings(PostfixDoor door)
    {
        var settings = Outgoing.Settings(server.Port(door));
        (settings.SmtpHost, settings.SmtpSecurity) = ("localhost", door is PostfixDoor.StartTls ? "starttls" : "none");
        return settings;
    }
}
