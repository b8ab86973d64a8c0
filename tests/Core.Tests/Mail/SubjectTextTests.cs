using Mailroom.Core.Mail;

namespace Mailroom.Core.Tests.Mail;

public sealed class SubjectTextTests
{
    [Theory]
    [InlineData("Re: Refund", "Refund", true)]
    [InlineData("RE: FW: re[2]: Refund", "Refund", true)]
    [InlineData("回复：转发: 答复：退款", "退款", true)]
    [InlineData("回复 (3)： 退款", "退款", true)]
    [InlineData("[EXTERNAL] Re: Refund", "Refund", true)]
    [InlineData("[MR-7K3F-9QXA] Re: Refund", "[MR-7K3F-9QXA] Re: Refund", true)]
    [InlineData("【外部邮件】退款", "退款", false)]
    [InlineData("Refund: re opened", "Refund: re opened", false)]
    [InlineData("Reply to my question", "Reply to my question", false)]
    [InlineData("", "", false)]
    public void Marks_of_programs_and_gateways_come_off_and_words_stay(string subject, string bare, bool isReply)
    {
        Assert.Equal(bare, SubjectText.Bare(subject));
        Assert.Equal(isReply, SubjectText.IsReply(subject));
    }

    [Theory]
    [InlineData("Ｒefund — No. 12！", "refundno12")]
    [InlineData("退款 (没有) 到账", "退款没有到账")]
    [InlineData("half \ud83d pair", "halfpair")]
    public void Letters_and_digits_are_what_is_compared(string text, string letters) => Assert.Equal(letters, SubjectText.Letters(text));
}
