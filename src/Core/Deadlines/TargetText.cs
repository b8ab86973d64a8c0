using NodaTime;
using NodaTime.Text;

namespace Mailroom.Core.Deadlines;

/// <summary>Targets and counted time as ISO 8601 durations.</summary>
/// <remarks>"PT8H" is counted time, "P3D" working days, "P1DT2H" both. Weeks, months and years have no length in working time.</remarks>
public static class TargetText
{
    private const int MostDays = 36500;

    /// <summary>Reads a target; null when the text is none, is negative or has weeks, months or years.</summary>
    public static Target? Read(string? text)
    {
        if (text is null || PeriodPattern.NormalizingIso.Parse(text) is not { Success: true } parsed)
        {
            return null;
        }

        var period = parsed.Value;
        var isCounted = period is { Years: 0, Months: 0, Weeks: 0, Days: >= 0 and <= MostDays };
        var parts = new[] { period.Hours, period.Minutes, period.Seconds, period.Milliseconds, period.Ticks, period.Nanoseconds };
        if (!isCounted || parts.Any(p => p is < 0 or > int.MaxValue))
        {
            return null;
        }

        var days = period.Days;
        var counted = (period - Period.FromDays(days)).ToDuration();
        return counted <= Duration.FromDays(MostDays) ? new(counted.ToTimeSpan(), days) : null;
    }

    /// <summary>Writes counted time: "PT26H30M", "PT0S"; a negative one as "-PT1H", as XML Schema does. Never days: a day here is a working day.</summary>
    public static string Write(TimeSpan counted)
    {
        var whole = counted.Duration();
        var (hours, minutes, seconds) = (Math.Floor(whole.TotalHours), whole.Minutes, (decimal)(whole.Ticks % TimeSpan.TicksPerMinute) / TimeSpan.TicksPerSecond);
        var text = $"{Part(hours > 0, $"{hours}H")}{Part(minutes > 0, $"{minutes}M")}{Part(seconds > 0, $"{seconds:0.#######}S")}";
        return (counted < TimeSpan.Zero ? "-PT" : "PT") + (text.Length > 0 ? text : "0S");
    }

    private static string Part(bool isThere, FormattableString part) => isThere ? FormattableString.Invariant(part) : "";
}
