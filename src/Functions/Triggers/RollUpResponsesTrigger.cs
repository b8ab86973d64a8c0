using Mailroom.Pipeline.Handlers;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Triggers;

/// <summary>Every quarter of an hour: how long first answers take, and how busy the teams are.</summary>
public sealed class RollUpResponsesTrigger(RollUpResponses handler)
{
    [Function("RollUpResponses")]
    public Task RunAsync([TimerTrigger("%ResponsesSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(timer);
        return handler.HandleAsync(cancellation);
    }
}
