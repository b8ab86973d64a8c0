using System.CommandLine;
using System.Net;
using System.Net.Http.Json;
using Mailroom.Cli.Running;
using Mailroom.Support.Azurite;

namespace Mailroom.SystemTests.Api;

[Collection(SharedPipeline.Name)]
public sealed class UndoJoinTests(RunningPipeline pipeline)
{
    [AzuriteFact]
    public async Task A_mail_that_joined_wrongly_is_taken_out_by_the_command()
    {
        var first = await pipeline.EndOfAsync(RawLetter.From("hong@mail.example", "Refund", "Where is my refund of 88 CNY?"));
        var number = first.GetProperty("ticket").GetString()!;
        var second = await pipeline.EndOfAsync(RawLetter.From("hong@mail.example", $"About {number}", "And my card was swallowed by a machine."));
        var mail = second.GetProperty("sha256").GetString()!;
        Assert.Equal(("joined", number), (second.GetProperty("ending").GetString(), second.GetProperty("ticket").GetString()));
        using var output = new StringWriter();
        using var error = new StringWriter();

        var code = await MailroomCommand.RunAsync(
            ["undo-join", number, "--mail", mail, "--agent", "mei", "--json", "--url", pipeline.Address.ToString(), "--key", pipeline.Key],
            new InvocationConfiguration { Output = output, Error = error });

        Assert.True(code == 0, error.ToString());
        var row = await RunningPipeline.JsonAsync(await pipeline.Client.GetAsync(pipeline.At("/api/v1/ledger/" + mail)));
        var own = row.GetProperty("ticket").GetString();
        Assert.Contains($"\"ticket\":\"{own}\"", output.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(number, own);
        var page = await pipeline.Client.GetStringAsync(pipeline.At($"/tickets/{number}?lang=zh"));
        Assert.Contains("移出本工单", page, StringComparison.Ordinal);
        Assert.Contains("主题中有工单号", page, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task A_wish_that_names_no_joined_mail_or_nobody_is_refused()
    {
        var first = await pipeline.EndOfAsync(RawLetter.From("lan@mail.example", "Refund", "Where is my refund of 77 CNY?"));
        var (number, mail) = (first.GetProperty("ticket").GetString()!, first.GetProperty("sha256").GetString()!);

        Assert.Equal(HttpStatusCode.NotFound, await UndoAsync(number, mail, new { agent = "mei" }));
        Assert.Equal(HttpStatusCode.NotFound, await UndoAsync("MR-0000-0000", mail, new { agent = "mei" }));
        Assert.Equal(HttpStatusCode.BadRequest, await UndoAsync(number, mail, new { agent = " " }));
    }

    private async Task<HttpStatusCode> UndoAsync<T>(string number, string mail, T wish)
    {
        using var answer = await pipeline.Client.PostAsJsonAsync(pipeline.At($"/api/v1/tickets/{number}/joins/{mail}/undo"), wish);
        return answer.StatusCode;
    }
}
