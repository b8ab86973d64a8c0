using Mailroom.Core.Replies;

namespace Mailroom.Core.Tests.Replies;

public sealed class GreetingTests
{
    [Theory]
    [InlineData("李雷", "李雷")]
    [InlineData("欧阳娜娜", "欧阳娜娜")]
    [InlineData("  Anne-Marie   O'Neil ", "Anne-Marie O'Neil")]
    [InlineData("J. R. Smith", "J. R. Smith")]
    [InlineData("José Müller", "José Müller")]
    [InlineData("Zhang Wei", "Zhang Wei")]
    public void A_name_is_greeted(string shown, string name) => Assert.Equal(name, Greeting.NameOf(shown));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("li.lei@mail.example")]
    [InlineData("www.prize.example")]
    [InlineData("You won 1000 dollars")]
    [InlineData("https://prize.example")]
    [InlineData("Dear winner claim your prize now")]
    [InlineData("恭喜您中奖请点击链接领取")]
    [InlineData("Bob\r\nBcc: x")]
    [InlineData("\u202eecilA")]
    [InlineData("\ud800broken")]
    [InlineData("<b>Bob</b>")]
    [InlineData("{{company}}")]
    [InlineData("-Bob")]
    [InlineData("Abcdefghijklmnopqrstuvwxyzabcdefghij")]
    public void What_could_carry_a_message_is_no_name(string shown) => Assert.Equal("", Greeting.NameOf(shown));
}
