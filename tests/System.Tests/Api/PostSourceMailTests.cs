using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Mailroom.Support.Azurite;

namespace Mailroom.SystemTests.Api;

[Collection(SharedPipeline.Name)]
public sealed class PostSourceMailTests(RunningPipeline pipeline)
{
    [AzuriteFact]
    public async Task A_mail_of_sendgrid_becomes_a_ticket_and_its_envelope_is_kept()
    {
        using var envelope = new StringContent("""{"to":["support@swallowpay.example"],"from":"bounce-7@mail.example"}""");
        using var email = new ByteArrayContent(RawLetter.From("hao@mail.example", "退款", "我两周前申请的 88 元退款还没有到账。"));
        using var form = new MultipartFormDataContent { { envelope, "envelope" }, { email, "email" } };

        using var answer = await PostAsync("sendgrid", form, RunningPipeline.SourceSecret);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var row = await EndAsync(answer);
        Assert.Equal("ticket", row.GetProperty("ending").GetString());
        Assert.Equal(["http:sendgrid"], row.GetProperty("sources").EnumerateArray().Select(s => s.GetString()));
        var kept = Assert.Single(row.GetProperty("envelopes").EnumerateArray());
        Assert.Equal("bounce-7@mail.example", kept.GetProperty("sender").GetString());
        Assert.Equal("support@swallowpay.example", kept.GetProperty("recipients")[0].GetString());
    }

    [AzuriteFact]
    public async Task A_mail_of_postmark_becomes_a_ticket()
    {
        var raw = Encoding.UTF8.GetString(RawLetter.From("mei@mail.example", "Refund", "Where is my refund of 42 CNY?"));
        using var json = new StringContent(JsonSerializer.Serialize(new { RawEmail = raw }), Encoding.UTF8, "application/json");

        using var answer = await PostAsync("postmark", json, RunningPipeline.SourceSecret);

        Assert.Equal("ticket", (await EndAsync(answer)).GetProperty("ending").GetString());
    }

    [AzuriteFact]
    public async Task The_null_sender_of_the_envelope_makes_a_failure_notice_a_bounce()
    {
        using var content = new ByteArrayContent(RawLetter.From("relay@mail.example", "Undelivered: your mail", "It could not be delivered."));
        content.Headers.Add("X-Envelope-From", "<>");

        using var answer = await PostAsync("raw", content, RunningPipeline.SourceSecret);

        Assert.Equal("bounce", (await EndAsync(answer)).GetProperty("ending").GetString());
    }

    [AzuriteTheory]
    [InlineData("raw", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("raw", null, HttpStatusCode.Unauthorized)]
    [InlineData("cloudflare", RunningPipeline.SourceSecret, HttpStatusCode.NotFound)]
    [InlineData("nobody", RunningPipeline.SourceSecret, HttpStatusCode.NotFound)]
    [InlineData("mailgun", null, HttpStatusCode.ServiceUnavailable)]
    [InlineData("postmark", RunningPipeline.SourceSecret, HttpStatusCode.ServiceUnavailable)]
    public async Task A_door_opens_only_to_its_own_secret_and_its_own_form(string source, string? secret, HttpStatusCode expected)
    {
        using var content = new ByteArrayContent(RawLetter.From("a@mail.example", "x", "y"));

        using var answer = await PostAsync(source, content, secret);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [AzuriteTheory]
    [InlineData("raw", HttpStatusCode.BadRequest)]
    [InlineData("postmark", HttpStatusCode.Forbidden)]
    public async Task An_empty_mail_is_refused_by_the_status_at_which_the_provider_gives_up(string source, HttpStatusCode expected)
    {
        using var content = new StringContent(source == "raw" ? "" : """{"RawEmail":""}""");

        using var answer = await PostAsync(source, content, RunningPipeline.SourceSecret);

        Assert.Equal(expected, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(string source, HttpContent content, string? secret)
    {
        using var stranger = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, pipeline.At("/api/mail/" + source)) { Content = content };
        request.Headers.Authorization = secret is null ? null : new AuthenticationHeaderValue("Bearer", secret);
        return await stranger.SendAsync(request);
    }

    private async Task<JsonElement> EndAsync(HttpResponseMessage answer)
    {
        var ledger = (await RunningPipeline.JsonAsync(answer)).GetProperty("ledger").GetString()!;
        return await RunningPipeline.UntilAsync(
            async () => await RunningPipeline.JsonAsync(await pipeline.Client.GetAsync(pipeline.At(ledger))),
            row => row.GetProperty("ending").GetString() is not null);
    }
}
