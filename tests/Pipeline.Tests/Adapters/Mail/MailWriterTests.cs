using Mailroom.Core.Effects;
using Mailroom.Core.Failures;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Support.Builders;
using MimeKit;

namespace Mailroom.Pipeline.Tests.Adapters.Mail;

public sealed class MailWriterTests
{
    [Fact]
    public void An_acknowledgement_read_again_is_what_was_meant()
    {
        var mail = Outgoing.Acknowledgement();

        var letter = Again(mail);

        Assert.Equal(mail.From, letter.Sender);
        Assert.Equal(mail.To, letter.To);
        Assert.Equal([mail.ReplyTo!], letter.ReplyTo);
        Assert.Equal(mail.MessageId, letter.MessageId);
        Assert.Equal([mail.InReplyTo!], letter.InReplyTo);
        Assert.Equal(mail.References, letter.References);
        Assert.Contains("MR-7K3F-9QXA", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("<充值> & 提现", letter.Text, StringComparison.Ordinal);
        Assert.Contains("今天 17:30 前（北京时间）", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", letter.Text, StringComparison.Ordinal);
        Assert.Empty(letter.Repairs);
    }

    [Theory]
    [InlineData(OutgoingKind.Acknowledgement, "auto-replied")]
    public void It_says_that_a_machine_wrote_it(OutgoingKind kind, string expected)
    {
        var letter = Again(Outgoing.Acknowledgement() with { Kind = kind });

        Assert.Equal([expected], letter.HeaderValues("Auto-Submitted"));
        Assert.Equal(["All"], letter.HeaderValues("X-Auto-Response-Suppress"));
        Assert.Equal(["zh-CN"], letter.HeaderValues("Content-Language"));
    }

    [Fact]
    public void Values_are_escaped_in_HTML_and_there_alone()
    {
        using var message = Outgoing.Writer.Write(Outgoing.Acknowledgement(ReplyLanguage.English));

        Assert.Contains("<充值> & 提现", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("&lt;充值&gt; &amp; 提现", message.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<充值>", message.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_are_plain_ASCII_within_the_line()
    {
        using var message = Outgoing.Writer.Write(Outgoing.Acknowledgement());
        using var memory = new MemoryStream();
        message.WriteTo(memory);

        var lines = System.Text.Encoding.Latin1.GetString(memory.ToArray()).Split('\n');

        Assert.All(lines, line => Assert.True(System.Text.Ascii.IsValid(line) && line.Length <= 79, line));
    }

    [Fact]
    public void A_value_with_line_ends_adds_no_header_field()
    {
        var mail = Outgoing.Acknowledgement();
        var evil = new MailAddress("Eve\r\nBcc: victim@x.example", "eve@x.example");
        var values = new Dictionary<string, object?>(mail.Values) { ["ticket"] = "MR\r\nBcc: victim@x.example" };

        var letter = Again(mail with { To = [evil], Values = values });

        Assert.Empty(letter.HeaderValues("Bcc"));
        Assert.Equal("eve@x.example", Assert.Single(letter.To).Address);
    }

    [Theory]
    [InlineData("eve@x.example>\r\nRCPT TO:<victim@x.example")]
    [InlineData("eve@x.example, victim@x.example")]
    public void An_address_that_is_none_is_not_written(string address)
    {
        var mail = Outgoing.Acknowledgement() with { To = [new MailAddress("", address)] };

        var failure = Assert.Throws<MailSendException>(() => Outgoing.Writer.Write(mail));

        Assert.Equal(FailureKind.Unwritable, failure.Kind);
    }

    [Fact]
    public void A_value_that_the_template_asks_for_and_the_mail_lacks_is_told()
    {
        var mail = Outgoing.Acknowledgement() with { Values = new Dictionary<string, object?> { ["ticket"] = "MR-7K3F-9QXA" } };

        var failure = Assert.Throws<MailSendException>(() => Outgoing.Writer.Write(mail));

        Assert.Equal(FailureKind.Unwritable, failure.Kind);
        Assert.Contains("acknowledgement.zh.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_template_is_told_by_name()
    {
        var settings = Outgoing.Settings();
        settings.PolicyFile = Path.Combine(Path.GetTempPath(), "no-such-policy", "policy.yaml");

        var failure = Assert.Throws<MailSendException>(() => Outgoing.WriterOf(settings).Write(Outgoing.Acknowledgement()));

        Assert.Equal(FailureKind.Unwritable, failure.Kind);
        Assert.Contains("acknowledgement.zh.md", failure.Message, StringComparison.Ordinal);
    }

    private static Letter Again(OutgoingMail mail)
    {
        using var message = Outgoing.Writer.Write(mail);
        using var memory = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        message.WriteTo(format, memory);
        return Assert.IsType<ReadMail.Readable>(LetterReader.Read(memory.ToArray(), 1_000_000)).Letter;
    }
}
