using Mailroom.Core.Understanding;

namespace Mailroom.Core.Tests.Understanding;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("我昨天转的钱还没到", "zh")]
    [InlineData("我昨天轉的錢還沒到帳", "zh")]
    [InlineData("我的 iPhone 用不了 Apple Pay，请帮忙看看", "zh")]
    [InlineData("订单号 ABC-20260501-XYZ https://shop.example/order/1 请查一下", "zh")]
    [InlineData("My money has not arrived", "en")]
    [InlineData("I paid at 星巴克 yesterday and it was declined twice, please check the payment", "en")]
    [InlineData("Hi, 我的 account 被 lock 了，please help me unlock, thank you", "mixed")]
    [InlineData("お金がまだ届いていません。確認してください", "other")]
    [InlineData("돈이 아직 도착하지 않았습니다", "other")]
    [InlineData("Деньги ещё не пришли", "other")]
    [InlineData("Mein Geld ist noch nicht da und ich kann mich nicht mit der App anmelden", "other")]
    [InlineData("Hola, no puedo entrar en mi cuenta y el dinero no ha llegado", "other")]
    [InlineData("12345 !!!", "other")]
    [InlineData("", "other")]
    public void The_script_and_the_small_words_tell(string text, string language)
    {
        Assert.Equal(language, LetterCase.Code(LanguageDetector.Detect(text)));
    }
}
