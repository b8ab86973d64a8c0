using Mailroom.Core.Mail;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Mail;

/// <summary>People who write what machines write: the worse error is to take them for one.</summary>
public sealed class HumanLikeMachineTests
{
    [Theory]
    [InlineData("Automatic payment failed", "My automatic payment to the gym failed again. Why?")]
    [InlineData("自动回复没有用", "你们的自动回复说24小时内处理，现在三天了。")]
    [InlineData("自动回复之后就没消息了", "提交以后只收到自动回复，之后没人理我。")]
    [InlineData("Returned mail", "The card you posted was returned to you because I moved. Please send it to 4 Hill Road.")]
    [InlineData("Out of office hours nobody answers", "I called out of office hours and nobody answered. I was out of the office myself when the payment left.")]
    [InlineData("Fwd: Automatic reply: refund", "Is this all you have to say?\n\nBegin forwarded message:\n\nFrom: SwallowPay\nSubject: Automatic reply: refund\n\nThis is an automatic reply. We have received your mail.")]
    [InlineData("Re: Your ticket", "Thank you for your email. I am out of the country until Friday, can the call be on Saturday?")]
    [InlineData("Delivery failed", "The courier says delivery of my card failed. Can you send it again?")]
    [InlineData("Message not delivered", "I write in the app's chat and it says message not delivered. Fix it please")]
    [InlineData("Complaint about message from your agent", "Your agent was rude.")]
    [InlineData("Read: this first please", "I sent three mails, read this one first. My money is gone.")]
    [InlineData("已读不回是什么意思", "在线客服已读不回，退款到底给不给？")]
    [InlineData("Ticket received twice, charged twice", "I bought one train ticket and was charged twice.")]
    [InlineData("Request received?", "Did you get my request? I pressed send twice.")]
    [InlineData("Payment bounced", "My payment to the landlord bounced back and you took the fee.")]
    [InlineData("Failure notice from the bank", "My bank sent me a failure notice for the direct debit to you.")]
    [InlineData("退订", "请帮我退订营销短信")]
    [InlineData("complaint", "Auto reply again! I want a person to answer me.")]
    [InlineData("urgent", "This is an automatic payment that I never agreed to. Cancel it.")]
    [InlineData("change of contact", "Our accountant no longer works for this company, please change the contact to me. What do you need?")]
    [InlineData("Abwesenheit und Zahlung", "Ich bin bis zum 30.11. im Urlaub, bitte die Zahlung erst danach abbuchen.")]
    [InlineData("Please confirm", "Please confirm that my account is closed. I clicked the link below your mail and nothing happened.")]
    public void A_person_who_writes_like_a_machine_is_human(string subject, string text)
    {
        var first = Letters.Letter(subject: subject, text: text);
        var answer = first with { InReplyTo = ["ack.1@elsewhere.example"] };

        Assert.Equal((MailKind.Human, MailKind.Human), (AutomaticMail.Inspect(first, Letters.Own).Kind, AutomaticMail.Inspect(answer, Letters.Own).Kind));
    }

    [Theory]
    [InlineData("Re: 您的工单", "我正在出差，回来后再补充材料，请先不要关闭工单。")]
    [InlineData("Re: Your ticket", "I am out of the office until Monday, I will send the passport when I am back.")]
    [InlineData("Re: Your ticket", "We are on holiday until Friday. The refund can go to the old card.")]
    [InlineData("Re: Your ticket", "Thank you for your email. My new address is 4 Hill Road.")]
    [InlineData("回复：您的工单", "您的邮件收到了，钱还没有到账。")]
    [InlineData("回复：您的工单", "收到您的邮件了，稍后给您发截图。")]
    public void An_answer_about_the_persons_own_absence_is_human(string subject, string text)
    {
        var letter = Letters.Letter(subject: subject, text: text) with { InReplyTo = ["ack.1@elsewhere.example"] };

        Assert.Equal(MailKind.Human, AutomaticMail.Inspect(letter, Letters.Own).Kind);
    }

    [Fact]
    public void A_question_or_a_file_below_the_words_of_a_machine_makes_a_person()
    {
        var note = Letters.Letter(subject: "Re: Your ticket", text: "I am out of the office until Monday. I will reply to your message when I am back.");

        Assert.Equal(MailKind.AutoReply, AutomaticMail.Inspect(note, Letters.Own).Kind);
        Assert.Equal(MailKind.Human, AutomaticMail.Inspect(note with { VisibleText = note.Text + " Can it wait?" }, Letters.Own).Kind);
        Assert.Equal(
            MailKind.Human,
            AutomaticMail.Inspect(note with { Attachments = [new Attachment("a.png", "image/png", 10, Letters.Sha(2), false)] }, Letters.Own).Kind);
    }
}
