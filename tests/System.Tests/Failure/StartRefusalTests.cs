using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Mailroom.SystemTests.Running;

namespace Mailroom.SystemTests.Failure;

/// <summary>What cannot work is told at the start, all of it at once, and nothing is left running.</summary>
public sealed class StartRefusalTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Wrong_settings_are_all_named_at_once_and_nothing_is_started()
    {
        using var folder = new TestFolder();
        var wrong = new Dictionary<string, string>
        {
            ["SigningKey"] = "c2hvcnQ=",
            ["MailDelivery"] = "pigeon",
            ["MaxMailBytes"] = "12",
            ["SweepSchedule"] = "now and then",
        };

        await using var host = LocalHostProcess.Start(folder, wrong, "--port", "0");
        var code = await host.EndAsync(Patience);

        Assert.NotEqual(0, code);
        Assert.All(wrong.Keys, name => Assert.Contains(name, host.Said, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", host.Said, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, "azurite.json")));
    }

    [Fact]
    public async Task A_busy_port_is_told_in_one_sentence_that_says_what_to_do()
    {
        using var folder = new TestFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        await using var host = LocalHostProcess.Start(folder, new Dictionary<string, string>(), "--port", port);
        var code = await host.EndAsync(Patience);

        Assert.NotEqual(0, code);
        Assert.Contains(port, host.Said, StringComparison.Ordinal);
        Assert.Contains("--port", host.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_it_does_not_know_is_answered_with_how_to_call_it()
    {
        using var folder = new TestFolder();

        await using var host = LocalHostProcess.Start(folder, new Dictionary<string, string>(), "--fast");
        var code = await host.EndAsync(Patience);

        Assert.Equal(2, code);
        Assert.Contains("'--fast'", host.Said, StringComparison.Ordinal);
        Assert.Contains("Usage:", host.Said, StringComparison.Ordinal);
    }
}
