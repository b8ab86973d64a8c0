using System.CommandLine;
using System.Net;
using System.Net.Http.Json;
using Mailroom.Cli.Running;
using Mailroom.Support.Azurite;

namespace Mailroom.SystemTests.Api;

[Collection(SharedPipeline.Name)]
public sealed class ChangeTicketTests(RunningPipeline pipeline)
{
    [AzuriteFact]
    public async Task Agents_work_a_ticket_from_taking_it_to_its_solution_by_the_command()
    {
        var number = await OpenAsync("ning@mail.example");

        await RunAsync("take", number);
        await RunAsync("categorise", number, "fees", "--why", "it is about a fee");
        await RunAsync("prioritise", number, "P4");
        await RunAsync("extend", number, "--by", "PT4H", "--why", "the bank answers tomorrow");
        await RunAsync("reply-noted", number, "--mail", "<answer-1@mail.example>");
        await RunAsync("resume", number);
        await RunAsync("wait", number, "--why", "the receipt is missing");
        await RunAsync("resolve", number);
        await RunAsync("reopen", number, "--why", "not solved");
        var last = await RunAsync("team", number, "risk");

        Assert.Contains("\"changed\":true", last, StringComparison.Ordinal);
        var ticket = await RunningPipeline.JsonAsync(await pipeline.Client.GetAsync(pipeline.At("/api/v1/tickets/" + number)));
        Assert.Equal(
            ["assigned", "recategorised", "prioritised", "extended", "agent-replied", "resumed", "paused", "resolved", "reopened", "reassigned"],
            ticket.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("type").GetString())
                .Where(t => t is not ("opened" or "promised" or "ladder-reached")));
        Assert.Contains("mei 延期 4 小时：the bank answers tomorrow", ticket.GetProperty("deadlines").ToString(), StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task What_cannot_be_done_is_a_conflict_with_the_ticket_as_it_stands()
    {
        var number = await OpenAsync("tao@mail.example");
        await RunAsync("take", number);

        var (status, body) = await PostAsync(number, "assign", new { agent = "lei", assignee = "lei" });

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("urn:mailroom:ticket-taken", body, StringComparison.Ordinal);
        Assert.Contains("\"assignee\":\"mei\"", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(number, "assign", new { agent = "lei", assignee = "lei", force = true })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(number, "wait", new { agent = "lei", version = 1 })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(number, "extend", new { agent = "lei", by = "PT4H" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(number, "explode", new { agent = "lei" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("MR-0000-0000", "wait", new { agent = "lei" })).Status);
    }

    private async Task<(HttpStatusCode Status, string Body)> PostAsync<T>(string number, string change, T wish)
    {
        using var answer = await pipeline.Client.PostAsJsonAsync(pipeline.At($"/api/v1/tickets/{number}/{change}"), wish);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await MailroomCommand.RunAsync(
            [.. arguments, "--agent", "mei", "--json", "--url", pipeline.Address.ToString(), "--key", pipeline.Key],
            new InvocationConfiguration { Output = output, Error = error });
        Assert.True(code == 0, error.ToString());
        return output.ToString();
    }

    private async Task<string> OpenAsync(string sender) =>
        (await pipeline.EndOfAsync(RawLetter.From(sender, "Refund", "Where is my refund of 88 CNY?"))).GetProperty("ticket").GetString()!;
}
