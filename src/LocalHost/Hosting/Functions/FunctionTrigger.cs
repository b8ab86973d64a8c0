using Microsoft.Azure.Functions.Worker;

namespace Mailroom.LocalHost.Hosting.Functions;

/// <summary>What starts a function, read from its attribute with every %Setting% filled in.</summary>
internal abstract record FunctionTrigger
{
    private FunctionTrigger()
    {
    }

    /// <summary>Each message of a storage queue.</summary>
    /// <param name="QueueName">The queue.</param>
    /// <param name="Connection">The name of the storage connection's setting.</param>
    public sealed record Queue(string QueueName, string Connection) : FunctionTrigger;

    /// <summary>A schedule.</summary>
    /// <param name="Schedule">NCRONTAB, UTC.</param>
    /// <param name="UseMonitor">Whether missed runs are remembered over restarts.</param>
    /// <param name="RunOnStartup">Whether it also runs at each start.</param>
    public sealed record Timer(string Schedule, bool UseMonitor, bool RunOnStartup) : FunctionTrigger;

    /// <summary>An HTTP request.</summary>
    /// <param name="Level">The key that a caller must show.</param>
    /// <param name="Methods">The methods; empty for any.</param>
    /// <param name="Route">The route template, without the prefix.</param>
    public sealed record Http(AuthorizationLevel Level, IReadOnlyList<string> Methods, string Route) : FunctionTrigger;
}
