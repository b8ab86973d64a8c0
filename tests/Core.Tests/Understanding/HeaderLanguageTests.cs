using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Understanding;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Understanding;

public sealed class HeaderLanguageTests
{
    [Theory]
    [InlineData("转账截图和录屏", "", "", MailLanguage.Chinese)]
    [InlineData("My transfer did not arrive", "李雷", "", MailLanguage.English)]
    [InlineData("My transfer did not arrive", "", "text/plain; charset=gbk", MailLanguage.English)]
    [InlineData("IMG_2034.jpg", "李雷", "", MailLanguage.Chinese)]
    [InlineData("IMG_2034.jpg", "", "text/plain; charset=\"GB2312\"", MailLanguage.Chinese)]
    [InlineData("Screenshots", "Li Lei", "", MailLanguage.English)]
    [InlineData("", "李雷", "", MailLanguage.Chinese)]
    [InlineData("", "Li Lei", "text/plain; charset=utf-8", MailLanguage.Chinese)]
    public void The_subject_tells_then_the_name_and_the_charset_then_the_policy(string subject, string name, string type, MailLanguage expected)
    {
        var letter = Letters.Letter(subject: subject).With("Content-Type", type) with { From = [new MailAddress(name, "li.lei@customer.example")] };

        Assert.Equal(expected, HeaderLanguage.Of(letter, ReplyLanguage.Chinese));
    }

    [Theory]
    [InlineData(ReplyLanguage.Chinese, MailLanguage.Chinese)]
    [InlineData(ReplyLanguage.English, MailLanguage.English)]
    public void Where_nothing_tells_the_policy_does(ReplyLanguage policy, MailLanguage expected) =>
        Assert.Equal(expected, HeaderLanguage.Of(Letters.Letter(subject: "20261124"), policy));

    [Fact]
    public void A_language_field_tells_it() =>
        Assert.Equal(MailLanguage.Chinese, HeaderLanguage.Of(Letters.Letter(subject: "1").With("Content-Language", "zh-CN"), ReplyLanguage.English));
}
