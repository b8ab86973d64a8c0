using Mailroom.Core.Mail;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Mail;

public sealed class AutomaticMailTests
{
    [Fact]
    public void A_persons_mail_is_human_and_may_be_answered()
    {
        var marks = AutomaticMail.Inspect(Letters.Letter(), Letters.Own);

        Assert.Equal(MailKind.Human, marks.Kind);
        Assert.False(marks.NoReply);
        Assert.Empty(marks.Evidence);
    }

    [Theory]
    [InlineData("Auto-Submitted", "no", MailKind.Human)]
    [InlineData("Auto-Submitted", "No (a person wrote this)", MailKind.Human)]
    [InlineData("Auto-Submitted", "auto-replied", MailKind.AutoReply)]
    [InlineData("Auto-Submitted", "Auto-Replied (vacation); owner-email=x@y.example", MailKind.AutoReply)]
    [InlineData("Auto-Submitted", "auto-generated", MailKind.Report)]
    [InlineData("Auto-Submitted", "auto-notified; owner-email=\"x@y.example\"", MailKind.Report)]
    [InlineData("X-Autoreply", "yes", MailKind.AutoReply)]
    [InlineData("X-Autoreply", "no", MailKind.Human)]
    [InlineData("X-Autorespond", "1", MailKind.AutoReply)]
    [InlineData("X-Mail-Autoreply", "vacation", MailKind.AutoReply)]
    [InlineData("Precedence", "auto_reply", MailKind.AutoReply)]
    [InlineData("Precedence", "bulk", MailKind.List)]
    [InlineData("X-Precedence", "List", MailKind.List)]
    [InlineData("Precedence", "first-class", MailKind.Human)]
    [InlineData("List-Unsubscribe", "<https://news.example/u/1>", MailKind.List)]
    [InlineData("X-Failed-Recipients", "a@b.example", MailKind.Bounce)]
    [InlineData("Content-Type", "multipart/report; report-type=\"delivery-status\"; boundary=x", MailKind.Bounce)]
    [InlineData("Content-Type", "multipart/report; report-type=disposition-notification; boundary=x", MailKind.Report)]
    [InlineData("Content-Type", "multipart/report; boundary=x; report-type = feedback-report", MailKind.Report)]
    [InlineData("X-FC-Machinegenerated", "true", MailKind.Report)]
    [InlineData("X-AMAZON-MAIL-RELAY-TYPE", "NOTIFICATION", MailKind.Report)]
    public void A_header_tells_the_kind(string name, string value, MailKind kind)
    {
        var marks = AutomaticMail.Inspect(Letters.Letter().With(name, value), Letters.Own);

        Assert.Equal(kind, marks.Kind);
        Assert.Equal(kind != MailKind.Human, marks.NoReply);
        Assert.Equal(kind != MailKind.Human, marks.Evidence.Count > 0);
    }

    [Theory]
    [InlineData("自动回复：您好，我正在休假")]
    [InlineData("自动回复: 关于你的来信")]
    [InlineData("【自动回复】已收到")]
    [InlineData("自動回覆：外出")]
    [InlineData("Automatic reply: Your ticket")]
    [InlineData("Auto-Reply: hello")]
    [InlineData("Out of Office: back on Monday")]
    [InlineData("Out of the office")]
    public void A_subject_of_an_automatic_reply_tells_it(string subject)
    {
        var marks = AutomaticMail.Inspect(Letters.Letter(subject: subject), Letters.Own);

        Assert.Equal(MailKind.AutoReply, marks.Kind);
    }

    [Theory]
    [InlineData("自动回复没有用，我要找人工")]
    [InlineData("Automatic reply did not help me")]
    [InlineData("Re: 自动回复：已收到")]
    [InlineData("Out of office hours transfer failed")]
    [InlineData("你们的自动回复：什么都没解决")]
    public void A_person_who_writes_about_automatic_replies_stays_human(string subject)
    {
        var marks = AutomaticMail.Inspect(Letters.Letter(subject: subject), Letters.Own);

        Assert.Equal(MailKind.Human, marks.Kind);
    }

    [Fact]
    public void The_holiday_reply_of_QQ_Mail_is_told_by_its_first_words()
    {
        var letter = Letters.Letter(subject: "Re: 工单", text: "这是来自QQ邮箱的假期自动回复邮件。\n\n您好，我最近正在休假中。");

        var marks = AutomaticMail.Inspect(letter, Letters.Own);

        Assert.Equal(MailKind.AutoReply, marks.Kind);
    }

    [Fact]
    public void A_vacation_note_with_bulk_precedence_is_an_automatic_reply_and_no_newsletter()
    {
        var letter = Letters.Letter().With("Auto-Submitted", "auto-replied").With("Precedence", "bulk");

        var marks = AutomaticMail.Inspect(letter, Letters.Own);

        Assert.Equal(MailKind.AutoReply, marks.Kind);
        Assert.Equal(2, marks.Evidence.Count);
    }

    [Theory]
    [InlineData("X-Auto-Response-Suppress", "DR, RN, NRN, OOF, AutoReply")]
    [InlineData("X-Auto-Response-Suppress", "All")]
    [InlineData("List-Id", "<help.partner.example>")]
    [InlineData("List-Post", "<mailto:help@partner.example>")]
    [InlineData("Return-Path", "<>")]
    public void Some_headers_ask_for_silence_but_leave_the_writer_human(string name, string value)
    {
        var marks = AutomaticMail.Inspect(Letters.Letter().With(name, value), Letters.Own);

        Assert.Equal(MailKind.Human, marks.Kind);
        Assert.True(marks.NoReply);
        Assert.Single(marks.Evidence);
    }

    [Fact]
    public void A_customer_behind_our_own_group_address_stays_human()
    {
        var letter = Letters.Letter()
            .With("Precedence", "list")
            .With("List-Id", "<support.wallet.example>")
            .With("List-Unsubscribe", "<mailto:support+unsubscribe@wallet.example>");

        var marks = AutomaticMail.Inspect(letter, Letters.Own);

        Assert.Equal(MailKind.Human, marks.Kind);
        Assert.True(marks.NoReply);
    }

    [Theory]
    [InlineData("noreply@bank.example")]
    [InlineData("no-reply@bank.example")]
    [InlineData("DoNotReply@bank.example")]
    [InlineData("do_not_reply@bank.example")]
    [InlineData("no-reply+4711@bank.example")]
    public void A_sender_that_takes_no_answers_gets_none(string from)
    {
        var marks = AutomaticMail.Inspect(Letters.Letter(from), Letters.Own);

        Assert.True(marks.NoReply);
    }

    [Theory]
    [InlineData("nora.reply@customer.example")]
    [InlineData("norepl@customer.example")]
    [InlineData("bouncer@customer.example")]
    public void A_name_that_only_resembles_a_machine_is_a_persons(string from)
    {
        var marks = AutomaticMail.Inspect(Letters.Letter(from), Letters.Own);

        Assert.False(marks.NoReply);
    }

    [Theory]
    [InlineData("MAILER-DAEMON@mx.example")]
    [InlineData("mailer-daemon")]
    [InlineData("Mail.Delivery.System@mx.example")]
    public void A_mail_daemon_bounces(string from)
    {
        var marks = AutomaticMail.Inspect(Letters.Letter(from), Letters.Own);

        Assert.Equal(MailKind.Bounce, marks.Kind);
    }

    [Theory]
    [InlineData("postmaster@mx.example", "Undeliverable: your mail", false, MailKind.Bounce)]
    [InlineData("postmaster@qq.com", "系统退信", false, MailKind.Bounce)]
    [InlineData("postmaster@mx.example", "Question about my account", false, MailKind.Human)]
    [InlineData("system@mx.example", "Delivery Status Notification (Failure)", true, MailKind.Bounce)]
    [InlineData("li.lei@customer.example", "Undelivered: my card", false, MailKind.Human)]
    public void A_postmaster_or_a_null_path_needs_a_second_sign(string from, string subject, bool nullPath, MailKind kind)
    {
        var letter = Letters.Letter(from, subject);

        var marks = AutomaticMail.Inspect(nullPath ? letter.With("Return-Path", "<>") : letter, Letters.Own);

        Assert.Equal(kind, marks.Kind);
    }

    [Theory]
    [InlineData("5.1.1", MailKind.Bounce)]
    [InlineData("4.2.2", MailKind.Bounce)]
    [InlineData("", MailKind.Bounce)]
    [InlineData("2.0.0", MailKind.Report)]
    public void A_delivery_report_is_a_bounce_unless_it_reports_success(string status, MailKind kind)
    {
        var letter = Letters.Letter().With("Content-Type", "multipart/report; report-type=delivery-status");

        var marks = AutomaticMail.Inspect(letter with { Report = new DeliveryReport(null, null, status) }, Letters.Own);

        Assert.Equal(kind, marks.Kind);
    }

    [Fact]
    public void A_report_whose_subject_says_failure_is_a_bounce_whatever_its_status_says()
    {
        var letter = Letters.Letter("mailer-daemon@mx.example", "Mail delivery failure") with { Report = new DeliveryReport(null, null, "2.0.0") };

        var marks = AutomaticMail.Inspect(letter, Letters.Own);

        Assert.Equal(MailKind.Bounce, marks.Kind);
    }

    [Fact]
    public void A_failure_notice_without_any_sender_is_a_bounce()
    {
        var marks = AutomaticMail.Inspect(Letters.Letter(subject: "Mail delivery failed") with { From = [] }, Letters.Own);

        Assert.Equal(MailKind.Bounce, marks.Kind);
    }

    [Theory]
    [InlineData("support@wallet.example")]
    [InlineData("Support@Wallet.example")]
    [InlineData("support+mr7k3f9qxa-abc@wallet.example")]
    public void Our_own_address_as_sender_is_our_own_mail(string from)
    {
        var marks = AutomaticMail.Inspect(Letters.Letter(from), Letters.Own);

        Assert.Equal(MailKind.Own, marks.Kind);
    }

    [Theory]
    [InlineData("ack.MR-7K3F-9QXA.0123456789abcdefghjkmnpqrs@wallet.example", MailKind.Own)]
    [InlineData("20260506.4711@wallet.example", MailKind.Human)]
    [InlineData("ack.MR-7K3F-9QXA.0123456789abcdefghjkmnpqrs@elsewhere.example", MailKind.Human)]
    public void A_message_id_in_our_shape_is_our_own_and_a_colleagues_is_not(string messageId, MailKind kind)
    {
        var marks = AutomaticMail.Inspect(Letters.Letter("colleague@wallet.example") with { MessageId = messageId }, Letters.Own);

        Assert.Equal(kind, marks.Kind);
    }

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    public void A_mail_to_a_crowd_is_answered_by_nobody(int recipients, bool silent)
    {
        var crowd = Enumerable.Range(0, recipients).Select(n => new MailAddress("", $"u{n}@b.example")).ToList();

        var marks = AutomaticMail.Inspect(Letters.Letter() with { To = [.. crowd.Take(50)], Cc = [.. crowd.Skip(50)] }, Letters.Own);

        Assert.Equal((MailKind.Human, silent), (marks.Kind, marks.NoReply));
    }

    [Fact]
    public void A_mail_without_a_sender_has_marks_too()
    {
        var marks = AutomaticMail.Inspect(Letters.Letter() with { From = [] }, Letters.Own);

        Assert.Equal(MailKind.Human, marks.Kind);
    }

    [Theory]
    [InlineData("来自qq.com的退信", "PostMaster@qq.com")]
    [InlineData("系统退信/Systems bounce", "postmaster@163.com")]
    [InlineData("未送达: 您的工单", "postmaster@corp.example")]
    [InlineData("传递状态通知 (失败)", "postmaster@corp.example")]
    public void A_Chinese_bounce_is_told_by_subject_and_sender(string subject, string sender)
    {
        var marks = AutomaticMail.Inspect(Letters.Letter(subject: subject, from: sender), Letters.Own);

        Assert.Equal(MailKind.Bounce, marks.Kind);
    }

    [Theory]
    [InlineData("你们的退信是怎么回事", "无法投递到以下收件人：我收到这样的信")]
    [InlineData("Where is my money", "I got this: could not be delivered to the following recipients: you")]
    [InlineData("不能转账", "系统自动发送，请勿回复。这封信是你们发的吗？")]
    [InlineData("邮件发送失败", "我给你们写信，提示无法送达以下收件人，请看一下")]
    [InlineData("退信", "发往您的邮箱的邮件被退回了")]
    [InlineData("投诉", "你们总是自动回复，没有人理我")]
    [InlineData("Question", "This is an automatic transfer that I did not order")]
    public void A_person_who_quotes_a_machine_stays_human(string subject, string text)
    {
        var marks = AutomaticMail.Inspect(Letters.Letter(subject: subject, text: text), Letters.Own);

        Assert.Equal(MailKind.Human, marks.Kind);
    }

    [Theory]
    [InlineData("【自动回复】您好，我正在休假。")]
    [InlineData("此邮件为系统自动回复，请稍候。")]
    [InlineData("This is an automatic reply, I am away until Monday.")]
    [InlineData("这是来自163邮箱的自动回复")]
    public void An_automatic_reply_is_told_by_its_first_words(string text)
    {
        Assert.Equal(MailKind.AutoReply, AutomaticMail.Inspect(Letters.Letter(text: text), Letters.Own).Kind);
    }
}
