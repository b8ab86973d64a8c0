using System.Diagnostics;

namespace Mailroom.LocalHost.Tests;

/// <summary>Waits for what happens beside the test, and fails when it does not.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public static Task IsTrueAsync(Func<bool> condition, string what) => IsTrueAsync(() => Task.FromResult(condition()), what);

    public static async Task IsTrueAsync(Func<Task<bool>> condition, string what)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < Deadline, $"It did not come to this: {what}.");
            await beat.WaitForNextTickAsync();
        }
    }
}
