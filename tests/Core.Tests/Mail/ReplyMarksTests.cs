using Mailroom.Core.Mail;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Mail;

public sealed class ReplyMarksTests
{
    [Fact]
    public void A_mail_of_its_own_looks_like_no_reply() => Assert.False(ReplyMarks.LooksLikeReply(Letters.Letter()));

    [Fact]
    public void Ids_of_mails_before_it_make_a_reply()
    {
        Assert.True(ReplyMarks.LooksLikeReply(Letters.Letter() with { InReplyTo = ["x@y"] }));
        Assert.True(ReplyMarks.LooksLikeReply(Letters.Letter() with { References = ["x@y"] }));
    }

    [Theory]
    [InlineData("Thanks.\n> We have your mail.")]
    [InlineData("好的\n\n------------------ 原始邮件 ------------------\n发件人: 客服")]
    [InlineData("Any news?\n\nOn Mon, 4 May 2026 at 10:00, Support <support@wallet.example> wrote:\n")]
    public void A_quote_makes_a_reply(string text) => Assert.True(ReplyMarks.LooksLikeReply(Letters.Letter() with { Text = text }));
}
