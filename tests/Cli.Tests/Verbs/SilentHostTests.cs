using System.Net;
using System.Net.Sockets;
using Mailroom.Support;

namespace Mailroom.Cli.Tests.Verbs;

public sealed class SilentHostTests
{
    [Theory]
    [InlineData("tickets")]
    [InlineData("show", "MR-7K3F-9QXA")]
    [InlineData("ledger")]
    [InlineData("digest")]
    [InlineData("mailboxes")]
    [InlineData("report", "pauses")]
    [InlineData("take", "MR-7K3F-9QXA")]
    [InlineData("report", "promises")]
    [InlineData("backtest", "--calendar", "24x7=Policy/calendars/24x7.yaml")]
    public async Task Where_nothing_listens_a_verb_says_how_to_start_the_pipeline(params string[] arguments)
    {
        var typed = await Typed.RunAsync([.. arguments, "--json", "--url", NobodyListens()]);

        Assert.Equal(1, typed.ExitCode);
        Assert.Empty(typed.Out);
        Assert.Contains("dotnet run --project src/LocalHost", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_could_not_be_sent_is_told_in_its_line()
    {
        var letter = RepoRoot.At("tests", "Letters", "no-from.eml");

        var typed = await Typed.RunAsync("send", "--json", letter, "--url", NobodyListens());

        Assert.Equal(1, typed.ExitCode);
        Assert.False(typed.Lines.Single().GetProperty("ok").GetBoolean());
        Assert.Contains("Nothing listens", typed.Lines.Single().GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    private static string NobodyListens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }
}
