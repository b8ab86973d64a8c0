using System.Diagnostics.CodeAnalysis;

namespace Mailroom.Pipeline.Adapters.Mail;

/// <summary>The open connections to the SMTP server: one serves many mails, never two at a time, and none is kept idle for long.</summary>
public sealed class SmtpConnections(SmtpDoor door, TimeProvider clock) : IDisposable, IAsyncDisposable
{
    // What providers allow at a time for one sender, at the least.
    private const int Most = 4;

    // Servers count the mails of a connection too, and hang up when they find them many.
    private const int MostMails = 50;

#pragma warning disable CA2213 // A mail under way when the program stops still gives its place back; nothing of the system is held.
    private readonly SemaphoreSlim _room = new(Most);
#pragma warning restore CA2213
    private readonly Lock _lock = new();
    private readonly Stack<SmtpConnection> _idle = [];
    private ITimer? _tidy;
    private bool _isOver;

    /// <summary>How long the server may take for one answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a connection that nobody uses stays open.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Lends a connection that is signed in and answers; to be given back or dropped.</summary>
    /// <exception cref="TimeoutException">All connections are in use for too long.</exception>
    internal async Task<SmtpConnection> TakeAsync(CancellationToken cancellation)
    {
        if (!await _room.WaitAsync(2 * Patience, cancellation))
        {
            throw new TimeoutException($"All {Most} connections to the server are busy.");
        }

        try
        {
#pragma warning disable CA2000 // Lent to the caller, who gives it back.
            while (TryPopIdle(out var kept))
#pragma warning restore CA2000
            {
                if (await kept.AnswersAsync(cancellation))
                {
                    return kept;
                }

                kept.Dispose();
            }

            return await door.OpenAsync(Patience, cancellation);
        }
        catch
        {
            _room.Release();
            throw;
        }
    }

    /// <summary>Takes a connection back after a mail; one that is broken or worn is closed.</summary>
    internal async Task GiveBackAsync(SmtpConnection connection)
    {
        _room.Release();
        if (!connection.Client.IsConnected || connection.Mails >= MostMails || !Keep(connection))
        {
            await connection.QuitAsync();
        }
    }

    /// <summary>Closes a connection of which nobody knows how far it is.</summary>
    internal void Drop(SmtpConnection connection)
    {
        _room.Release();
        connection.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in Close())
        {
            await connection.QuitAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var connection in Close())
        {
            connection.Dispose();
        }
    }

    private bool TryPopIdle([MaybeNullWhen(false)] out SmtpConnection kept)
    {
        lock (_lock)
        {
            return _idle.TryPop(out kept);
        }
    }

    private bool Keep(SmtpConnection connection)
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return false;
            }

            connection.IdleSince = clock.GetTimestamp();
            _idle.Push(connection);
            _tidy ??= clock.CreateTimer(_ => _ = TidyAsync(), null, IdleLimit, IdleLimit);
            return true;
        }
    }

    private async Task TidyAsync()
    {
        List<SmtpConnection> old;
        lock (_lock)
        {
            old = [.. _idle.Where(c => clock.GetElapsedTime(c.IdleSince) >= IdleLimit)];
            var kept = _idle.Except(old).Reverse().ToList();
            _idle.Clear();
            kept.ForEach(_idle.Push);
            if (kept.Count == 0)
            {
                _tidy?.Dispose();
                _tidy = null;
            }
        }

        foreach (var connection in old)
        {
            await connection.QuitAsync();
        }
    }

    private List<SmtpConnection> Close()
    {
        lock (_lock)
        {
            List<SmtpConnection> left = [.. _idle];
            _idle.Clear();
            _tidy?.Dispose();
            (_tidy, _isOver) = (null, true);
            return left;
        }
    }
}
