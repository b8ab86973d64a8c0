using Mailroom.Pipeline.Handlers;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Triggers;

/// <summary>Every minute: all that is due and was not hinted at.</summary>
public sealed class SweepTrigger(Sweep handler)
{
    [Function("Sweep")]
    public Task RunAsync([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(timer);
        return handler.HandleAsync(cancellation);
    }
}
