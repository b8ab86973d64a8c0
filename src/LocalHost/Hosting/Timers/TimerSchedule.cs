using System.Diagnostics.CodeAnalysis;
using NCrontab;

namespace Mailroom.LocalHost.Hosting.Timers;

/// <summary>An NCRONTAB schedule in UTC: six fields from seconds on, or five from minutes on.</summary>
internal sealed class TimerSchedule
{
    private readonly CrontabSchedule _crontab;

    private TimerSchedule(CrontabSchedule crontab) => _crontab = crontab;

    /// <summary>Reads a schedule.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out TimerSchedule? schedule)
    {
        var seconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6;
        var crontab = CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = seconds });
        schedule = crontab is null ? null : new TimerSchedule(crontab);
        return schedule is not null;
    }

    /// <summary>The first occurrence after a moment.</summary>
    public DateTimeOffset After(DateTimeOffset moment) =>
        new(DateTime.SpecifyKind(_crontab.GetNextOccurrence(moment.UtcDateTime), DateTimeKind.Utc));

    /// <summary>Whether it fires more often than once a minute, somewhere in the next occurrences: such a one is not monitored.</summary>
    public bool IsFasterThanAMinute(DateTimeOffset now)
    {
        var first = After(now);
        for (var i = 0; i < 5; i++)
        {
            var second = After(first);
            if (second - first < TimeSpan.FromMinutes(1))
            {
                return true;
            }

            first = second;
        }

        return false;
    }
}
