using Mailroom.Core.Policy;

namespace Mailroom.Cli.Checks;

/// <summary>The calendars know the special days of this year and, from mid-November on, of the next.</summary>
internal static class CalendarChecks
{
    /// <summary>A warning for each year that is missing, or what is there.</summary>
    internal static IEnumerable<CheckResult> Run(SupportPolicy policy, DateTimeOffset now)
    {
        var gaps = CalendarCoverage.Gaps(policy, now);
        return gaps.Count == 0
            ? [new("calendars", true, $"{string.Join(", ", policy.Calendars.Keys.Order(StringComparer.Ordinal))}: no year is missing")]
            : gaps.Select(gap => new CheckResult(
                "calendars",
                true,
                $"calendars/{gap.Calendar}.yaml knows no holidays of {gap.Year}; add them under days, or name a holiday-cn file under holidays.",
                Warning: true));
    }
}
