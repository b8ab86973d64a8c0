using System.Diagnostics;

namespace Mailroom.Support.Servers;

/// <summary>Waits for something, with a deadline.</summary>
public static class Until
{
    /// <summary>Waits until it holds.</summary>
    /// <exception cref="TimeoutException">It did not; says what <paramref name="tell"/> tells.</exception>
    public static async Task HoldsAsync(Func<bool> holds, TimeSpan patience, Func<string> tell)
    {
        var waited = Stopwatch.StartNew();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!holds())
        {
            if (waited.Elapsed > patience)
            {
                throw new TimeoutException($"Waited {patience} in vain. {tell()}");
            }

            await pace.WaitForNextTickAsync();
        }
    }
}
