namespace Mailroom.Cli.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData]
    [InlineData("dance")]
    [InlineData("parse")]
    [InlineData("parse", "--loudly", "a.eml")]
    [InlineData("show")]
    [InlineData("send", "a.eml", "--timeout", "soon")]
    [InlineData("tickets", "--url", "not an address")]
    [InlineData("digest", "--at", "tomorrow-ish")]
    public async Task What_is_not_understood_ends_with_2_and_says_so_on_standard_error(params string[] arguments)
    {
        var typed = await Typed.RunAsync(arguments);

        Assert.Equal(2, typed.ExitCode);
        Assert.Empty(typed.Out);
        Assert.Contains("--help", typed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("parse")]
    [InlineData("classify")]
    [InlineData("backtest")]
    [InlineData("send")]
    [InlineData("tickets")]
    [InlineData("show")]
    [InlineData("merge")]
    [InlineData("ledger")]
    [InlineData("digest")]
    [InlineData("mailboxes")]
    [InlineData("doctor")]
    public async Task Every_verb_has_help(string verb)
    {
        var typed = await Typed.RunAsync([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(0, typed.ExitCode);
        Assert.Contains("Usage:", typed.Out, StringComparison.Ordinal);
        Assert.Contains("--json", typed.Out, StringComparison.Ordinal);
    }
}
