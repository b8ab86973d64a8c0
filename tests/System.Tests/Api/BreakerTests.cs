using System.CommandLine;
using System.Net;
using System.Net.Http.Json;
using Mailroom.Cli.Running;
using Mailroom.Support.Azurite;

namespace Mailroom.SystemTests.Api;

[Collection(SharedPipeline.Name)]
public sealed class BreakerTests(RunningPipeline pipeline)
{
    [AzuriteFact]
    public async Task The_command_and_the_api_say_that_nothing_is_held()
    {
        var (code, output, _) = await RunAsync("breaker", "--json");
        var body = await RunningPipeline.JsonAsync(await pipeline.Client.GetAsync(pipeline.At("/api/v1/breaker")));

        Assert.Equal(0, code);
        Assert.Contains("\"open\":false", output, StringComparison.Ordinal);
        Assert.False(body.GetProperty("open").GetBoolean());
        Assert.Equal(60, body.GetProperty("releasePerMinute").GetInt32());
    }

    [AzuriteFact]
    public async Task A_release_names_who_and_why_and_an_open_breaker()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await ReleaseAsync(new { agent = "", why = "a storm" }));
        Assert.Equal(HttpStatusCode.BadRequest, await ReleaseAsync(new { agent = "mei" }));
        Assert.Equal(HttpStatusCode.Conflict, await ReleaseAsync(new { agent = "mei", why = "a storm" }));
        Assert.Equal(2, (await RunAsync("breaker", "--release")).Code);
        Assert.Equal(2, (await RunAsync("breaker", "--drop")).Code);
        var (code, _, error) = await RunAsync("breaker", "--release", "--why", "a storm", "--drop");
        Assert.Equal(1, code);
        Assert.Contains("(409)", error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await MailroomCommand.RunAsync(
            [.. arguments, "--url", pipeline.Address.ToString(), "--key", pipeline.Key],
            new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private async Task<HttpStatusCode> ReleaseAsync<T>(T wish)
    {
        using var answer = await pipeline.Client.PostAsJsonAsync(pipeline.At("/api/v1/breaker/release"), wish);
        return answer.StatusCode;
    }
}
