using System.Net;
using Mailroom.Support.Azurite;

namespace Mailroom.SystemTests.Desk;

[Collection(SharedPipeline.Name)]
public sealed class DeskTests(RunningPipeline pipeline)
{
    [AzuriteFact]
    public async Task A_new_mail_shows_in_the_queue_and_on_a_page_of_its_own()
    {
        var row = await pipeline.EndOfAsync(RawLetter.From(
            "Hostile <x@mail.example>", "<script>alert(1)</script> refund", "Where is my refund? <img src=x onerror=alert(2)>"));
        var number = row.GetProperty("ticket").GetString()!;

        var queue = await RunningPipeline.UntilAsync(
            () => pipeline.Client.GetStringAsync(pipeline.At("/?lang=en")), page => page.Contains(number, StringComparison.Ordinal));
        var ticket = await pipeline.Client.GetStringAsync(pipeline.At($"/tickets/{number}?lang=zh"));

        Assert.DoesNotContain("<script", queue + ticket, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", queue + ticket, StringComparison.Ordinal);
        Assert.Contains("x@mail.example", ticket, StringComparison.Ordinal);
        Assert.Contains("客户来信", ticket, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task A_page_may_load_its_stylesheet_and_nothing_else()
    {
        using var answer = await pipeline.Client.GetAsync(pipeline.At("/"));

        Assert.StartsWith("default-src 'none'; style-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [AzuriteFact]
    public async Task The_stylesheet_is_kept_by_its_tag()
    {
        using var first = await pipeline.Client.GetAsync(pipeline.At("/desk.css"));
        using var again = new HttpRequestMessage(HttpMethod.Get, pipeline.At("/desk.css"));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await pipeline.Client.SendAsync(again);

        Assert.Equal("text/css", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [AzuriteFact]
    public async Task A_page_of_the_internet_that_borrows_our_address_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, pipeline.At("/"));
        request.Headers.Host = "evil.example";

        using var answer = await pipeline.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [AzuriteTheory]
    [InlineData("/tickets/MR-0000-0001")]
    [InlineData("/tickets/")]
    [InlineData("/nothing/here")]
    [InlineData("/api/v1/nothing")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var answer = await pipeline.Client.GetAsync(pipeline.At(path));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
