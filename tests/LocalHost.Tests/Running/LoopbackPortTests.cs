using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Mailroom.LocalHost.Hosting;
using Mailroom.LocalHost.Running;

namespace Mailroom.LocalHost.Tests.Running;

public sealed class LoopbackPortTests
{
    [Fact]
    public void A_taken_port_is_one_sentence_with_what_to_do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var refusal = Assert.Throws<HostStartException>(() => LoopbackPort.Take(port));

        Assert.Contains(port.ToString(CultureInfo.InvariantCulture), refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--port", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void Port_zero_is_any_free_one() => Assert.InRange(LoopbackPort.Take(0), 1024, 65535);
}
