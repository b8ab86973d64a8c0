using Mailroom.LocalHost.Hosting;
using Mailroom.Support;

namespace Mailroom.LocalHost.Tests.Hosting;

public sealed class HostOptionsTests
{
    [Fact]
    public void The_clones_host_json_is_obeyed()
    {
        var options = HostOptions.Read(RepoRoot.At("host.json"));

        Assert.Equal("", options.RoutePrefix);
        Assert.Equal(5, options.MaxDequeueCount);
        Assert.True(options.Base64);
    }

    [Fact]
    public void Every_bad_value_is_named_at_once()
    {
        using var folder = new TempFolder();
        File.WriteAllText(
            folder.At("host.json"),
            """{"extensions":{"queues":{"batchSize":33,"maxDequeueCount":0,"maxPollingInterval":"00:00:00.001"}}}""");

        var refusal = Assert.Throws<HostStartException>(() => HostOptions.Read(folder.At("host.json")));

        Assert.Contains("batchSize", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("maxDequeueCount", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("maxPollingInterval", refusal.Message, StringComparison.Ordinal);
    }
}
