using System.Net;
using System.Net.Sockets;
using Mailroom.LocalHost.Hosting;

namespace Mailroom.LocalHost.Running;

/// <summary>Looks for the HTTP port before anything else is started, so that a taken one is told at once.</summary>
internal static class LoopbackPort
{
    /// <summary>The port that can be listened on.</summary>
    /// <param name="asked">The port; 0 for any free one.</param>
    /// <exception cref="HostStartException">It is taken.</exception>
    public static int Take(int asked)
    {
        using var listener = new TcpListener(IPAddress.Loopback, asked);
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException exception)
        {
            throw new HostStartException(
                $"Port {asked} on 127.0.0.1 is taken by another program: stop that one, or choose another port with --port N.", exception);
        }
    }
}
