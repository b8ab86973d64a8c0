using Mailroom.Core.Policy;
using Mailroom.Core.Understanding;

namespace Mailroom.Core.Tests.Understanding.Redaction;

public sealed class RedactedTextTests
{
    [Fact]
    public void Every_secret_is_told_with_its_kind_and_both_places()
    {
        var redacted = Redactor.Read("卡 4111 1111 1111 1111，密码：hunter2!", RedactionPolicy.Usual);

        Assert.Equal("卡 **** **** **** 1111，密码：******", redacted.Text);
        Assert.Equal([new(RedactedKind.Card, 2, 21, 2, 21), new(RedactedKind.Secret, 25, 31, 25, 33)], redacted.Spans);
    }

    [Fact]
    public void Places_behind_a_secret_move_with_it()
    {
        var redacted = Redactor.Read("PIN 1122, thanks", RedactionPolicy.Usual);

        Assert.Equal("PIN ******, thanks", redacted.Text);
        Assert.Equal((4, 8, 10), (redacted.ToOriginal(4), redacted.ToOriginal(10), redacted.ToRedacted(8)));
        Assert.Equal(4, redacted.ToOriginal(7));
        Assert.Equal(4, redacted.ToRedacted(6));
    }

    [Theory]
    [InlineData("手机13800138000", PhoneMask.KeepCountry, "手机+86-*******8000")]
    [InlineData("電話：9123 4567", PhoneMask.KeepCountry, "電話：+852-*******4567")]
    [InlineData("call +44 7700 900456", PhoneMask.KeepCountry, "call +44-*******0456")]
    [InlineData("tel: 0161 496 0123", PhoneMask.KeepCountry, "tel: *******0123")]
    [InlineData("手机13800138000", PhoneMask.Hide, "手机***********")]
    [InlineData("+852 6123 4567", PhoneMask.KeepLastFour, "*******4567")]
    public void The_policy_says_what_stays_of_a_telephone_number(string text, PhoneMask mask, string redacted) =>
        Assert.Equal(redacted, Redactor.Redact(text, new RedactionPolicy(mask, mask, mask)));

    [Fact]
    public void Each_region_has_its_own_mask() => Assert.Equal(
        "*********** +852-*******4567 *******0456",
        Redactor.Redact("13800138000 +852 6123 4567 +44 7700 900456", new RedactionPolicy(PhoneMask.Hide, PhoneMask.KeepCountry, PhoneMask.KeepLastFour)));
}
