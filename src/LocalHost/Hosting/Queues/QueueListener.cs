using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Mailroom.LocalHost.Hosting.Functions;
using Mailroom.Pipeline.Adapters.Clock;
using Microsoft.Extensions.Logging;

namespace Mailroom.LocalHost.Hosting.Queues;

/// <summary>Feeds one function from one queue, with the real host's batches, locks, tries and poison queue.</summary>
internal sealed class QueueListener(
    FunctionMethod function,
    QueueServiceClient queues,
    FunctionRunner runner,
    HostOptions options,
    TimeProvider clock,
    ILogger logger)
{
    private readonly QueueClient _queue = queues.GetQueueClient(((FunctionTrigger.Queue)function.Trigger).QueueName);
    private readonly PollingPause _pause = new();

    /// <summary>The lock's length now, real time.</summary>
    private TimeSpan Lock => Longer(FastClock.RealSpan(clock, options.MessageLock), options.ShortestLock);

    /// <summary>Works the queue until stopped, then finishes what runs.</summary>
    /// <param name="stopping">No new messages from now on.</param>
    /// <param name="aborting">Functions still running are told to give up.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken aborting)
    {
        var running = new List<Task>();
        while (!stopping.IsCancellationRequested)
        {
            running.RemoveAll(t => t.IsCompleted);
            if (running.Count > options.NewBatchThreshold)
            {
                await Task.WhenAny(running);
                continue;
            }

            var messages = await ReceiveAsync(stopping);
            running.AddRange(messages.Select(m => Task.Run(() => WorkAsync(m, aborting), CancellationToken.None)));
            await PauseAsync(messages.Length == 0, stopping);
        }

        await Task.WhenAll(running);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private async Task<QueueMessage[]> ReceiveAsync(CancellationToken stopping)
    {
        try
        {
            return (await _queue.ReceiveMessagesAsync(options.BatchSize, Lock, stopping)).Value;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return [];
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException)
        {
            HostLog.QueueUnreachable(logger, _queue.Name, exception);
            return [];
        }
    }

    private async Task PauseAsync(bool empty, CancellationToken stopping)
    {
        if (!empty)
        {
            _pause.Reset();
            return;
        }

        var pause = _pause.Next(FastClock.RealSpan(clock, options.MaxPollingInterval));
        await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task WorkAsync(QueueMessage raw, CancellationToken aborting)
    {
        try
        {
            await WorkOneAsync(raw, aborting);
        }
        catch (RequestFailedException exception)
        {
            HostLog.NotCompleted(logger, raw.MessageId, _queue.Name, exception);
        }
    }

    private async Task WorkOneAsync(QueueMessage raw, CancellationToken aborting)
    {
        if (MessageBody.Decode(raw, options.Base64) is not { } message)
        {
            await PoisonAsync(raw, raw.PopReceipt, "its body is not base64, as host.json says it should be", null);
            return;
        }

        if (raw.DequeueCount > options.MaxDequeueCount)
        {
            await PoisonAsync(raw, raw.PopReceipt, "it was tried too often", null);
            return;
        }

        await using var held = new MessageLock(_queue, raw, () => Lock, logger);
        var failure = await TryAsync(message, aborting);
        await CompleteAsync(raw, await held.EndAsync(), failure, aborting);
    }

    private async Task<Exception?> TryAsync(QueueMessage message, CancellationToken aborting)
    {
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            await runner.RunAsync(function, message, null, aborting);
            HostLog.Ran(logger, function.Name, TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
            return null;
        }
#pragma warning disable CA1031 // Whatever a function throws is its failure, not the host's: the message is tried again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }

    private async Task CompleteAsync(QueueMessage raw, string receipt, Exception? failure, CancellationToken aborting)
    {
        if (failure is null)
        {
            await _queue.DeleteMessageAsync(raw.MessageId, receipt, CancellationToken.None);
            return;
        }

        if (raw.DequeueCount >= options.MaxDequeueCount && !aborting.IsCancellationRequested)
        {
            await PoisonAsync(raw, receipt, "its function failed too often", failure);
            return;
        }

        HostLog.MessageFailed(logger, function.Name, raw.MessageId, raw.DequeueCount, options.MaxDequeueCount, failure);
        var wait = aborting.IsCancellationRequested ? TimeSpan.Zero : FastClock.RealSpan(clock, options.VisibilityTimeout);
        await _queue.UpdateMessageAsync(raw.MessageId, receipt, visibilityTimeout: wait, cancellationToken: CancellationToken.None);
    }

    // As on the real host: a copy of the body first, then the original goes; a crash in between leaves both.
    private async Task PoisonAsync(QueueMessage raw, string receipt, string why, Exception? failure)
    {
        var poison = queues.GetQueueClient(_queue.Name + "-poison");
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(raw.Body.ToString());
        await _queue.DeleteMessageAsync(raw.MessageId, receipt);
        HostLog.Poisoned(logger, raw.MessageId, _queue.Name, poison.Name, why, failure);
    }
}
