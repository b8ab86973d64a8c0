using Mailroom.Pipeline.Handlers;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Triggers;

/// <summary>Every quarter of an hour: the managers' digests that have come due. A missed run is made good by the next.</summary>
public sealed class WriteDigestsTrigger(WriteDigests handler, TimeProvider clock)
{
    [Function("WriteDigests")]
    public Task RunAsync([TimerTrigger("%DigestSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(timer);
        return handler.HandleAsync(clock.GetUtcNow(), cancellation);
    }
}
