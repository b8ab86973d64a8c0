using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Mailroom.Pipeline.Adapters.Storage;

/// <summary>Counts storage requests by service and operation: what one mail costs.</summary>
public sealed class OperationCounter
{
    private readonly ConcurrentDictionary<(string Service, string Operation), int> _counts = new();

    /// <summary>The counts since the last reset, by service and operation.</summary>
    public IReadOnlyList<OperationCount> Counts =>
        [.. _counts.Select(c => new OperationCount(c.Key.Service, c.Key.Operation, c.Value))
            .OrderBy(c => c.Service, StringComparer.Ordinal).ThenBy(c => c.Operation, StringComparer.Ordinal)];

    /// <summary>Starts again from nothing.</summary>
    public void Reset() => _counts.Clear();

    /// <summary>The pipeline step that counts for one service.</summary>
    public HttpPipelinePolicy For(string service) => new Step(this, service);

    private void Count(string service, Request request) =>
        _counts.AddOrUpdate((service, $"{request.Method.Method} {Target(request.Uri.ToUri())}"), 1, (_, n) => n + 1);

    // An emulator's addresses name the account first: "/devstoreaccount1/Tickets(...)".
    private static string Target(Uri uri)
    {
        var first = uri.Host.EndsWith(".core.windows.net", StringComparison.OrdinalIgnoreCase) ? 1 : 2;
        var name = uri.Segments.Length > first ? uri.Segments[first].Trim('/') : "";
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        return bracket < 0 ? name : name[..bracket];
    }

    private sealed class Step(OperationCounter counter, string service) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => counter.Count(service, message.Request);
    }
}

/// <summary>How often an operation was asked of a service.</summary>
/// <param name="Service">"table", "blob" or "queue".</param>
/// <param name="Operation">The method and what it was asked of, "GET Tickets".</param>
/// <param name="Count">How often.</param>
public sealed record OperationCount(string Service, string Operation, int Count);
