using Mailroom.Pipeline.Adapters.Queues;

namespace Mailroom.Pipeline.Handlers;

/// <summary>The way of one mail: load, read, look up, decide, understand, save once, carry out.</summary>
public sealed class ReceiveMail
{
    /// <summary>Brings one mail to its end. Runs any number of times with the same result.</summary>
    public Task HandleAsync(MailPointer message, CancellationToken cancellation) => throw new NotSupportedException();
}
