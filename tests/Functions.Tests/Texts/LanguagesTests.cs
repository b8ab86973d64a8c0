using Mailroom.Core.Policy;
using Mailroom.Functions.Texts;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Tests.Texts;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("", "zh-CN,zh;q=0.9,en;q=0.8", ReplyLanguage.Chinese)]
    [InlineData("", "en-GB;q=0.7, zh-TW;q=0.9", ReplyLanguage.Chinese)]
    [InlineData("", "fr, en;q=0.5", ReplyLanguage.English)]
    [InlineData("", "zh;q=0, en;q=0.1", ReplyLanguage.English)]
    [InlineData("", "", ReplyLanguage.English)]
    [InlineData("", "zh;q=nonsense", ReplyLanguage.English)]
    [InlineData("?lang=zh", "en", ReplyLanguage.Chinese)]
    [InlineData("?lang=en", "zh", ReplyLanguage.English)]
    [InlineData("?lang=xx", "zh", ReplyLanguage.Chinese)]
    public void The_choice_in_the_address_beats_the_header(string query, string header, ReplyLanguage expected)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        context.Request.Headers.AcceptLanguage = header;

        Assert.Equal(expected, Languages.Of(context.Request));
    }
}
