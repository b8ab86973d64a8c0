namespace Mailroom.LocalHost.Hosting.Timers;

/// <summary>When a timer runs: missed occurrences become one run, and only a start can find a timer past due.</summary>
internal static class TimerPlan
{
    /// <summary>What a start finds: run at once because an occurrence was missed, or wait for the next.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="status">What was remembered; null when nothing was or the timer is not monitored.</param>
    /// <param name="now">The moment of the start.</param>
    public static (bool IsPastDue, DateTimeOffset Next) AtStart(TimerSchedule schedule, TimerStatus? status, DateTimeOffset now)
    {
        if (status is null)
        {
            return (false, schedule.After(now));
        }

        // From the last run rather than from what was remembered as next: the schedule may have been changed since.
        var expected = schedule.After(status.Last ?? status.LastUpdated);
        return expected <= now ? (true, expected) : (false, expected);
    }

    /// <summary>When it runs after a run: an occurrence missed meanwhile is made up for at once, all of them by one run.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="occurrence">The occurrence that just ran.</param>
    /// <param name="now">The moment when it was done.</param>
    public static DateTimeOffset AfterRun(TimerSchedule schedule, DateTimeOffset occurrence, DateTimeOffset now)
    {
        var next = schedule.After(occurrence);
        return next < now ? now : next;
    }
}
