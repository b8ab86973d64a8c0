using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Mailroom.Support.Azurite;

namespace Mailroom.SystemTests.Api;

[Collection(SharedPipeline.Name)]
public sealed class PostMailTests(RunningPipeline pipeline)
{
    [AzuriteFact]
    public async Task A_mail_is_taken_and_becomes_a_ticket()
    {
        var raw = RawLetter.From("lin@mail.example", "Refund", "Where is my refund of 88 CNY? I asked for it two weeks ago.");

        var row = await pipeline.EndOfAsync(raw);

        var number = row.GetProperty("ticket").GetString();
        Assert.Equal("ticket", row.GetProperty("ending").GetString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(raw)), row.GetProperty("sha256").GetString());
        var ticket = await RunningPipeline.JsonAsync(await pipeline.Client.GetAsync(pipeline.At($"/api/v1/tickets/{number}")));
        Assert.Equal("lin@mail.example", ticket.GetProperty("ticket").GetProperty("requester").GetProperty("address").GetString());
        Assert.Equal("opened", ticket.GetProperty("events")[0].GetProperty("type").GetString());
        Assert.Equal("promised", ticket.GetProperty("events")[1].GetProperty("type").GetString());
        await RunningPipeline.UntilAsync(
            () => pipeline.Client.GetStringAsync(pipeline.At("/api/v1/tickets?size=500")), list => list.Contains(number!, StringComparison.Ordinal));
    }

    [AzuriteFact]
    public async Task The_same_bytes_twice_are_one_mail()
    {
        var raw = RawLetter.From("wang@mail.example", "Fees", "Why was I charged one yuan?");
        await pipeline.EndOfAsync(raw);

        using var content = new ByteArrayContent(raw);
        using var answer = await pipeline.Client.PostAsync(pipeline.At("/api/mail"), content);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.False((await RunningPipeline.JsonAsync(answer)).GetProperty("isNew").GetBoolean());
    }

    [AzuriteFact]
    public async Task Nobody_hands_mail_in_without_the_key()
    {
        using var stranger = new HttpClient();
        using var content = new ByteArrayContent(RawLetter.From("a@mail.example", "x", "y"));

        using var answer = await stranger.PostAsync(pipeline.At("/api/mail"), content);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [AzuriteFact]
    public async Task An_empty_body_is_refused_in_the_callers_language()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, pipeline.At("/api/mail")) { Content = new ByteArrayContent([]) };
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("zh-CN"));

        using var answer = await pipeline.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("邮件内容为空", (await RunningPipeline.JsonAsync(answer)).GetProperty("title").GetString());
    }

    [AzuriteFact]
    public async Task A_body_over_the_hard_bound_is_refused_before_it_is_sent()
    {
        using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        file.SetLength((100 * 1024 * 1024) + 1);
        using var request = new HttpRequestMessage(HttpMethod.Post, pipeline.At("/api/mail")) { Content = new StreamContent(file) };
        request.Headers.ExpectContinue = true;

        using var answer = await pipeline.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("100 MiB", (await RunningPipeline.JsonAsync(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
