using Mailroom.Core.Replies;

namespace Mailroom.Core.Tests.Replies;

public sealed class MailDomainTests
{
    [Theory]
    [InlineData("qq.com", "qq.com")]
    [InlineData("VIP.qq.com", "qq.com")]
    [InlineData("a1.b2.storm.example", "storm.example")]
    [InlineData("mail.shop.com.cn", "shop.com.cn")]
    [InlineData("shop.com.cn", "shop.com.cn")]
    [InlineData("mail.shop.co.uk", "shop.co.uk")]
    [InlineData("mail.bank.cn", "bank.cn")]
    [InlineData("shop.example.", "shop.example")]
    [InlineData("localhost", "localhost")]
    [InlineData("", "")]
    public void Subdomains_count_with_the_domain_that_somebody_owns(string domain, string owned) =>
        Assert.Equal(owned, MailDomain.Owned(domain));
}
