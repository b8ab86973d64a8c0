using Mailroom.Core.Mail;

namespace Mailroom.Core.Tests.Mail;

public sealed class ReplyTextTests
{
    [Theory]
    [InlineData("On Fri, 1 May 2026 at 10:00, Wallet <support@wallet.example> wrote:")]
    [InlineData("On Fri, 1 May 2026 at 10:00, Wallet Customer Support\n<support@wallet.example> wrote:")]
    [InlineData("On May 1, 2026, at 10:00 AM,\nWallet Customer Support\n<support@wallet.example> wrote:")]
    [InlineData("-----Original Message-----")]
    [InlineData("-----原始邮件-----")]
    [InlineData("------------------ 原始邮件 ------------------")]
    [InlineData("------------------ Original ------------------")]
    [InlineData("在 2026年5月1日，上午10:00，钱包客服 <support@wallet.example> 写道：")]
    [InlineData("钱包客服 <support@wallet.example> 于2026年5月1日周五 上午10:00写道：")]
    [InlineData("钱包客服 <support@wallet.example> 于2026年5月1日周五\n上午10:00写道：")]
    [InlineData("At 2026-05-01 10:00:00, \"钱包客服\" <support@wallet.example> wrote:")]
    [InlineData("在 2026-05-01 10:00:00，\"钱包客服\" <support@wallet.example> 写道：")]
    [InlineData("发件人： 钱包客服 <support@wallet.example>\n发送时间： 2026年5月1日 10:00\n收件人： 李雷\n主题： 您的工单")]
    [InlineData("From: Wallet Support <support@wallet.example>\nSent: Friday, May 1, 2026 10:00\nTo: Li Lei\nSubject: Your ticket")]
    [InlineData("________________________________\nFrom: Wallet Support\nSent: Friday, May 1, 2026 10:00\nTo: Li Lei\nSubject: Your ticket")]
    [InlineData("*发件人:* 钱包客服\n*发送时间:* 2026年5月1日\n*主题:* 您的工单")]
    [InlineData("寄件者：錢包客服 <support@wallet.example>\n寄件日期：2026年5月1日\n主旨：您的工單")]
    public void What_is_quoted_below_an_introduction_goes(string introduction)
    {
        var body = $"还是没到账。\nPlease check.\n\n{introduction}\n\n我们已收到您的邮件。\nTicket MR-7K3F-9QXA";

        var visible = ReplyText.Visible(body);

        Assert.Equal("还是没到账。\nPlease check.", visible);
    }

    [Fact]
    public void Marked_lines_go_and_answers_between_and_after_them_stay()
    {
        const string Body = """
            On Fri, 1 May 2026 at 10:00, Wallet <support@wallet.example> wrote:
            > When did you pay?
            Yesterday at noon.
            > Which shop?

            The one in Nanjing Road.
            """;

        var visible = ReplyText.Visible(Body);

        Assert.Equal("Yesterday at noon.\n\nThe one in Nanjing Road.", visible.Replace("\n\n\n", "\n\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("---------- Forwarded message ---------")]
    [InlineData("Begin forwarded message:")]
    [InlineData("-------- 转发邮件信息 --------")]
    [InlineData("---------- 转发的邮件 ----------")]
    [InlineData("开始转发的邮件：")]
    public void A_forwarded_mail_stays_whole(string mark)
    {
        var body = $"这是诈骗吗？\n\n{mark}\nFrom: \"Wallet\" <security@evil.example>\nSubject: 您的账户异常\n\n请点击链接验证\n-- \n安全中心";

        var visible = ReplyText.Visible(body);

        Assert.Equal(body, visible);
    }

    [Theory]
    [InlineData("Sent from my iPhone")]
    [InlineData("发自我的iPhone")]
    [InlineData("发自我的华为手机")]
    [InlineData("從我的 iPhone 傳送")]
    [InlineData("Get Outlook for Android")]
    [InlineData("发送自 Windows 版邮件应用")]
    public void The_line_of_a_device_goes(string line)
    {
        Assert.Equal("转账失败了", ReplyText.Visible($"转账失败了\n\n{line}\n"));
    }

    [Theory]
    [InlineData("-- ")]
    [InlineData("--")]
    public void A_signature_goes(string mark)
    {
        Assert.Equal("My card is gone.", ReplyText.Visible($"My card is gone.\n{mark}\nLi Lei\n138 0013 8000"));
    }

    [Fact]
    public void A_line_drawn_before_a_long_text_is_no_signature()
    {
        var body = "Two things.\n--\n" + string.Join('\n', Enumerable.Range(1, 30).Select(i => $"Point {i}"));

        Assert.Equal(body, ReplyText.Visible(body));
    }

    [Theory]
    [InlineData("He called me and then he wrote:\nsend me the code")]
    [InlineData("From: my wallet\nTo: my bank\nAmount: 500")]
    [InlineData("On Monday I paid 500.\nOn Tuesday it failed.")]
    [InlineData("> 我的话全在引用符号后面")]
    [InlineData("-----Original Message-----\nnothing above this line")]
    [InlineData("-- \nLi Lei")]
    [InlineData("发自我的iPhone")]
    public void What_may_be_the_persons_own_stays(string body)
    {
        Assert.Equal(body, ReplyText.Visible(body));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    public void An_empty_body_stays_empty(string body)
    {
        Assert.Equal("", ReplyText.Visible(body));
    }

    [Fact]
    public void Windows_line_ends_do_not_matter()
    {
        Assert.Equal("a\nb", ReplyText.Visible("a\r\nb\r\n\r\n-----Original Message-----\r\nc\r\n"));
    }

    [Fact]
    public void Arrows_above_a_marked_quote_are_the_persons_and_a_quote_within_a_quote_never_is()
    {
        const string Quote = "\n\nOn Fri, 1 May 2026 at 10:00, Wallet <support@wallet.example> wrote:\n> What did you do?";

        Assert.Equal("I did:\n> open\n> send", ReplyText.Visible("I did:\n> open\n> send" + Quote));
        Assert.Equal("Me too.", ReplyText.Visible("> somebody said\n> > somebody else said\n\nMe too." + Quote));
    }
}
