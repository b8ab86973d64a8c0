using Mailroom.Core.Tickets.Promises;
using Mailroom.Pipeline.Adapters.Clock;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Knows how long first answers take, read again after <see cref="CacheLife"/>: nearly every mail asks storage nothing.</summary>
/// <remarks>
/// Like <see cref="BreakerWatch"/> it costs a mail a request now and then, and never both the same mail: one that has asked for the
/// breakers goes by the last reading. The sweep reads it again where mails come too seldom.
/// </remarks>
public sealed class KnownResponses(StatisticsStore statistics, TimeProvider clock) : IDisposable
{
    /// <summary>How long one reading serves, in real time.</summary>
    public static readonly TimeSpan CacheLife = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _oneReads = new(1, 1);
    private volatile Reading? _last;

    /// <summary>What is usual of late; null before the first roll-up.</summary>
    /// <param name="mayAsk">False for the last reading, however old: what it says tells its own age.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<ResponseTimes?> FindAsync(bool mayAsk, CancellationToken cancellation)
    {
        if (!mayAsk || IsFresh(_last))
        {
            return _last?.Times;
        }

        await _oneReads.WaitAsync(cancellation);
        try
        {
            if (!IsFresh(_last))
            {
                var at = FastClock.RealNow(clock);
                _last = new Reading(at, await statistics.FindResponsesAsync(cancellation));
            }

            return _last!.Times;
        }
        finally
        {
            _oneReads.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneReads.Dispose();

    private bool IsFresh(Reading? reading) => reading is not null && (FastClock.RealNow(clock) - reading.At).Duration() < CacheLife;

    private sealed record Reading(DateTimeOffset At, ResponseTimes? Times);
}
