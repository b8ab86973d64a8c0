using System.Net;
using Mailroom.Core.Tickets;
using Mailroom.Support.Azurite;

namespace Mailroom.SystemTests.Api;

[Collection(SharedPipeline.Name)]
public sealed class SatisfactionTests(RunningPipeline pipeline)
{
    [AzuriteFact]
    public async Task A_look_at_the_page_records_nothing_the_button_does_and_the_first_answer_stays()
    {
        var number = await OpenAsync();
        using var stranger = new HttpClient();

        var page = await stranger.GetStringAsync(Link(number, "NotSolved"));
        Assert.Contains("问题没有解决", page, StringComparison.Ordinal);
        Assert.Contains("Your ticket will be opened again", page, StringComparison.Ordinal);
        Assert.DoesNotContain("customer-rated", await HistoryAsync(number), StringComparison.Ordinal);

        Assert.Contains("open again", await ClickAsync(stranger, Link(number, "NotSolved"), "still waiting"), StringComparison.Ordinal);
        Assert.Contains("We have your answer already", await ClickAsync(stranger, Link(number, "Good"), ""), StringComparison.Ordinal);
        Assert.Contains("We have your answer already", await stranger.GetStringAsync(Link(number, "Good")), StringComparison.Ordinal);
        var history = await HistoryAsync(number);
        Assert.Contains("still waiting", history, StringComparison.Ordinal);
        Assert.Single(history.Split("\"customer-rated\"")[1..]);
    }

    [AzuriteFact]
    public async Task A_link_that_is_none_of_ours_or_too_old_says_so_and_does_nothing()
    {
        var number = await OpenAsync();
        using var stranger = new HttpClient();
        Uri[] links = [pipeline.At("/api/v1/satisfaction/1.x.y.z.q"), Link(number, "Good", -1), Link(number, "Great")];

        foreach (var link in links)
        {
            using var shown = await stranger.GetAsync(link);
            using var nothing = new FormUrlEncodedContent([]);
            using var taken = await stranger.PostAsync(link, nothing);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (shown.StatusCode, taken.StatusCode));
        }

        Assert.DoesNotContain("customer-rated", await HistoryAsync(number), StringComparison.Ordinal);
    }

    private static async Task<string> ClickAsync(HttpClient stranger, Uri link, string comment)
    {
        using var form = new FormUrlEncodedContent([new("comment", comment)]);
        using var answer = await stranger.PostAsync(link, form);
        return await answer.Content.ReadAsStringAsync();
    }

    private Uri Link(string number, string answer, int days = 1)
    {
        Assert.True(TicketNumber.TryParse(number, out var ticket));
        return pipeline.At("/api/v1/satisfaction/" + ActionToken.Write(RunningPipeline.Signing, new("satisfaction", ticket, answer, DateTimeOffset.UtcNow.AddDays(days))));
    }

    private async Task<string> HistoryAsync(string number) => await pipeline.Client.GetStringAsync(pipeline.At("/api/v1/tickets/" + number));

    private async Task<string> OpenAsync() =>
        (await pipeline.EndOfAsync(RawLetter.From("ming@mail.example", "Refund", "Where is my refund of 88 CNY?"))).GetProperty("ticket").GetString()!;
}
