using Azure.Core;
using Azure.Core.Pipeline;

namespace Mailroom.Support.Fakes;

/// <summary>Kills the worker at a storage request: before it leaves, or after it was done and its answer lost.</summary>
public sealed class Crash : HttpPipelinePolicy
{
    private readonly Lock _lock = new();
    private int _left = int.MaxValue;
    private bool _afterwards;

    /// <summary>True when it has happened since it was armed.</summary>
    public bool HasHappened { get; private set; }

    /// <summary>Arms the crash.</summary>
    /// <param name="request">Which request from now on, counted from 1.</param>
    /// <param name="afterwards">True when the request is done and only its answer is lost.</param>
    public void At(int request, bool afterwards)
    {
        lock (_lock)
        {
            (_left, _afterwards, HasHappened) = (request, afterwards, false);
        }
    }

    /// <summary>Lets everything pass from now on.</summary>
    public void Disarm()
    {
        lock (_lock)
        {
            _left = int.MaxValue;
        }
    }

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var now = IsNow();
        if (!now || _afterwards)
        {
            ProcessNext(message, pipeline);
        }

        Strike(now);
    }

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var now = IsNow();
        if (!now || _afterwards)
        {
            await ProcessNextAsync(message, pipeline);
        }

        Strike(now);
    }

    private bool IsNow()
    {
        lock (_lock)
        {
            return --_left == 0;
        }
    }

    private void Strike(bool now)
    {
        if (now)
        {
            HasHappened = true;
            throw new CrashException("The worker dies here.");
        }
    }
}

/// <summary>A worker's death, for tests.</summary>
public sealed class CrashException : Exception
{
    /// <summary>Makes the exception.</summary>
    public CrashException()
    {
    }

    /// <summary>Makes the exception.</summary>
    public CrashException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public CrashException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
