using System.Globalization;
using System.Net;
using Mailroom.Support.Azurite;

namespace Mailroom.SystemTests.Api;

[Collection(SharedPipeline.Name)]
public sealed class ReadingTests(RunningPipeline pipeline)
{
    [AzuriteTheory]
    [InlineData("/api/v1/tickets/MR-0000-0001", HttpStatusCode.NotFound, "urn:mailroom:no-such-ticket")]
    [InlineData("/api/v1/ledger/abc", HttpStatusCode.NotFound, "urn:mailroom:no-such-mail")]
    [InlineData("/api/v1/ledger/days/yesterday", HttpStatusCode.BadRequest, "urn:mailroom:bad-value")]
    [InlineData("/api/v1/tickets?size=0", HttpStatusCode.BadRequest, "urn:mailroom:bad-value")]
    [InlineData("/api/v1/tickets?team=nobody", HttpStatusCode.BadRequest, "urn:mailroom:bad-value")]
    [InlineData("/api/v1/histories?from=soon", HttpStatusCode.BadRequest, "urn:mailroom:bad-value")]
    [InlineData("/api/v1/histories?size=2000", HttpStatusCode.BadRequest, "urn:mailroom:bad-value")]
    [InlineData("/api/v1/histories?after=x", HttpStatusCode.BadRequest, "urn:mailroom:bad-value")]
    [InlineData("/api/v1/digests?at=soon", HttpStatusCode.BadRequest, "urn:mailroom:bad-value")]
    public async Task A_wrong_question_is_told_what_is_wrong_with_it(string path, HttpStatusCode expected, string type)
    {
        using var answer = await pipeline.Client.GetAsync(pipeline.At(path));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(type, (await RunningPipeline.JsonAsync(answer)).GetProperty("type").GetString());
    }

    [AzuriteTheory]
    [InlineData("/api/v1/tickets")]
    [InlineData("/api/v1/tickets/MR-0000-0001")]
    [InlineData("/api/v1/ledger/abc")]
    [InlineData("/api/v1/ledger/days/20261120")]
    [InlineData("/api/v1/digests")]
    [InlineData("/api/v1/histories")]
    [InlineData("/api/v1/mailboxes")]
    public async Task Customers_data_is_shown_to_nobody_without_the_key(string path)
    {
        using var stranger = new HttpClient();

        using var answer = await stranger.GetAsync(pipeline.At(path));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [AzuriteFact]
    public async Task A_day_of_the_ledger_counts_its_mails()
    {
        var row = await pipeline.EndOfAsync(RawLetter.From("zhao@mail.example", "提现", "提现还没有到银行卡，金额 500 元。"));
        var day = row.GetProperty("receivedAt").GetDateTimeOffset().UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

        var ledger = await RunningPipeline.JsonAsync(await pipeline.Client.GetAsync(pipeline.At($"/api/v1/ledger/days/{day}")));

        var rows = ledger.GetProperty("rows").EnumerateArray().ToList();
        Assert.Contains(row.GetProperty("sha256").GetString(), rows.Select(r => r.GetProperty("sha256").GetString()));
        Assert.Equal(ledger.GetProperty("mails").GetInt32(), rows.Sum(r => r.GetProperty("sources").GetArrayLength()));
    }
}
