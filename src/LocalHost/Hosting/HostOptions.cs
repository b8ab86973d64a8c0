using System.Globalization;
using System.Text.Json;

namespace Mailroom.LocalHost.Hosting;

/// <summary>The part of host.json that this host obeys, with the real host's defaults, and what only a local host has.</summary>
internal sealed record HostOptions
{
    /// <summary>What stands before every route.</summary>
    public string RoutePrefix { get; init; } = "api";

    /// <summary>Messages fetched at once, 1 to 32.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>A new batch is fetched when at most so many messages are being worked.</summary>
    public int NewBatchThreshold { get; init; } = 8;

    /// <summary>After so many tries a message is moved to the poison queue.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a message waits after a failed try.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>The longest pause between looks into an empty queue.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether message bodies are base64.</summary>
    public bool Base64 { get; init; } = true;

    /// <summary>How long a message is locked for its worker; the real host's is fixed at 10 minutes.</summary>
    public TimeSpan MessageLock { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A lock is never shorter than this in real time, however fast the clock runs.</summary>
    public TimeSpan ShortestLock { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a timer's lease holds after its host died, real time, 15 to 60 seconds.</summary>
    public TimeSpan TimerLease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long running functions are waited for when the host stops, real time.</summary>
    public TimeSpan StopWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Reads host.json.</summary>
    /// <exception cref="HostStartException">What cannot be used.</exception>
    public static HostOptions Read(string path)
    {
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(file.RootElement);
        }
        catch (Exception exception) when (exception is IOException or JsonException or FormatException or InvalidOperationException)
        {
            throw new HostStartException($"{path} cannot be used: {exception.Message}", exception);
        }
    }

    private static HostOptions Read(JsonElement root)
    {
        var defaults = new HostOptions();
        var queues = Child(Child(root, "extensions"), "queues");
        var options = defaults with
        {
            RoutePrefix = Child(Child(Child(root, "extensions"), "http"), "routePrefix")?.GetString() ?? defaults.RoutePrefix,
            BatchSize = Child(queues, "batchSize")?.GetInt32() ?? defaults.BatchSize,
            NewBatchThreshold = Child(queues, "newBatchThreshold")?.GetInt32() ?? defaults.NewBatchThreshold,
            MaxDequeueCount = Child(queues, "maxDequeueCount")?.GetInt32() ?? defaults.MaxDequeueCount,
            VisibilityTimeout = Span(queues, "visibilityTimeout") ?? defaults.VisibilityTimeout,
            MaxPollingInterval = Span(queues, "maxPollingInterval") ?? defaults.MaxPollingInterval,
            Base64 = !string.Equals(Child(queues, "messageEncoding")?.GetString(), "none", StringComparison.OrdinalIgnoreCase),
        };
        string?[] faults =
        [
            options.BatchSize is < 1 or > 32 ? "host.json: extensions.queues.batchSize must be 1 to 32." : null,
            options.NewBatchThreshold < 0 ? "host.json: extensions.queues.newBatchThreshold must not be negative." : null,
            options.MaxDequeueCount < 1 ? "host.json: extensions.queues.maxDequeueCount must be at least 1." : null,
            options.MaxPollingInterval < TimeSpan.FromMilliseconds(100)
                ? "host.json: extensions.queues.maxPollingInterval must be at least 00:00:00.100." : null,
        ];
        return faults.OfType<string>().ToList() is { Count: > 0 } all ? throw new HostStartException(all) : options;
    }

    private static JsonElement? Child(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var child) ? child : null;

    private static TimeSpan? Span(JsonElement? parent, string name) =>
        Child(parent, name)?.GetString() is { } text ? TimeSpan.Parse(text, CultureInfo.InvariantCulture) : null;
}
