using Mailroom.Pipeline.Handlers;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Triggers;

/// <summary>Every minute: what waits in the mailboxes.</summary>
public sealed class PollMailboxesTrigger(PollMailboxes handler)
{
    [Function("PollMailboxes")]
    public Task RunAsync([TimerTrigger("%MailboxSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(timer);
        return handler.HandleAsync(cancellation);
    }
}
