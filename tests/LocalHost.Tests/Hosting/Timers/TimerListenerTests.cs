using Azure.Storage.Blobs;
using Mailroom.LocalHost.Hosting;
using Mailroom.LocalHost.Hosting.Timers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Fakes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mailroom.LocalHost.Tests.Hosting.Timers;

[Collection(SharedAzurite.Name)]
public sealed class TimerListenerTests(AzuriteServer azurite)
{
    private static readonly DateTimeOffset Start = new(2026, 11, 16, 10, 0, 30, TimeSpan.Zero);

    [AzuriteFact]
    public async Task A_timer_never_overlaps_itself_and_makes_up_for_missed_runs_by_one()
    {
        var clock = new FakeClock(Start);
        await using var run = new Run(azurite.NewAccount(), clock);
        var release = new TaskCompletionSource();
        run.Bench.Calls.Body = (_, _) => release.Task;

        await run.HasStartedAsync();
        clock.Advance(TimeSpan.FromSeconds(30));
        await Eventually.IsTrueAsync(() => run.Bench.Calls.Running == 1, "the first run");
        clock.Advance(TimeSpan.FromSeconds(310));
        release.SetResult();
        await Eventually.IsTrueAsync(async () => await run.NextAsync() == Start.AddSeconds(390), "waits for the seventh minute");

        Assert.Equal(2, run.Bench.Calls.Count);
        Assert.Equal(1, run.Bench.Calls.Most);
        Assert.DoesNotContain(run.Bench.Calls.Inputs.Cast<TimerInfo>(), t => t.IsPastDue);
    }

    [AzuriteFact]
    public async Task A_restart_after_missed_runs_runs_once_at_once_and_says_that_it_is_past_due()
    {
        var account = azurite.NewAccount();
        var clock = new FakeClock(Start);
        await using (var first = new Run(account, clock))
        {
            await first.HasStartedAsync();
            clock.Advance(TimeSpan.FromSeconds(30));
            await Eventually.IsTrueAsync(async () => await first.NextAsync() == Start.AddSeconds(90), "ran");
        }

        clock.Advance(TimeSpan.FromMinutes(20));
        await using var second = new Run(account, clock);
        await Eventually.IsTrueAsync(async () => await second.NextAsync() == clock.GetUtcNow().AddMinutes(1), "made up for");

        var timer = Assert.IsType<TimerInfo>(Assert.Single(second.Bench.Calls.Inputs));
        Assert.True(timer.IsPastDue);
        Assert.Equal(Start.AddSeconds(90).UtcDateTime, timer.ScheduleStatus!.Next);
    }

    [AzuriteFact]
    public async Task Only_one_host_holds_a_timer_until_it_lets_go()
    {
        var account = azurite.NewAccount();
        await using (var holder = new Run(account, new FakeClock(Start)))
        {
            await holder.HasStartedAsync();

            Assert.Null(await Memory(account).TakeLeaseAsync(TimeSpan.FromSeconds(15), default));
        }

        Assert.NotNull(await Memory(account).TakeLeaseAsync(TimeSpan.FromSeconds(15), default));
    }

    private static TimerMemory Memory(string account) => new(new BlobServiceClient(account), "Tick");

    public sealed class TestFunctions(Calls calls)
    {
        [Function("Tick")]
        public Task TickAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellation) =>
            calls.RunAsync(timer, cancellation);
    }

    private sealed class Run : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly TimerMemory _memory;
        private readonly Task _listening;

        public Run(string account, TimeProvider clock)
        {
            _memory = Memory(account);
            _listening = new TimerListener(
                HostBench.Function<TestFunctions>("Tick"),
                _memory,
                Bench.Runner,
                new HostOptions { TimerLease = TimeSpan.FromSeconds(15) },
                clock,
                NullLogger.Instance).RunAsync(_stop.Token, _stop.Token);
        }

        public HostBench Bench { get; } = new();

        public async Task<DateTimeOffset?> NextAsync() => (await _memory.LoadAsync(default))?.Next;

        public Task HasStartedAsync() => Eventually.IsTrueAsync(async () => await NextAsync() is not null, "started");

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _listening;
            _stop.Dispose();
            Bench.Dispose();
        }
    }
}
