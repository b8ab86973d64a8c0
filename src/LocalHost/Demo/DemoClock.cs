using Mailroom.Pipeline.Adapters.Clock;

namespace Mailroom.LocalHost.Demo;

/// <summary>The demonstration's clock, and its memory: after a sudden end the next start goes on from the moment reached.</summary>
internal sealed class DemoClock : IAsyncDisposable
{
    private static readonly TimeSpan SaveEvery = TimeSpan.FromMilliseconds(250);
    private readonly string _file;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _saving;
    private bool _isFinished;

    private DemoClock(FastClock clock, string file)
    {
        Clock = clock;
        _file = file;
        Save();
        _saving = Task.Run(SaveAlongAsync);
    }

    /// <summary>The clock.</summary>
    public FastClock Clock { get; }

    /// <summary>Starts at a moment, or goes on from where the state says.</summary>
    public static DemoClock Start(DateTimeOffset origin, DemoState? before, double fastest, string file)
    {
        // What may have passed between the last save and the end: the clock must not go back.
        var moment = before is null ? origin : before.Reached + (SaveEvery * fastest);
        return new DemoClock(new FastClock(moment, TimeProvider.System.GetUtcNow(), 1), file);
    }

    /// <summary>Notes that the demonstration ran to its end: the next one starts afresh.</summary>
    public void Finish()
    {
        _isFinished = true;
        Save();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _saving;
        _end.Dispose();
    }

    private async Task SaveAlongAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            await Task.Delay(SaveEvery, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Save();
        }
    }

    private void Save()
    {
        lock (_end)
        {
            new DemoState(Clock.GetUtcNow(), _isFinished).Save(_file);
        }
    }
}
