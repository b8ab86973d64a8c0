using System.Text;
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
        var settings = Outgoing.Settings();
        (settings.SmtpHost, settings.SmtpPort, settings.SmtpSecurity) = ("127.0.0.1", server.Port, "none");
        var mail = Outgoing.Acknowledgement();

        await using var connections = new SmtpConnections(Options.Create(settings), TimeProvider.System);
        await new SmtpSender(Options.Create(settings), Outgoing.Writer, connections).SendAsync(mail, CancellationToken.None);

        var delivered = await server.DeliveredAsync($"<{mail.MessageId}>");
        var letter = Assert.IsType<ReadMail.Readable>(LetterReader.Read(Encoding.UTF8.GetBytes(delivered), 1_000_000)).Letter;
        Assert.Equal(mail.To, letter.To);
        Assert.Equal(["auto-replied"], letter.HeaderValues("Auto-Submitted"));
        Assert.Contains("今天 17:30 前（北京时间）", letter.Text, StringComparison.Ordinal);
    }
}
