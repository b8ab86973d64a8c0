using Mailroom.Pipeline.Adapters.Clock;

namespace Mailroom.LocalHost.Hosting;

/// <summary>Waits in product time, whatever the clock's speed and however it changes meanwhile.</summary>
internal static class ProductTime
{
    private static readonly TimeSpan LongestNap = TimeSpan.FromMilliseconds(500);

    /// <summary>Returns when the clock shows the moment.</summary>
    public static async Task UntilAsync(TimeProvider clock, DateTimeOffset moment, CancellationToken cancellation)
    {
        for (var left = moment - clock.GetUtcNow(); left > TimeSpan.Zero; left = moment - clock.GetUtcNow())
        {
            var real = FastClock.RealSpan(clock, left) + TimeSpan.FromMilliseconds(1);
            await Task.Delay(real < LongestNap ? real : LongestNap, cancellation);
        }
    }
}
