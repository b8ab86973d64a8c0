using System.Text;
using Mailroom.Core.Failures;
using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Support.Builders;
using Microsoft.Extensions.Options;

namespace Mailroom.Packages.Tests.Smtp;

/// <summary>The product's own sending, through a real server.</summary>
[Collection("SMTP server")]
public sealed class SmtpSenderTests(SmtpServer server)
{
    [SmtpServerFact]
    public async Task An_acknowledgement_arrives_as_it_was_written()
    {
        await using var connections = Connections("none");
        var mail = Outgoing.Acknowledgement();

        await Sender(connections).SendAsync(mail, CancellationToken.None);

        var delivered = await server.DeliveredAsync($"<{mail.MessageId}>");
        var letter = Assert.IsType<ReadMail.Readable>(LetterReader.Read(Encoding.UTF8.GetBytes(delivered), 1_000_000)).Letter;
        Assert.Equal(mail.To, letter.To);
        Assert.Equal(["auto-replied"], letter.HeaderValues("Auto-Submitted"));
        Assert.Contains("今天 17:30 前（北京时间）", letter.Text, StringComparison.Ordinal);
    }

    [SmtpServerFact]
    public async Task A_recipient_that_the_server_refuses_is_refused_for_good_and_the_next_mail_arrives_by_the_same_connection()
    {
        await using var connections = Connections("none");
        var sender = Sender(connections);
        var refused = Outgoing.Acknowledgement() with { To = [new MailAddress("", "nobody@refused.example")] };
        var next = Outgoing.Acknowledgement() with { MessageId = "MR-7K3F-9QXA.after-a-refusal@wallet.example" };

        var failure = await Assert.ThrowsAsync<MailSendException>(() => sender.SendAsync(refused, CancellationToken.None));
        await sender.SendAsync(next, CancellationToken.None);

        Assert.Equal(FailureKind.Refused, failure.Kind);
        Assert.Contains("<" + next.MessageId + ">", await server.DeliveredAsync(next.MessageId), StringComparison.Ordinal);
    }

    [SmtpServerFact]
    public async Task Many_mails_at_a_time_arrive_each_once()
    {
        await using var connections = Connections("none");
        var sender = Sender(connections);
        var mails = Enumerable.Range(0, 20).Select(n => Outgoing.Acknowledgement() with { MessageId = $"MR-7K3F-9QXA.many-{n}@wallet.example" }).ToList();

        await Task.WhenAll(mails.Select(mail => Task.Run(() => sender.SendAsync(mail, CancellationToken.None))));

        foreach (var mail in mails)
        {
            await server.DeliveredAsync("<" + mail.MessageId + ">");
        }
    }

    [SmtpServerFact]
    public async Task A_server_that_offers_no_encryption_gets_no_mail()
    {
        await using var connections = Connections("starttls");

        var failure = await Assert.ThrowsAsync<MailSendException>(
            () => Sender(connections).SendAsync(Outgoing.Acknowledgement(), CancellationToken.None));

        Assert.Equal(FailureKind.Unsafe, failure.Kind);
    }

    private SmtpConnections Connections(string security)
    {
        var settings = Outgoing.Settings(server.Port);
        settings.SmtpSecurity = security;
        return new SmtpConnections(Options.Create(settings), TimeProvider.System);
    }

    private SmtpSender Sender(SmtpConnections connections) =>
        new(Options.Create(Outgoing.Settings(server.Port)), Outgoing.Writer, connections);
}
