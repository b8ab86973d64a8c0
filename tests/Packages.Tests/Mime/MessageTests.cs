using System.Text;
using MimeKit;

namespace Mailroom.Packages.Tests.Mime;

public sealed class MessageTests
{
    [Fact]
    public void Written_headers_keep_within_the_line_and_no_character_is_torn()
    {
        var subject = string.Concat(Enumerable.Repeat("您的退款申请🙂已经受理，", 20));
        using var mail = Mail(subject);

        var lines = Encoding.ASCII.GetString(Bytes(mail)).Split("\r\n");

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 78));
        Assert.All(lines.SelectMany(l => l.Split(' ')).Where(w => w.StartsWith("=?utf-8?b?", StringComparison.Ordinal)), word =>
            Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Convert.FromBase64String(word[10..^2]))));
        Assert.Equal(subject, Again(mail).Subject);
    }

    [Theory]
    [InlineData("plain words only")]
    [InlineData("Résumé of a café visit, quite long, so that it must be folded somewhere on its way to the reader")]
    [InlineData("mixed 中文 and English 词语 in one line")]
    [InlineData("=?utf-8?q?looks_encoded?=")]
    [InlineData("  inner   spaces  ")]
    public void A_subject_comes_back_as_it_was(string subject)
    {
        using var mail = Mail(subject);

        Assert.Equal(subject.Trim(), Again(mail).Subject);
    }

    [Fact]
    public void Bodies_come_back_as_they_were()
    {
        using var mail = Mail("x");
        var text = "尊敬的客户：\r\n.\r\nFrom here on\r\n" + new string('长', 500) + "\r\ntrailing blanks  \r\n";
        mail.Body = new MultipartAlternative { new TextPart("plain") { Text = text }, new TextPart("html") { Text = "<p>é = &amp;</p>" } };
        mail.Prepare(EncodingConstraint.SevenBit);

        var again = Again(mail);

        Assert.Equal(text, again.TextBody);
        Assert.Equal("<p>é = &amp;</p>", again.HtmlBody!.TrimEnd());
    }

    [Fact]
    public void Parameters_are_read_in_all_their_spellings()
    {
        using var mail = Load("""
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Disposition: attachment; filename*0*=utf-8''%E9%80%80; filename*1*=%E6%AC%BE; filename*2=".pdf"

            1
            --b
            Content-Disposition: attachment; filename="=?utf-8?B?6YCA5qy+LnBkZg==?="

            2
            --b
            Content-Disposition: attachment; filename*=gbk''%CD%CB%BF%EE.pdf

            3
            --b
            Content-Type: application/pdf; name==?utf-8?B?6YCA5qy+LnBkZg==?=

            4
            --b
            Content-Disposition: attachment; filename=退款.pdf

            5
            --b--
            """);

        Assert.Equal(Enumerable.Repeat("退款.pdf", 5), mail.BodyParts.OfType<MimePart>().Select(p => p.FileName));
    }

    [Fact]
    public void A_delivery_report_opens_its_groups_and_the_mail_that_bounced()
    {
        using var mail = Load("""
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; a@b.example
            Action: failed
            Status: 5.1.1
            --b
            Content-Type: text/rfc822-headers

            Message-ID: <original@wallet.example>
            Subject: x
            --b--
            """);

        var report = Assert.IsType<MultipartReport>(mail.Body);
        var status = Assert.IsType<MessageDeliveryStatus>(report[0]);
        Assert.Equal("delivery-status", report.ReportType);
        Assert.Equal("5.1.1", status.StatusGroups[1]["Status"]);
        Assert.Equal("original@wallet.example", Assert.IsType<MessagePart>(report[1], exactMatch: false).Message!.MessageId);
    }

    [Fact]
    public void Dates_are_read_as_mail_programs_write_them()
    {
        var expected = new DateTimeOffset(2026, 11, 16, 9, 5, 0, TimeSpan.FromHours(8));

        Assert.All((string[])["Mon, 16 Nov 2026 09:05:00 +0800", "16 Nov 2026 09:05 +0800 (CST)", "Mon,16 Nov 26 09:05:00 +0800"], text =>
        {
            using var mail = Load($"Date: {text}\n\nx");
            Assert.Equal(expected, mail.Date);
        });
    }

    [Fact]
    public void Bytes_without_a_header_field_are_refused() => Assert.Throws<FormatException>(() => Load("\nno header\n"));

    private static MimeMessage Mail(string subject)
    {
        var mail = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = "x" } };
        mail.From.Add(new MailboxAddress("很长很长的客服中心名字，还带着标点符号和 English words", "support@wallet.example"));
        mail.To.AddRange(Enumerable.Range(0, 5).Select(i => new MailboxAddress($"Doe, John {i}", $"customer.number.{i}@mail.customer.example")));
        return mail;
    }

    private static MimeMessage Again(MimeMessage mail) => MimeMessage.Load(new MemoryStream(Bytes(mail)));

    private static MimeMessage Load(string text) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static byte[] Bytes(MimeMessage mail)
    {
        using var memory = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        mail.WriteTo(format, memory);
        return memory.ToArray();
    }
}
