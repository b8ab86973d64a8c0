using Azure;

namespace Mailroom.Functions.Api;

/// <summary>Tells a storage that does not answer from a fault of ours.</summary>
internal static class StorageFault
{
    /// <summary>True when the same request may well succeed a moment later.</summary>
    internal static bool Is(Exception fault, CancellationToken cancellation) => fault switch
    {
        RequestFailedException e => e.Status is 0 or 403 or 404 or 408 or 429 or >= 500,
        AggregateException e => e.InnerExceptions.All(i => Is(i, cancellation)),
        OperationCanceledException => !cancellation.IsCancellationRequested,
        HttpRequestException or IOException or TimeoutException => true,
        _ => false,
    };
}
