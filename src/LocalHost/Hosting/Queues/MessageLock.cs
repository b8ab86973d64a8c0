using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Mailroom.LocalHost.Hosting.Queues;

/// <summary>Keeps a message hidden from others while it is worked: renewed at half time, until ended.</summary>
internal sealed class MessageLock : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _renewals;
    private string _receipt;

    /// <summary>Starts renewing a received message's lock.</summary>
    public MessageLock(QueueClient queue, QueueMessage message, Func<TimeSpan> span, ILogger logger)
    {
        _receipt = message.PopReceipt;
        _renewals = RenewAsync(queue, message.MessageId, span, logger);
    }

    /// <summary>Stops renewing and gives the receipt with which the message can be deleted or released.</summary>
    public async Task<string> EndAsync()
    {
        await _end.CancelAsync();
        await _renewals;
        return _receipt;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _end.Dispose();
    }

    private async Task RenewAsync(QueueClient queue, string message, Func<TimeSpan> span, ILogger logger)
    {
        try
        {
            while (true)
            {
                await Task.Delay(span() / 2, _end.Token);
                // Not cancelled half-way: the answer holds the only receipt that is good from now on.
                var renewed = await queue.UpdateMessageAsync(message, _receipt, visibilityTimeout: span(), cancellationToken: default);
                _receipt = renewed.Value.PopReceipt;
            }
        }
        catch (OperationCanceledException)
        {
            // Ended: the message is done.
        }
        catch (RequestFailedException exception)
        {
            HostLog.LockLost(logger, message, exception);
        }
    }
}
