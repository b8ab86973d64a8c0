using Mailroom.Functions.Desk;

namespace Mailroom.Functions.Tests.Desk;

public sealed class HtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onmouseover=\"x", "&quot; onmouseover=&quot;x")]
    [InlineData("it's &amp;", "it&#x27;s &amp;amp;")]
    [InlineData("退款", "退款")]
    [InlineData("\u202Egpj.exe", "gpj.exe")]
    [InlineData(null, "")]
    public void Text_gets_into_a_template_encoded(string? text, string expected)
    {
        var html = Html.Of($"<p title=\"{text}\">");

        Assert.Equal($"<p title=\"{expected}\">", html.ToString());
    }

    [Fact]
    public void Finished_pieces_stay_as_they_are()
    {
        var cells = new[] { "a", "<b>" }.Select(t => Html.Of($"<td>{t}</td>"));

        var html = Html.Of($"<tr>{cells}</tr>");

        Assert.Equal("<tr><td>a</td><td>&lt;b&gt;</td></tr>", html.ToString());
    }

    [Fact]
    public void A_control_character_does_not_reach_the_page()
    {
        var html = Html.Of($"{"a\0b\u001b"}");

        Assert.DoesNotContain(html.ToString(), char.IsControl);
    }
}
