using Mailroom.Pipeline.Adapters.Queues;

namespace Mailroom.Pipeline.Handlers;

/// <summary>Sends one outbox row's mail.</summary>
public sealed class DeliverMail
{
    /// <summary>Sends the mail unless it is sent; retries what can be retried later by itself.</summary>
    public Task HandleAsync(OutgoingPointer message, CancellationToken cancellation) => throw new NotSupportedException();
}
