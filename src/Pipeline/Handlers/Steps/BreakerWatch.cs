using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Clock;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Knows which breakers are open, counts granted mails against the budgets of domains and of all, and opens breakers.</summary>
/// <remarks>
/// This instance's own mails are counted exactly, in memory; those of the others by the sample that each writes down, read again after
/// <see cref="CacheLife"/>. A mail costs one storage request at most: a sample that would be the second one waits for the next mail.
/// </remarks>
public sealed class BreakerWatch(BreakerStore store, HouseRules house, TimeProvider clock, ILogger<BreakerWatch> logger) : IDisposable
{
    /// <summary>How long instances may differ, in real time.</summary>
    public static readonly TimeSpan CacheLife = TimeSpan.FromSeconds(20);

    private const int Tries = 5;
    private readonly SemaphoreSlim _oneReads = new(1, 1);
    private readonly GrantedMails _granted = new();
    private readonly string _instance = Guid.NewGuid().ToString("N");
    private volatile Known? _known;

    /// <summary>The breakers that ever opened, as they were within <see cref="CacheLife"/>.</summary>
    public async Task<IReadOnlyList<BreakerRecord>> RecordsAsync(CancellationToken cancellation) =>
        Records(await KnownAsync(cancellation));

    /// <summary>The breakers as they are now.</summary>
    public async Task<IReadOnlyList<BreakerRecord>> ReadAsync(CancellationToken cancellation) =>
        Records(await ReadAgainAsync(cancellation));

    /// <summary>Counts a mail that was granted; one that is over a budget opens its breaker, so that it is held like those after it.</summary>
    /// <param name="sha256">The mail that it answers.</param>
    /// <param name="domain">Its recipient's domain, as owned.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>True when it asked something of storage.</returns>
    public async Task<bool> CountAsync(string sha256, string domain, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var before = _known;
        var known = await KnownAsync(cancellation);
        foreach (var scope in (string[])[BreakerRecord.All, domain])
        {
            await OpenAsync(known, scope, now, cancellation);
        }

        _granted.Add(new(now, 1, domain), BudgetSample.Takes(house.Key, sha256) ? sha256 : null);
        if (!ReferenceEquals(known, before))
        {
            return true;
        }

        if (_granted.TakeSample() is not { } sample)
        {
            return false;
        }

        await store.AddSampleAsync(sample.Sha256, sample.Mail, _instance, cancellation);
        return true;
    }

    /// <summary>Releases a breaker; null when it is not open.</summary>
    public async Task<BreakerRecord?> ReleaseAsync(string scope, string agent, string why, bool drop, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var known = await ReadAgainAsync(cancellation);
            var stored = known.Of(scope);
            if (Breaker.Released(stored.Record, agent, why, drop, clock.GetUtcNow()) is not { } released)
            {
                return null;
            }

            if (await store.SaveAsync(stored with { Record = released }, cancellation))
            {
                await ReadAgainAsync(cancellation);
                logger.BreakerReleased(store.KeyOf(scope), drop);
                return released;
            }
        }

        throw new InvalidOperationException($"Breaker {store.KeyOf(scope)} moved {Tries} times while it was released.");
    }

    /// <inheritdoc/>
    public void Dispose() => _oneReads.Dispose();

    private async Task OpenAsync(Known known, string scope, DateTimeOffset now, CancellationToken cancellation)
    {
        var budget = house.Policy.Budget;
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var stored = known.Of(scope);
            var limit = Breaker.Reached(stored.Record, budget, _granted.All.Concat(known.Samples), now);
            if (limit is null)
            {
                return;
            }

            var isOurs = await store.SaveAsync(stored with { Record = Breaker.Opened(stored.Record, limit, now) }, cancellation);
            known = await ReadAgainAsync(cancellation);
            if (isOurs)
            {
                logger.BreakerOpened(store.KeyOf(scope), limit.Mails, limit.Within);
            }
        }
    }

    private async Task<Known> KnownAsync(CancellationToken cancellation)
    {
        if (_known is { } known && IsFresh(known))
        {
            return known;
        }

        await _oneReads.WaitAsync(cancellation);
        try
        {
            return _known is { } meanwhile && IsFresh(meanwhile) ? meanwhile : await FetchAsync(cancellation);
        }
        finally
        {
            _oneReads.Release();
        }
    }

    private async Task<Known> ReadAgainAsync(CancellationToken cancellation)
    {
        await _oneReads.WaitAsync(cancellation);
        try
        {
            return await FetchAsync(cancellation);
        }
        finally
        {
            _oneReads.Release();
        }
    }

    private async Task<Known> FetchAsync(CancellationToken cancellation)
    {
        var at = FastClock.RealNow(clock);
        var reading = await store.ReadAsync(clock.GetUtcNow() - GrantedMails.Memory, _instance, cancellation);
        return _known = new Known(at, reading.Breakers, reading.Samples);
    }

    private bool IsFresh(Known? known) => known is not null && (FastClock.RealNow(clock) - known.At).Duration() < CacheLife;

    private static List<BreakerRecord> Records(Known known) => [.. known.Breakers.Select(b => b.Record)];

    private sealed record Known(DateTimeOffset At, IReadOnlyList<StoredBreaker> Breakers, IReadOnlyList<CountedMail> Samples)
    {
        public StoredBreaker Of(string scope) => Breakers.FirstOrDefault(b => b.Record.Scope == scope) ?? new StoredBreaker(new BreakerRecord(scope));
    }
}
