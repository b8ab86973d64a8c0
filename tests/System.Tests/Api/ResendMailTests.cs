using System.CommandLine;
using System.Net;
using System.Net.Http.Json;
using Mailroom.Cli.Running;
using Mailroom.Support.Azurite;

namespace Mailroom.SystemTests.Api;

[Collection(SharedPipeline.Name)]
public sealed class ResendMailTests(RunningPipeline pipeline)
{
    [AzuriteFact]
    public async Task A_ticket_shows_its_mails_and_one_that_was_sent_is_not_sent_again()
    {
        var ticket = (await pipeline.EndOfAsync(RawLetter.From("resend@mail.example", "Refund", "Where is my refund of 88 CNY?"))).GetProperty("ticket").GetString()!;
        using var output = new StringWriter();
        using var error = new StringWriter();

        var shown = await MailroomCommand.RunAsync(
            ["show", ticket, "--url", pipeline.Address.ToString(), "--key", pipeline.Key],
            new InvocationConfiguration { Output = output, Error = error });
        var code = await MailroomCommand.RunAsync(
            ["resend", ticket, "--yes", "--url", pipeline.Address.ToString(), "--key", pipeline.Key],
            new InvocationConfiguration { Output = output, Error = error });

        Assert.Equal((0, 1), (shown, code));
        Assert.Contains("acknowledgement", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("no mail that is set aside", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await ResendAsync($"{ticket}/mails/nothing", new { agent = "mei" }));
        Assert.Equal(HttpStatusCode.BadRequest, await ResendAsync($"{ticket}/mails/nothing", new { agent = " " }));
        Assert.Equal(HttpStatusCode.NotFound, await ResendAsync("MR-0000-0000/mails/nothing", new { agent = "mei" }));
    }

    private async Task<HttpStatusCode> ResendAsync<T>(string path, T wish)
    {
        using var answer = await pipeline.Client.PostAsJsonAsync(pipeline.At($"/api/v1/tickets/{path}/resend"), wish);
        return answer.StatusCode;
    }
}
