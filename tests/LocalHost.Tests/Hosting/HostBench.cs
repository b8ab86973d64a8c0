using System.Collections.Concurrent;
using Mailroom.LocalHost.Hosting.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace Mailroom.LocalHost.Tests.Hosting;

/// <summary>What a function under test is told and does: it reports each call here and asks what to do.</summary>
public sealed class Calls
{
    private int _running;
    private int _most;

    /// <summary>The inputs so far.</summary>
    public ConcurrentQueue<object?> Inputs { get; } = new();

    /// <summary>How many runs began.</summary>
    public int Count => Inputs.Count;

    /// <summary>How many run now.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>The most that ever ran at once.</summary>
    public int Most => Volatile.Read(ref _most);

    /// <summary>What each run does after it is noted.</summary>
    public Func<object?, CancellationToken, Task> Body { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Notes a run and does what the test asks.</summary>
    public async Task RunAsync(object? input, CancellationToken cancellation)
    {
        var now = Interlocked.Increment(ref _running);
        InterlockedMax(now);
        Inputs.Enqueue(input);
        try
        {
            await Body(input, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private void InterlockedMax(int now)
    {
        for (var most = _most; now > most; most = _most)
        {
            Interlocked.CompareExchange(ref _most, now, most);
        }
    }
}

/// <summary>Puts a function class and its runner together without a whole host.</summary>
internal sealed class HostBench : IDisposable
{
    private readonly ServiceProvider _services;

    public HostBench() =>
        _services = new ServiceCollection().AddSingleton(Calls).BuildServiceProvider();

    public Calls Calls { get; } = new();

    public FunctionRunner Runner => new(_services.GetRequiredService<IServiceScopeFactory>());

    public static FunctionMethod Function<T>(string name, params (string Name, string Value)[] settings) =>
        FunctionCatalog.Discover([typeof(T)], TestSettings.Of(settings)).Single(f => f.Name == name);

    public void Dispose() => _services.Dispose();
}
