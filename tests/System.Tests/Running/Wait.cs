namespace Mailroom.SystemTests.Running;

/// <summary>Waits for something to become true, and says what it waited for when it does not.</summary>
internal static class Wait
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The first answer that is not null.</summary>
    /// <param name="what">What is waited for.</param>
    /// <param name="limit">After so long it is a failure.</param>
    /// <param name="ask">Asks once.</param>
    /// <param name="onFailure">What to tell beside, for example the program's last lines.</param>
    public static async Task<T> ForAsync<T>(string what, TimeSpan limit, Func<Task<T?>> ask, Func<string>? onFailure = null)
        where T : class
    {
        using var timer = new PeriodicTimer(Pause);
        var start = TimeProvider.System.GetTimestamp();
        do
        {
            if (await ask() is { } answer)
            {
                return answer;
            }
        }
        while (TimeProvider.System.GetElapsedTime(start) < limit && await timer.WaitForNextTickAsync());

        throw new TimeoutException($"Not within {limit.TotalSeconds:0} s: {what}.\n{onFailure?.Invoke()}");
    }
}
