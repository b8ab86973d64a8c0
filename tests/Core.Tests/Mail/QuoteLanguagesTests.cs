using Mailroom.Core.Mail;

namespace Mailroom.Core.Tests.Mail;

public sealed class QuoteLanguagesTests
{
    [Theory]
    [InlineData("Vào Th 2, 16 thg 11, 2026 vào lúc 10:00 Wallet <support@wallet.example>\nđã viết:")]
    [InlineData("ในวันที่ จ. 16 พ.ย. 2026 เวลา 10:00 Wallet <support@wallet.example> เขียนว่า:")]
    [InlineData("Wallet <support@wallet.example>, 16 Kas 2026 Pzt, 10:00 tarihinde şunu\nyazdı:")]
    [InlineData("Pada Sen, 16 Nov 2026 pukul 10.00 Wallet <support@wallet.example>\nmenulis:")]
    [InlineData("Nov 16, 2026, 10:00 by support@wallet.example:")]
    [InlineData("Am 26. Mai 2026 19:20:17 schrieb Wallet <support@wallet.example>:")]
    [InlineData("Le 15 janv. 2026 à 14:30, Wallet <support@wallet.example> a écrit :")]
    [InlineData("Le ven. 1 mai 2026 à 10:00, Wallet\n<support@wallet.example> a écrit :")]
    [InlineData("El vie, 1 de may. de 2026 a la(s) 10:00, Wallet (support@wallet.example) escribió:")]
    [InlineData("Il giorno ven 1 mag 2026 alle ore 10:00 Wallet <support@wallet.example> ha scritto:")]
    [InlineData("In data 1 maggio 2026 10:00:31 \"Wallet\" <support@wallet.example> ha scritto:")]
    [InlineData("Em sex., 1 de mai. de 2026 às 10:00, Wallet <support@wallet.example> escreveu:")]
    [InlineData("Op 1 mei 2026 10:00 schreef Wallet <\nsupport@wallet.example>:")]
    [InlineData("Op vr 1 mei 2026 om 10:00 schreef \"Wallet\" <support@wallet.example> het\nvolgende geschreven:")]
    [InlineData("Den 1. maj 2026 kl. 10.00 skrev Wallet <support@wallet.example>:")]
    [InlineData("tir. 18. apr. 2026 kl. 13:09 skrev Wallet <support@wallet.example\n>:")]
    [InlineData("pe 1. toukokuuta 2026 klo 10.00 Wallet\n<support@wallet.example> kirjoitti:")]
    [InlineData("Dnia 1 maja 2026 10:00 Wallet <support@wallet.example> napisał(a):")]
    [InlineData("пт, 1 мая 2026 г. в 10:00, Wallet <support@wallet.example>:")]
    [InlineData("1 мая 2026 г. 10:00 пользователь \"Wallet\" <\nsupport@wallet.example> написал:")]
    [InlineData("2026年5月1日(金) 10:00 Wallet <support@wallet.example>:")]
    [InlineData("2026년 5월 1일 (금) 오전 10:00, Wallet <support@wallet.example>님이 작성:")]
    [InlineData("---- On Fri, 01 May 2026 10:00:36 +0800 Wallet<support@wallet.example> wrote ----")]
    [InlineData("11:00 AM, May 1, 2026, \"Wallet\" <support@wallet.example>:")]
    [InlineData("On Fri, May 1, 2026 at 10:00 AM John Smith")]
    [InlineData("2026年5月1日 星期五 上午10:00:00 [GMT+8]， 客服<support@wallet.example> 写道：")]
    [InlineData("Von: Wallet\nGesendet: Freitag, 1. Mai 2026 10:00\nAn: Li\nBetreff: Ticket")]
    [InlineData("De : Wallet\nEnvoyé : vendredi 1 mai 2026 10:00\nÀ : Li\nObjet : Ticket")]
    [InlineData("Da: Wallet\nInviato: venerdì 1 maggio 2026\nA: Li\nOggetto: Ticket")]
    [InlineData("Van: Wallet [mailto:support@wallet.example]\nVerzonden: vrijdag 1 mei 2026 10:00\nAan: Li\nOnderwerp: Ticket")]
    [InlineData("Fra: support@wallet.example\nSendt: 1. maj 2026 10:00\nTil: Li\nEmne: Ticket")]
    [InlineData("От: Wallet\nОтправлено: 1 мая 2026\nКому: Li\nТема: Ticket")]
    [InlineData("差出人: Wallet\n送信日時: 2026年5月1日\n宛先: Li\n件名: Ticket")]
    [InlineData("Date: Fri, 1 May 2026 10:00:00 +0800\nSubject: Ticket\nFrom: support@wallet.example\nTo: li@example.com")]
    [InlineData("------------------------------------------------------------------\n发件人：客服 <support@wallet.example>\n发送时间：2026年5月1日(星期五) 10:00\n收件人：李雷\n主　题：您的工单")]
    [InlineData("---- 回复的原邮件 ----\n| 发件人 | 客服<support@wallet.example> |\n| 日期 | 2026年5月1日 10:00 |")]
    [InlineData("----- 原始邮件 -----\n发件人：客服\n收件人：李雷\n主题：您的工单")]
    [InlineData("*-------- Original Message --------*")]
    [InlineData("-----Ursprüngliche Nachricht-----")]
    [InlineData("-------- Oprindelig besked --------")]
    public void What_stands_below_an_introduction_of_any_language_goes(string introduction)
    {
        var visible = ReplyText.Visible($"Es fehlt noch.\n还是没到账。\n\n{introduction}\n\nWir haben Ihre E-Mail.");

        Assert.Equal("Es fehlt noch.\n还是没到账。", visible);
    }

    [Theory]
    [InlineData("On 5 May 2026 you wrote:\nthe money comes in a day. It did not.")]
    [InlineData("From: me@wallet.example\nTo: him@wallet.example\nDate: 5 May\nAmount: 300 CNY")]
    [InlineData("I paid 12.50 and then the shop wrote:\nno such order")]
    [InlineData("2026年5月1日我给客服写道：\n请退款")]
    [InlineData("Sent from my wallet to his account: 300 CNY")]
    [InlineData("发自我的钱包的转账没有到账")]
    [InlineData("It failed twice.\n\n----------\n\nWhy does it fail? Please tell me.")]
    public void What_a_person_tells_stays(string body)
    {
        Assert.Equal("First.\n" + body, ReplyText.Visible("First.\n" + body));
    }

    [Fact]
    public void The_subject_of_a_forwarded_mail_keeps_what_stands_below_its_fields()
    {
        const string Body = "这是诈骗吗？\n\n发件人: 客服 <a@evil.example>\n发送时间: 2026年5月1日 10:00\n收件人: 李雷\n主题: 您的账户异常\n\n请点击链接";

        Assert.Equal(Body, ReplyText.Visible(Body, "转发: 您的账户异常"));
        Assert.Equal("这是诈骗吗？", ReplyText.Visible(Body, "回复: 您的账户异常"));
    }

    [Fact]
    public void A_mail_forwarded_behind_quote_marks_stays()
    {
        const string Body = "Is this you?\n\n> Begin forwarded message:\n>\n> From: a@evil.example\n> Subject: Your wallet";

        Assert.Equal(Body, ReplyText.Visible(Body));
    }

    [Theory]
    [InlineData("Thanks,\nNoam Li")]
    [InlineData("-Abhishek Kona")]
    [InlineData("——李雷")]
    [InlineData("------------------\n李雷\n13800138000")]
    [InlineData("__________________\nusers mailing list\nusers@lists.example")]
    [InlineData("Stavros Li\nvia mobile")]
    [InlineData("---- 发自 网易邮箱大师 ----")]
    [InlineData("Envoyé depuis mon iPhone")]
    [InlineData("Von meinem iPhone gesendet")]
    [InlineData("Sent from Outlook Mobile<https://aka.ms/x>")]
    public void Farewells_and_signatures_of_many_programs_go(string signature)
    {
        Assert.Equal("It is not there.", ReplyText.Visible($"It is not there.\n\n{signature}\n"));
    }
}
