using System.Net;
using System.Net.Sockets;

namespace Mailroom.Support.Imap;

/// <summary>A TCP proxy to a loopback port that cuts the connection once the server has said so many bytes.</summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _work;
    private int _connections;

    /// <summary>Starts listening.</summary>
    /// <param name="target">The server's port.</param>
    /// <param name="after">How much of each connection's answers passes; a connection after the first <paramref name="cuts"/> is left whole.</param>
    /// <param name="cuts">How many connections are cut.</param>
    public CuttingProxy(int target, int after, int cuts)
    {
        _listener.Start();
        _work = AcceptAsync(target, after, cuts);
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections came.</summary>
    public int Connections => _connections;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _work;
        _end.Dispose();
    }

    private async Task AcceptAsync(int target, int after, int cuts)
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                open.Add(ServeAsync(client, target, ++_connections <= cuts ? after : int.MaxValue));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client, int target, int after)
    {
        using var near = client;
        using var far = new TcpClient();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, target, end.Token);
            await Task.WhenAny(
                PumpAsync(near.GetStream(), far.GetStream(), int.MaxValue, end.Token),
                PumpAsync(far.GetStream(), near.GetStream(), after, end.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The connection is over, which is what this is for.
        }

        await end.CancelAsync();
    }

    private static async Task PumpAsync(NetworkStream from, NetworkStream to, int left, CancellationToken cancellation)
    {
        var buffer = new byte[4096];
        try
        {
            while (left > 0 && await from.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                await to.WriteAsync(buffer.AsMemory(0, Math.Min(read, left)), cancellation);
                left -= read;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // As above.
        }
    }
}
