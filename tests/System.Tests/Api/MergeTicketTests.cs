using System.CommandLine;
using System.Net;
using System.Net.Http.Json;
using Mailroom.Cli.Running;
using Mailroom.Support.Azurite;

namespace Mailroom.SystemTests.Api;

[Collection(SharedPipeline.Name)]
public sealed class MergeTicketTests(RunningPipeline pipeline)
{
    [AzuriteFact]
    public async Task Tickets_are_merged_by_the_command_and_shown_so()
    {
        var (first, second) = (await OpenAsync("qiang@mail.example"), await OpenAsync("qiang@mail.example"));
        using var output = new StringWriter();
        using var error = new StringWriter();

        var code = await MailroomCommand.RunAsync(
            ["merge", first, "--into", second, "--agent", "mei", "--json", "--url", pipeline.Address.ToString(), "--key", pipeline.Key],
            new InvocationConfiguration { Output = output, Error = error });

        Assert.True(code == 0, error.ToString());
        Assert.Contains($"\"mergedInto\":\"{second}\"", output.ToString(), StringComparison.Ordinal);
        var ticket = await RunningPipeline.JsonAsync(await pipeline.Client.GetAsync(pipeline.At("/api/v1/tickets/" + first)));
        Assert.Equal(second, ticket.GetProperty("ticket").GetProperty("mergedInto").GetString());
        var page = await pipeline.Client.GetStringAsync(pipeline.At($"/tickets/{first}?lang=zh"));
        Assert.Contains("已并入", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await MergeAsync(second, new { into = first, agent = "mei" }));
    }

    [AzuriteFact]
    public async Task A_wish_that_names_no_ticket_or_nobody_is_refused()
    {
        var number = await OpenAsync("gang@mail.example");

        Assert.Equal(HttpStatusCode.BadRequest, await MergeAsync(number, new { into = "nothing", agent = "mei" }));
        Assert.Equal(HttpStatusCode.BadRequest, await MergeAsync(number, new { into = number, agent = " " }));
        Assert.Equal(HttpStatusCode.Conflict, await MergeAsync(number, new { into = number, agent = "mei" }));
        Assert.Equal(HttpStatusCode.NotFound, await MergeAsync("MR-0000-0000", new { into = number, agent = "mei" }));
        using var stranger = new HttpClient();
        using var answer = await stranger.PostAsJsonAsync(pipeline.At($"/api/v1/tickets/{number}/merge"), new { into = number, agent = "mei" });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private async Task<HttpStatusCode> MergeAsync<T>(string number, T wish)
    {
        using var answer = await pipeline.Client.PostAsJsonAsync(pipeline.At($"/api/v1/tickets/{number}/merge"), wish);
        return answer.StatusCode;
    }

    private async Task<string> OpenAsync(string sender) =>
        (await pipeline.EndOfAsync(RawLetter.From(sender, "Refund", "Where is my refund of 88 CNY?"))).GetProperty("ticket").GetString()!;
}
