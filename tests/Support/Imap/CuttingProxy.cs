using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mailroom.Support.Imap;

/// <summary>A TCP proxy to a loopback port that cuts the connection once the server has said so many bytes, or changes its words.</summary>
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

    /// <summary>What becomes of the server's words on their way, as Latin-1; nothing unless a test says otherwise.</summary>
    public Func<string, string> Rewrite { get; init; } = words => words;

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
                PumpAsync(near.GetStream(), far.GetStream(), int.MaxValue, words => words, end.Token),
                PumpAsync(far.GetStream(), near.GetStream(), after, Rewrite, end.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The connection is over, which is what this is for.
        }

        await end.CancelAsync();
    }

    private static async Task PumpAsync(
        NetworkStream from, NetworkStream to, int left, Func<string, string> rewrite, CancellationToken cancellation)
    {
        var buffer = new byte[4096];
        try
        {
            while (left > 0 && await from.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                var words = Encoding.Latin1.GetBytes(rewrite(Encoding.Latin1.GetString(buffer, 0, Math.Min(read, left))));
                await to.WriteAsync(words, cancellation);
                left -= read;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // As above.
        }
    }
}
