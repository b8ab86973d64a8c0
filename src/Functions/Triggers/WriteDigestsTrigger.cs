using Mailroom.Pipeline.Handlers;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Triggers;

/// <summary>Twice a day: the managers' digests.</summary>
public sealed class WriteDigestsTrigger(WriteDigests handler, TimeProvider clock)
{
    [Function("WriteDigests")]
    public Task RunAsync([TimerTrigger("%DigestSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(timer);
        return handler.HandleAsync(ScheduleMoment.Of(timer, clock.GetUtcNow()), cancellation);
    }
}
