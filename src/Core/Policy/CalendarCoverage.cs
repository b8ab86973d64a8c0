using Mailroom.Core.Deadlines;
using NodaTime;

namespace Mailroom.Core.Policy;

/// <summary>Finds calendars whose special days run out: from mid-November on, next year's should be there.</summary>
public static class CalendarCoverage
{
    private const int NextYearFrom = 1115;

    /// <summary>What is missing at a moment, in the calendars that targets and people use. A calendar without any special day needs none.</summary>
    public static IReadOnlyList<CalendarGap> Gaps(SupportPolicy policy, DateTimeOffset now) =>
        [.. Used(policy).SelectMany(c => Years(c, now).Where(year => !Knows(c, year)).Select(year => new CalendarGap(c.Name, year)))];

    /// <summary>The years of a span that the calendars of a policy's targets know nothing of.</summary>
    public static IReadOnlyList<CalendarGap> Gaps(SupportPolicy policy, int firstYear, int lastYear) =>
        [.. Used(policy).SelectMany(c => Enumerable.Range(firstYear, lastYear - firstYear + 1).Where(year => !Knows(c, year)).Select(year => new CalendarGap(c.Name, year)))];

    /// <summary>True when a calendar says something about a year, or has no special days at all.</summary>
    public static bool Knows(WorkingCalendar calendar, int year) =>
        calendar.Days.Count == 0 || calendar.Days.Keys.Any(date => date.Year == year && !IsEve(date));

    private static IEnumerable<int> Years(WorkingCalendar calendar, DateTimeOffset now)
    {
        var date = Instant.FromDateTimeOffset(now).InZone(calendar.Zone).Date;
        return (date.Month * 100) + date.Day >= NextYearFrom ? [date.Year, date.Year + 1] : [date.Year];
    }

    private static IEnumerable<WorkingCalendar> Used(SupportPolicy policy) =>
        policy.Targets.Values.Concat(policy.TargetRules.Select(r => r.Says))
            .SelectMany(says => TargetPolicy.Kinds.Select(says.CalendarOf))
            .Concat(policy.Regulatory.Select(r => r.Calendar))
            .OfType<string>()
            .Concat(policy.Teams.Select(t => t.Calendar))
            .Concat(policy.Hours.Values)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(policy.Calendars.GetValueOrDefault)
            .OfType<WorkingCalendar>();

    // The last days of a year are announced with the next one's.
    private static bool IsEve(LocalDate date) => date is { Month: 12, Day: >= 29 };
}

/// <summary>A year of which a calendar knows no special day.</summary>
public sealed record CalendarGap(string Calendar, int Year);
