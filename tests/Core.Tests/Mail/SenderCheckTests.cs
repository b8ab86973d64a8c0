using Mailroom.Core.Mail;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Mail;

public sealed class SenderCheckTests
{
    private static readonly string[] Ours = ["mx.wallet.example"];

    [Theory]
    [InlineData("mx.wallet.example; spf=pass smtp.mailfrom=x; dmarc=pass header.from=customer.example", TrustLevel.Verified)]
    [InlineData("MX.Wallet.Example 1; dmarc=pass (p=REJECT sp=NONE) header.from=Customer.Example", TrustLevel.Verified)]
    [InlineData("mx.wallet.example; dmarc=pass", TrustLevel.Verified)]
    [InlineData("mx.wallet.example; dkim=pass header.d=customer.example; dmarc=fail header.from=customer.example", TrustLevel.Failed)]
    [InlineData("mx.wallet.example; dmarc=none", TrustLevel.Unverified)]
    [InlineData("mx.wallet.example; dmarc=bestguesspass", TrustLevel.Unverified)]
    [InlineData("mx.wallet.example; spf=pass; dkim=pass", TrustLevel.Unverified)]
    [InlineData("mx.wallet.example; dmarc=pass header.from=elsewhere.example", TrustLevel.Unverified)]
    [InlineData("mx.wallet.example; dmarc=pass; dmarc=fail", TrustLevel.Failed)]
    [InlineData("mx.elsewhere.example; dmarc=pass", TrustLevel.Unverified)]
    [InlineData("mx.wallet.example; spf=pass smtp.mailfrom=\"a; dmarc=pass\"", TrustLevel.Unverified)]
    [InlineData("mx.wallet.example; spf=pass (ok ; dmarc=pass )", TrustLevel.Unverified)]
    [InlineData("mx.wallet.example (( nested ) ; dmarc=pass) ; dmarc=fail", TrustLevel.Failed)]
    [InlineData("", TrustLevel.Unverified)]
    [InlineData(";;;;", TrustLevel.Unverified)]
    public void The_level_follows_our_receivers_dmarc_result(string results, TrustLevel level)
    {
        var trust = SenderCheck.Assess(Letters.Letter().With("Authentication-Results", results), Ours);

        Assert.Equal(level, trust.Level);
    }

    [Fact]
    public void Only_the_topmost_result_of_our_receiver_counts()
    {
        var letter = Letters.Letter()
            .With("Authentication-Results", "mx.relay.example; dmarc=pass")
            .With("Authentication-Results", "mx.wallet.example; dmarc=fail")
            .With("Authentication-Results", "mx.wallet.example; dmarc=pass");

        var trust = SenderCheck.Assess(letter, Ours);

        Assert.Equal(TrustLevel.Failed, trust.Level);
        Assert.Equal(["dmarc=fail"], trust.Evidence);
    }

    [Fact]
    public void Without_a_receiver_of_ours_nobody_is_verified()
    {
        var trust = SenderCheck.Assess(Letters.Letter().With("Authentication-Results", "mx.wallet.example; dmarc=pass"), []);

        Assert.Equal(TrustLevel.Unverified, trust.Level);
    }

    [Fact]
    public void Several_senders_are_never_verified()
    {
        var letter = Letters.Letter().With("Authentication-Results", "mx.wallet.example; dmarc=pass");

        var trust = SenderCheck.Assess(letter with { From = [.. letter.From, new MailAddress("", "victim@customer.example")] }, Ours);

        Assert.Equal(TrustLevel.Unverified, trust.Level);
        Assert.Contains("several From addresses", trust.Evidence);
    }

    [Fact]
    public void A_missing_sender_is_unverified_and_said()
    {
        var trust = SenderCheck.Assess(Letters.Letter() with { From = [] }, Ours);

        Assert.Equal(TrustLevel.Unverified, trust.Level);
        Assert.Contains("no From address", trust.Evidence);
    }

    [Fact]
    public void A_reply_address_elsewhere_is_a_warning()
    {
        var trust = SenderCheck.Assess(Letters.Letter() with { ReplyTo = [new MailAddress("", "me@evil.example")] }, Ours);

        Assert.Contains("Reply-To differs from From", trust.Evidence);
    }

    [Theory]
    [InlineData("service@wallet.example", true)]
    [InlineData("Wallet <service@wallet.example>", true)]
    [InlineData("li.lei@customer.example", false)]
    [InlineData("李雷", false)]
    public void A_name_that_shows_another_address_is_a_warning(string name, bool warned)
    {
        var trust = SenderCheck.Assess(Letters.Letter() with { From = [new MailAddress(name, "li.lei@customer.example")] }, Ours);

        Assert.Equal(warned, trust.Evidence.Contains("the sender's name shows another address"));
    }
}
