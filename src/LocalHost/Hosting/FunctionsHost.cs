using Mailroom.LocalHost.Hosting.Functions;
using Mailroom.LocalHost.Hosting.Queues;
using Mailroom.LocalHost.Hosting.Storage;
using Mailroom.LocalHost.Hosting.Timers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mailroom.LocalHost.Hosting;

/// <summary>Runs the queue and timer functions as long as the program runs.</summary>
internal sealed class FunctionsHost(
    IReadOnlyList<FunctionMethod> functions,
    StorageConnections storage,
    FunctionRunner runner,
    HostOptions options,
    TimeProvider clock,
    ILogger<FunctionsHost> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private Task _listeners = Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listeners = Task.WhenAll(functions.Select(f => Task.Run(() => ListenAsync(f), CancellationToken.None)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        _aborting.CancelAfter(options.StopWait);
        try
        {
            await _listeners.WaitAsync(options.StopWait * 2, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            // A function that does not heed its token: its message comes again when its lock runs out.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        _aborting.Dispose();
    }

    private Task ListenAsync(FunctionMethod function) => function.Trigger switch
    {
        FunctionTrigger.Queue queue =>
            new QueueListener(function, storage.Queues(queue.Connection), runner, options, clock, logger)
                .RunAsync(_stopping.Token, _aborting.Token),
        FunctionTrigger.Timer =>
            new TimerListener(
                function,
                new TimerMemory(storage.Blobs(FunctionCatalog.HostStorage), function.Name),
                runner,
                options,
                clock,
                logger).RunAsync(_stopping.Token, _aborting.Token),
        FunctionTrigger.Http => Task.CompletedTask,
        _ => throw new ArgumentOutOfRangeException(nameof(function)),
    };
}
