using Mailroom.Core.Replies;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers.Steps;

namespace Mailroom.Pipeline.Handlers;

/// <summary>Shows the breakers with what they hold, and releases them by a person's word.</summary>
public sealed class Breakers(BreakerWatch watch, BreakerStore store, HeldMailStore index)
{
    /// <summary>The most held mails that are counted.</summary>
    public const int MostCounted = 1000;

    /// <summary>The breakers that ever opened, the open ones first.</summary>
    public async Task<IReadOnlyList<BreakerView>> ShowAsync(CancellationToken cancellation)
    {
        List<BreakerView> views = [];
        foreach (var record in await watch.ReadAsync(cancellation))
        {
            views.Add(new(record, (await index.ListAsync(store.KeyOf(record.Scope), MostCounted, cancellation)).Count));
        }

        return [.. views.OrderByDescending(v => v.Record.IsOpen).ThenByDescending(v => v.Record.OpenedAt)];
    }

    /// <summary>Releases open breakers. What they hold goes on at the policy's pace with the next sweeps, or is set aside.</summary>
    /// <param name="scope">One scope; null for all that are open.</param>
    /// <param name="agent">Who.</param>
    /// <param name="why">Why.</param>
    /// <param name="drop">True when what was held is not to be sent any more.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The breakers that were released; none when none was open.</returns>
    public async Task<IReadOnlyList<BreakerRecord>> ReleaseAsync(
        string? scope, string agent, string why, bool drop, CancellationToken cancellation)
    {
        List<BreakerRecord> released = [];
        foreach (var record in (await watch.ReadAsync(cancellation)).Where(r => r.IsOpen && (scope is null || r.Scope == scope)))
        {
            if (await watch.ReleaseAsync(record.Scope, agent, why, drop, cancellation) is { } done)
            {
                released.Add(done);
            }
        }

        return released;
    }
}

/// <summary>A breaker and how much it holds.</summary>
/// <param name="Record">The breaker.</param>
/// <param name="Held">How many mails wait for its release or are on their way; counted to <see cref="Breakers.MostCounted"/>.</param>
public sealed record BreakerView(BreakerRecord Record, int Held);
