using System.Text;
using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Mail;

namespace Mailroom.Pipeline.Tests.Adapters.Mail;

public sealed class LetterReaderTests
{
    private const int MaxBytes = 1_000_000;

    static LetterReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void The_fields_of_a_letter_are_read()
    {
        var letter = Read("""
            From: =?utf-8?B?5p2O6Zu3?= <Li.Lei@customer.example>
            Reply-To: answers@customer.example
            To: support@wallet.example, "Second, Desk" <second@wallet.example>
            Cc: Friends: a@b.example;
            Subject: =?gb2312?B?zcu/7g==?= 2
            Date: Mon, 16 Nov 2026 09:05:00 +0800
            Message-ID: <one@customer.example>
            In-Reply-To: <zero@wallet.example>
            References: <first@x.example>
             <zero@wallet.example>

            你好
            """);

        Assert.Equal(new MailAddress("李雷", "Li.Lei@customer.example"), letter.Sender);
        Assert.Equal(["answers@customer.example"], letter.ReplyTo.Select(a => a.Address));
        Assert.Equal(["support@wallet.example", "second@wallet.example"], letter.To.Select(a => a.Address));
        Assert.Equal(["a@b.example"], letter.Cc.Select(a => a.Address));
        Assert.Equal("退款 2", letter.Subject);
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 1, 5, 0, TimeSpan.Zero), letter.Date);
        Assert.Equal("one@customer.example", letter.MessageId);
        Assert.Equal(["zero@wallet.example"], letter.InReplyTo);
        Assert.Equal(["first@x.example", "zero@wallet.example"], letter.References);
        Assert.Equal("你好", letter.Text);
        Assert.Equal("退款 2", Assert.Single(letter.HeaderValues("subject")));
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("gb18030", "gb2312")]
    [InlineData("gb18030", "GBK")]
    [InlineData("gb18030", null)]
    [InlineData("gb18030", "us-ascii")]
    [InlineData("gb18030", "utf-8")]
    [InlineData("gb18030", "x-martian")]
    [InlineData("utf-8", null)]
    [InlineData("utf-8", "us-ascii")]
    [InlineData("utf-8", "gb2312")]
    [InlineData("hz-gb-2312", "hz-gb-2312")]
    [InlineData("big5", "big5")]
    public void A_Chinese_body_is_read_whatever_its_label_says(string actual, string? label)
    {
        var text = actual == "big5" ? "退款還沒有到帳，請幫忙查詢。" : actual == "hz-gb-2312" ? "退款还没有到账，请帮忙查询。" : "退款还没有到账，请帮忙查询，金额 25 元，谢谢您的帮助。";
        var header = $"From: a@b.example\nContent-Type: text/plain{(label is null ? "" : $"; charset={label}")}\n\n";

        var letter = Read([.. Encoding.ASCII.GetBytes(header), .. Encoding.GetEncoding(actual).GetBytes(text)]);

        Assert.Equal(text, letter.Text);
    }

    [Theory]
    [InlineData("=?gb2312?B?")]
    [InlineData("=?GBK?B?")]
    [InlineData("=?gb18030?B?")]
    public void A_header_word_labelled_GB2312_may_hold_any_character_of_GB18030(string opening)
    {
        var word = opening + Convert.ToBase64String(Encoding.GetEncoding("gb18030").GetBytes("朱镕基的㐀字")) + "?=";

        Assert.Equal("朱镕基的㐀字", Read($"From: a@b.example\nSubject: {word}\n\nx").Subject);
    }

    [Fact]
    public void Western_accents_without_a_label_are_not_taken_for_Chinese()
    {
        var letter = Read([.. "From: a@b.example\n\n"u8, .. Encoding.Latin1.GetBytes("Größe, café, naïve: où est mon crédit, señor?")]);

        Assert.Equal("Größe, café, naïve: où est mon crédit, señor?", letter.Text);
    }

    [Fact]
    public void HTML_alone_becomes_readable_lines()
    {
        var letter = Read("""
            From: a@b.example
            Content-Type: text/html; charset=utf-8

            <html><head><title>no</title><style>p { color: red }</style></head><body><p>您好，</p><p>我的&nbsp;<b>充值</b>没到账<br>单号 42</p>
            <div style="display: none">hidden</div><script>alert(1)</script><a href="https://evil.example/x">点这里</a>
            <ul><li>one</li><li>two</li></ul><blockquote type="cite">earlier<br>words</blockquote></body></html>
            """);

        Assert.True(letter.HasHtml);
        Assert.Equal(
            "您好，\n\n我的 充值没到账\n单号 42\n\n点这里 (https://evil.example/x)\n\n- one\n- two\n\n> earlier\n> words",
            letter.Text);
    }

    [Fact]
    public void Of_alternatives_the_text_is_read_and_files_are_listed()
    {
        var letter = Read("""
            From: a@b.example
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: multipart/alternative; boundary=a

            --a
            Content-Type: text/plain

            plain words
            --a
            Content-Type: text/html

            <p>HTML words</p>
            --a--
            --m
            Content-Type: image/png
            Content-Disposition: attachment; filename="..\\..\\secret/x.png"
            Content-Transfer-Encoding: base64

            aGVsbG8
            --m
            Content-Type: image/gif; name=logo.gif
            Content-ID: <logo>

            GIF
            --m--
            """);

        Assert.Equal("plain words", letter.Text);
        Assert.True(letter.HasHtml);
        Assert.Equal(
            [
                new Attachment(".._.._secret_x.png", "image/png", 5, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", false),
                new Attachment("logo.gif", "image/gif", 3, letter.Attachments[1].Sha256, true),
            ],
            letter.Attachments);
    }

    [Fact]
    public void A_bounce_tells_which_of_our_mails_came_back()
    {
        var letter = Read("""
            From: MAILER-DAEMON@mx.example
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b

            Your mail could not be delivered.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; gone@customer.example
            Action: failed
            Status: 5.1.1
            --b
            Content-Type: message/rfc822

            From: support@wallet.example
            Message-ID: <ack.token@wallet.example>

            Hello
            --b--
            """);

        Assert.Equal(new DeliveryReport("ack.token@wallet.example", "gone@customer.example", "5.1.1"), letter.Report);
        Assert.True(letter.Report!.IsPermanent);
        Assert.Equal("Your mail could not be delivered.", letter.Text);
    }

    [Theory]
    [InlineData("", "The mail is empty.")]
    [InlineData(" \r\n\r\n ", "The mail holds nothing but blanks.")]
    [InlineData("just a line of text", "The bytes are no mail: no header field was found.")]
    [InlineData("\u0089PNG\r\n\u001a\n0000: x\n", "The bytes are no mail: no header field was found.")]
    [InlineData("Note: this is a note\n\nnot a mail", "The bytes are no mail: no header field was found.")]
    public void What_is_no_mail_is_refused_with_a_reason(string content, string reason)
    {
        var read = Assert.IsType<ReadMail.Unreadable>(LetterReader.Read(Encoding.Latin1.GetBytes(content), MaxBytes));

        Assert.Equal(reason, read.Reason);
        Assert.Equal(64, read.Sha256.Length);
    }

    [Theory]
    [InlineData("\n\nFrom: a@b.example\n\nhello")]
    [InlineData("  From: a@b.example\n\nhello")]
    [InlineData("From b@c.example Mon Nov 16 09:00:00 2026\nFrom: a@b.example\n\nhello")]
    [InlineData("HTTP/1.1 200 OK\nFrom: a@b.example\n\nhello")]
    [InlineData("From: a@b.example\r\rhello")]
    public void What_stands_above_the_first_field_does_no_harm(string content)
    {
        var letter = Read(content);

        Assert.Equal("a@b.example", letter.Sender?.Address);
        Assert.Equal("hello", letter.Text);
    }

    [Fact]
    public void What_is_missing_is_noted()
    {
        var letter = Read("Subject: x\n\nNUL \0 here");

        Assert.Equal(
            ["The mail names no sender.", "The mail has no Message-ID.", "NUL bytes were left out of the text."], letter.Repairs);
        Assert.Equal("NUL  here", letter.Text);
        Assert.Null(letter.MessageId);
    }

    [Fact]
    public void A_hostile_mail_stays_within_the_bounds()
    {
        var raw = new StringBuilder("From: a@b.example\nSubject: " + new string('s', 100_000) + "\nTo: ");
        raw.AppendJoin(',', Enumerable.Range(0, 3000).Select(i => $"u{i}@b.example")).Append('\n');
        for (var i = 0; i < 3000; i++)
        {
            raw.Append("X-Filler: 1\n");
        }

        raw.Append("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n").Append('x', 600_000);
        for (var i = 0; i < 500; i++)
        {
            raw.Append("\n--b\nContent-Type: application/pdf\n\n1");
        }

        var letter = Read(raw.ToString());

        Assert.Equal(1000, letter.Headers.Count);
        Assert.Equal(8 * 1024, letter.Subject.Length);
        Assert.Equal(200, letter.To.Count);
        Assert.Equal(500, letter.Attachments.Count);
        Assert.Equal(256 * 1024, letter.Text.Length);
    }

    [Fact]
    public void HTML_nested_a_hundred_thousand_deep_is_read_all_the_same()
    {
        var letter = Read("From: a@b.example\nContent-Type: text/html\n\n" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep &amp; down");

        Assert.Equal("deep & down", letter.Text);
    }

    private static Letter Read(string content) => Read(Encoding.UTF8.GetBytes(content));

    private static Letter Read(byte[] content) => Assert.IsType<ReadMail.Readable>(LetterReader.Read(content, MaxBytes)).Letter;
}
