using Azure;
using Azure.Storage.Blobs.Specialized;
using Mailroom.LocalHost.Hosting.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Mailroom.LocalHost.Hosting.Timers;

/// <summary>Runs one timer function on its schedule in product time: one host at a time, one run at a time.</summary>
internal sealed class TimerListener(
    FunctionMethod function,
    TimerMemory memory,
    FunctionRunner runner,
    HostOptions options,
    TimeProvider clock,
    ILogger logger)
{
    private static readonly TimeSpan Nap = TimeSpan.FromSeconds(2);
    private readonly FunctionTrigger.Timer _trigger = (FunctionTrigger.Timer)function.Trigger;

    /// <summary>Waits for the lease, then runs the timer until stopped; takes the lease anew when it is lost.</summary>
    public async Task RunAsync(CancellationToken stopping, CancellationToken aborting)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await RunOnceLeasedAsync(stopping, aborting);
            }
            catch (OperationCanceledException)
            {
                // Stopped, or the lease was lost: the loop's condition tells them apart.
            }
            catch (Exception exception) when (exception is RequestFailedException or AggregateException)
            {
                HostLog.TimerUnreachable(logger, function.Name, exception);
                await NapAsync(stopping);
            }
        }
    }

    private async Task RunOnceLeasedAsync(CancellationToken stopping, CancellationToken aborting)
    {
        BlobLeaseClient? lease;
        for (var told = false; (lease = await memory.TakeLeaseAsync(options.TimerLease, stopping)) is null; told = true)
        {
            if (!told)
            {
                HostLog.TimerWaits(logger, function.Name);
            }

            await NapAsync(stopping);
        }

        using var leased = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var renewals = RenewAsync(lease, leased.CancelAsync, leased.Token);
        try
        {
            await FollowScheduleAsync(leased.Token, aborting);
        }
        finally
        {
            await leased.CancelAsync();
            await renewals;
            await ReleaseAsync(lease);
        }
    }

    private async Task FollowScheduleAsync(CancellationToken leased, CancellationToken aborting)
    {
        _ = TimerSchedule.TryParse(_trigger.Schedule, out var schedule);
        var now = clock.GetUtcNow();
        var monitored = _trigger.UseMonitor && !schedule!.IsFasterThanAMinute(now);
        var status = monitored ? await memory.LoadAsync(leased) : null;
        var (isPastDue, next) = TimerPlan.AtStart(schedule!, status, now);
        status ??= new TimerStatus(null, next, now);
        if (monitored)
        {
            await memory.SaveAsync(status, leased);
        }

        if (isPastDue || _trigger.RunOnStartup)
        {
            next = now;
        }

        while (true)
        {
            await ProductTime.UntilAsync(clock, next, leased);
            await InvokeAsync(status, isPastDue, aborting);
            isPastDue = false;
            var occurrence = next;
            next = TimerPlan.AfterRun(schedule!, occurrence, clock.GetUtcNow());
            status = new TimerStatus(occurrence, next, clock.GetUtcNow());
            if (monitored)
            {
                await memory.SaveAsync(status, CancellationToken.None);
            }
        }
    }

    private async Task InvokeAsync(TimerStatus status, bool isPastDue, CancellationToken aborting)
    {
        var info = new TimerInfo
        {
            IsPastDue = isPastDue,
            ScheduleStatus = new ScheduleStatus
            {
                Last = status.Last?.UtcDateTime ?? default,
                Next = status.Next.UtcDateTime,
                LastUpdated = status.LastUpdated.UtcDateTime,
            },
        };
        try
        {
            await runner.RunAsync(function, info, null, aborting);
        }
#pragma warning disable CA1031 // Whatever a function throws is its failure, not the host's: the timer runs again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            HostLog.TimerFailed(logger, function.Name, exception);
        }
    }

    private async Task RenewAsync(BlobLeaseClient lease, Func<Task> lost, CancellationToken leased)
    {
        try
        {
            while (true)
            {
                await Task.Delay(options.TimerLease / 2, leased);
                await lease.RenewAsync(cancellationToken: leased);
            }
        }
        catch (OperationCanceledException)
        {
            // Ended.
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException)
        {
            HostLog.TimerUnreachable(logger, function.Name, exception);
            await lost();
        }
    }

    private static async Task ReleaseAsync(BlobLeaseClient lease)
    {
        try
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await lease.ReleaseAsync(cancellationToken: soon.Token);
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException or OperationCanceledException)
        {
            // It runs out by itself.
        }
    }

    private static async Task NapAsync(CancellationToken stopping) =>
        await Task.Delay(Nap, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
