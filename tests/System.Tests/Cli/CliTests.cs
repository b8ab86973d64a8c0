using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Mailroom.Cli.Running;
using Mailroom.Support;
using Mailroom.Support.Azurite;

namespace Mailroom.SystemTests.Cli;

[Collection(SharedPipeline.Name)]
public sealed class CliTests(RunningPipeline pipeline) : IDisposable
{
    private readonly string _letter = Path.GetTempFileName();

    public void Dispose() => File.Delete(_letter);

    [AzuriteFact]
    public async Task A_mail_that_is_sent_and_waited_for_can_be_found_by_every_reading_verb()
    {
        await File.WriteAllBytesAsync(_letter, RawLetter.From("mei@mail.example", "充值没到账", "我昨天充值了 200 元，到现在还没有到账。"));

        var sent = (await RunAsync("send", _letter, "--wait")).Single();
        var number = sent.GetProperty("ticket").GetString()!;
        var shown = (await RunAsync("show", number.ToLowerInvariant())).Single();
        var ledger = (await RunAsync("ledger", sent.GetProperty("sha256").GetString()!)).Single();
        var tickets = await RunningPipeline.UntilAsync(
            () => RunAsync("tickets"), all => all.Any(t => t.GetProperty("number").GetString() == number));
        var day = await RunAsync("ledger");
        var digests = await RunAsync("digest", "--at", DateTimeOffset.UtcNow.AddDays(30).ToString("O", CultureInfo.InvariantCulture));

        var backtest = (await RunAsync("backtest", "--policy", RepoRoot.At("src", "Functions", "Policy", "policy.yaml"))).Single();

        Assert.True(backtest.GetProperty("tickets").GetInt32() > 0);
        Assert.Equal((0, 0), (backtest.GetProperty("unread").GetInt32(), backtest.GetProperty("total").GetProperty("newlyBreached").GetInt32()));
        Assert.Empty(await RunAsync("mailboxes"));
        Assert.Equal("ticket", sent.GetProperty("ending").GetString());
        Assert.Equal(number, shown.GetProperty("ticket").GetProperty("number").GetString());
        Assert.Equal("http:cli:" + Path.GetFileName(_letter), ledger.GetProperty("sources")[0].GetString());
        Assert.Equal("zh", tickets.First(t => t.GetProperty("number").GetString() == number).GetProperty("language").GetString());
        Assert.Contains(sent.GetProperty("sha256").GetString(), day.Select(r => r.GetProperty("sha256").GetString()));
        Assert.Contains(digests, d => d.GetProperty("values").GetProperty("overdueCount").GetString() != "0" && d.GetProperty("text").GetString()!.Contains("已超时", StringComparison.Ordinal));
    }

    [AzuriteFact]
    public async Task A_wrong_key_is_told_in_words()
    {
        using var error = new StringWriter();
        using var output = new StringWriter();

        var code = await MailroomCommand.RunAsync(
            ["tickets", "--url", pipeline.Address.ToString(), "--key", "wrong"], new InvocationConfiguration { Output = output, Error = error });

        Assert.Equal(1, code);
        Assert.Contains("refused the key", error.ToString(), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<JsonElement>> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await MailroomCommand.RunAsync(
            [.. arguments, "--json", "--url", pipeline.Address.ToString(), "--key", pipeline.Key],
            new InvocationConfiguration { Output = output, Error = error });
        Assert.True(code == 0, error.ToString());
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.Clone())];
    }
}
