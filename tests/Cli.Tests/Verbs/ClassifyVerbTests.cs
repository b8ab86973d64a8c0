namespace Mailroom.Cli.Tests.Verbs;

public sealed class ClassifyVerbTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_text_is_classified_with_the_fields_that_tools_rely_on()
    {
        await File.WriteAllTextAsync(_file, """
            {"id":7,"from":"lin@mail.example","subject":"退款","body":"我两周前申请的退款 88 元还没有到账，请帮我查一下。"}
            """);

        var typed = await Typed.RunAsync("classify", "--json", _file);

        var line = Assert.Single(typed.Lines);
        Assert.Equal(
            ["id", "category", "confidence", "abstain", "secondary", "priority", "language", "entities", "missing", "angry", "evidence"],
            line.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ["transaction_id", "amount", "currency", "time", "phone", "card"],
            line.GetProperty("entities").EnumerateObject().Select(p => p.Name));
        Assert.Equal(0, typed.ExitCode);
        Assert.Equal(7, line.GetProperty("id").GetInt32());
        Assert.Equal("refund", line.GetProperty("category").GetString());
        Assert.Equal("zh", line.GetProperty("language").GetString());
        Assert.Matches("^P[1-4]$", line.GetProperty("priority").GetString());
    }

    [Fact]
    public async Task A_line_that_is_no_text_says_so_and_the_next_one_goes_on()
    {
        await File.WriteAllTextAsync(_file, """
            {"id":"a","subject":12}
            nonsense

            {"id":"c","subject":"Refund","body":"Where is my refund?"}
            """);

        var typed = await Typed.RunAsync("classify", "--json", _file);

        Assert.Equal(1, typed.ExitCode);
        Assert.Equal(["error", "error", "category"], typed.Lines.Select(l => l.EnumerateObject().ElementAt(1).Name));
        Assert.Equal("a", typed.Lines[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_policy_that_is_not_there_ends_with_a_sentence()
    {
        var typed = await Typed.RunAsync("classify", _file, "--policy", "no-such-policy.yaml");

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("no-such-policy.yaml", typed.Error, StringComparison.Ordinal);
    }
}
