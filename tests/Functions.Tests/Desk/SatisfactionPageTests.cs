using System.Security.Cryptography;
using System.Text;
using Mailroom.Core.Tickets;
using Mailroom.Functions.Desk;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Tests.Desk;

public sealed class SatisfactionPageTests
{
    [Theory]
    [InlineData(SatisfactionRating.Good, "满意", "It went well", false)]
    [InlineData(SatisfactionRating.Bad, "不满意", "It went badly", false)]
    [InlineData(SatisfactionRating.NotSolved, "问题没有解决", "It is not solved", true)]
    public void The_page_says_in_both_languages_what_the_button_records_and_whether_the_ticket_opens_again(
        SatisfactionRating rating, string zh, string en, bool reopens)
    {
        var page = SatisfactionPage.Ask(Samples.Policy.Company, Samples.Number, rating).Document.ToString();

        Assert.Contains(zh, page, StringComparison.Ordinal);
        Assert.Contains(en, page, StringComparison.Ordinal);
        Assert.Contains("<form method=\"post\">", page, StringComparison.Ordinal);
        Assert.Equal(reopens, page.Contains("工单会重新打开", StringComparison.Ordinal));
        Assert.Equal(reopens, page.Contains("opened again", StringComparison.Ordinal));
        Assert.DoesNotContain(Samples.Ticket.Subject, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_may_load_nothing_and_its_own_style_is_the_one_that_is_allowed()
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;

        await SatisfactionPage.Ask(Samples.Policy.Company, Samples.Number, SatisfactionRating.Good).ExecuteAsync(context);

        var page = Encoding.UTF8.GetString(body.ToArray());
        var style = page.Split("<style>")[1].Split("</style>")[0];
        Assert.Contains(
            $"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'",
            context.Response.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Equal("no-store", context.Response.Headers.CacheControl.ToString());
    }
}
