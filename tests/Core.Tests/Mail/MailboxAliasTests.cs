using Mailroom.Core.Mail;

namespace Mailroom.Core.Tests.Mail;

public sealed class MailboxAliasTests
{
    [Theory]
    [InlineData("li.lei@gmail.com", "lilei+wallet@googlemail.com")]
    [InlineData("li.lei@outlook.com", "li.lei+wallet@outlook.com")]
    [InlineData("li@icloud.com", "li@icloud.com")]
    public void What_the_provider_delivers_to_one_mailbox_is_one_person(string a, string b) => Assert.True(MailboxAlias.IsSame(a, b));

    [Theory]
    [InlineData("li.lei@outlook.com", "lilei@outlook.com")]
    [InlineData("li@company.example", "li+boss@company.example")]
    [InlineData("10001@qq.com", "10001@foxmail.com")]
    [InlineData("li@163.com", "li@126.com")]
    [InlineData("li@163.com", "li@yeah.net")]
    [InlineData("+a@gmail.com", "+b@gmail.com")]
    [InlineData("", "")]
    public void What_only_looks_alike_is_two_people(string a, string b) => Assert.False(MailboxAlias.IsSame(a, b));
}
