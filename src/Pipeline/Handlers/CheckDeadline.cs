using Mailroom.Pipeline.Adapters.Queues;

namespace Mailroom.Pipeline.Handlers;

/// <summary>Looks at one ticket's clock: hint, sweep and restart all end here.</summary>
public sealed class CheckDeadline
{
    /// <summary>Evaluates the ticket at now; does nothing when nothing is due.</summary>
    public Task HandleAsync(DeadlinePointer message, CancellationToken cancellation) => throw new NotSupportedException();
}
