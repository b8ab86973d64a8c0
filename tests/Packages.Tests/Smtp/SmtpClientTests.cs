using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Mailroom.Support.Smtp;
using MimeKit;

namespace Mailroom.Packages.Tests.Smtp;

/// <summary>The SMTP client against a real server.</summary>
[Collection(SharedPostfix.Name)]
public sealed class SmtpClientTests(PostfixServer server)
{
    private static readonly MailboxAddress Nobody = new("", "");

    [PostfixFact]
    public async Task A_mail_under_the_empty_sender_arrives_whole()
    {
        using var mail = Mail("empty-sender", "第一行\r\n.\r\n..两点开头\r\n最后一行\r\n");
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", server.Port(PostfixDoor.Plain), SecureSocketOptions.None);

        await client.SendAsync(mail, Nobody, [new MailboxAddress("", "li.lei@customer.example")]);
        await client.DisconnectAsync(true);

        var delivered = await server.DeliveredAsync("<empty-sender@wallet.example>");
        using var read = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(delivered)));
        Assert.Equal("工单已收到", read.Subject);
        Assert.Equal("第一行\n.\n..两点开头\n最后一行\n", read.TextBody!.ReplaceLineEndings("\n"));
        Assert.StartsWith("Return-Path: <>\n", delivered, StringComparison.Ordinal);
    }

    [PostfixFact]
    public async Task A_refused_recipient_is_told_with_its_code_and_the_connection_goes_on()
    {
        server.Answer("nobody@refused.example", "550 5.1.1 no such user");
        using var mail = Mail("refused", "x");
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", server.Port(PostfixDoor.Plain), SecureSocketOptions.None);

        var failure = await Assert.ThrowsAsync<SmtpCommandException>(
            () => client.SendAsync(mail, Nobody, [new MailboxAddress("", "nobody@refused.example")]));

        Assert.Equal(SmtpErrorCode.RecipientNotAccepted, failure.ErrorCode);
        Assert.Equal(SmtpStatusCode.MailboxUnavailable, failure.StatusCode);
        Assert.Equal("nobody@refused.example", failure.Mailbox!.Address);
        await client.NoOpAsync();
    }

    [PostfixFact]
    public async Task A_server_without_STARTTLS_is_not_used_in_the_clear()
    {
        using var client = new SmtpClient();

        await Assert.ThrowsAsync<NotSupportedException>(
            () => client.ConnectAsync("127.0.0.1", server.Port(PostfixDoor.Plain), SecureSocketOptions.StartTls));
        Assert.False(client.IsConnected);
    }

    [Fact]
    public async Task Nothing_is_sent_without_a_connection()
    {
        using var mail = Mail("unconnected", "x");
        using var client = new SmtpClient();

        await Assert.ThrowsAsync<ServiceNotConnectedException>(
            () => client.SendAsync(mail, Nobody, [new MailboxAddress("", "a@customer.example")]));
    }

    private static MimeMessage Mail(string id, string text)
    {
        var mail = new MimeMessage { Subject = "工单已收到", MessageId = $"{id}@wallet.example", Body = new TextPart("plain") { Text = text } };
        mail.From.Add(new MailboxAddress("客服", "support@wallet.example"));
        mail.To.Add(new MailboxAddress("", "li.lei@customer.example"));
        return mail;
    }
}
