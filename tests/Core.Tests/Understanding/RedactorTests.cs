using Mailroom.Core.Understanding;

namespace Mailroom.Core.Tests.Understanding;

public sealed class RedactorTests
{
    [Theory]
    [InlineData("card 4111111111111111 please", "card **** **** **** 1111 please")]
    [InlineData("4111 1111 1111 1111", "**** **** **** 1111")]
    [InlineData("4111-1111-1111-1111.", "**** **** **** 1111.")]
    [InlineData("３７８２８２２４６３１０００５", "**** **** **** 0005")]
    [InlineData("3782 822463 10005", "**** **** **** 0005")]
    [InlineData("card4111111111111111", "card**** **** **** 1111")]
    [InlineData("卡号6212345678901234569，谢谢", "卡号**** **** **** 4569，谢谢")]
    public void A_card_number_keeps_its_last_four_digits(string text, string redacted)
    {
        Assert.Equal(redacted, Redactor.Redact(text));
    }

    [Theory]
    [InlineData("订单号 20261115204633071145")]
    [InlineData("TXN4200001234567895")]
    [InlineData("4111111111111112")]
    [InlineData("金额 3200.00，2026-05-03 14:22")]
    [InlineData("error code 500312")]
    [InlineData("促销码 promo code 618618")]
    [InlineData("工单 MR-7K3F-9QXA")]
    public void Other_numbers_stay(string text)
    {
        Assert.Equal(text, Redactor.Redact(text));
    }

    [Theory]
    [InlineData("身份证 11010519491231002X", "身份证 ******************")]
    [InlineData("身份证11010519491231002x号", "身份证******************号")]
    [InlineData("110105 19491231 002X", "******************")]
    public void A_resident_id_keeps_nothing(string text, string redacted)
    {
        Assert.Equal(redacted, Redactor.Redact(text));
    }

    [Theory]
    [InlineData("验证码是482913", "482913")]
    [InlineData("验证码：８８２９１３", "８８２９１３")]
    [InlineData("驗證碼 482913", "482913")]
    [InlineData("482913是验证码", "482913")]
    [InlineData("他问我要验证码，我就说了 482913", "482913")]
    [InlineData("支付密码123456", "123456")]
    [InlineData("密码：Abc12345", "Abc12345")]
    [InlineData("my password is hunter2", "hunter2")]
    [InlineData("Password: correcthorse", "correcthorse")]
    [InlineData("the code was 4829", "4829")]
    [InlineData("OTP 482913", "482913")]
    [InlineData("my PIN is 1234", "1234")]
    [InlineData("I read him the digits, 482 913", "482 913")]
    [InlineData("cvv 123", "123")]
    [InlineData("有效期05/28", "05/28")]
    public void A_secret_keeps_nothing(string text, string secret)
    {
        Assert.DoesNotContain(secret, Redactor.Redact(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("密码输错5次")]
    [InlineData("验证码收不到")]
    [InlineData("my password is wrong")]
    [InlineData("The password was changed by someone")]
    [InlineData("I forgot my pin and the code never comes")]
    public void Talk_about_secrets_stays(string text)
    {
        Assert.Equal(text, Redactor.Redact(text));
    }

    [Theory]
    [InlineData("手机13800138000", "手机*******8000")]
    [InlineData("138 0013 8000", "*******8000")]
    [InlineData("+86 138-0013-8000", "*******8000")]
    [InlineData("138****8000", "*******8000")]
    [InlineData("call +44 7700 900456 now", "call *******0456 now")]
    [InlineData("电话：2345 6789", "电话：*******6789")]
    public void A_telephone_number_keeps_its_last_four_digits(string text, string redacted)
    {
        Assert.Equal(redacted, Redactor.Redact(text));
    }

    [Fact]
    public void What_is_redacted_stays_as_it_is_the_second_time()
    {
        var once = Redactor.Redact("卡 4111 1111 1111 1111 手机 13800138000 密码：Abc12345 身份证 11010519491231002X");

        Assert.Equal(once, Redactor.Redact(once));
    }
}
