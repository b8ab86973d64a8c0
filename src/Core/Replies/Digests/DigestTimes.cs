using Mailroom.Core.Policy;
using NodaTime;
using NodaTime.TimeZones;

namespace Mailroom.Core.Replies.Digests;

/// <summary>When a manager's digest is due, by the wall clock of the manager's zone.</summary>
/// <remarks>A time that the zone skips is due as much later as it skips; one that it repeats is due the first time.</remarks>
public static class DigestTimes
{
    /// <summary>How far back a digest that was missed is still written.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private static readonly ZoneLocalMappingResolver Lenient = Resolvers.LenientResolver;

    /// <summary>The one that is due: after an outage the latest alone.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="policy">The policy, for its calendars.</param>
    /// <param name="after">Up to when it was looked at; that moment is done.</param>
    /// <param name="upTo">Now.</param>
    public static DateTimeOffset? Latest(DigestPolicy digest, SupportPolicy policy, DateTimeOffset after, DateTimeOffset upTo) =>
        Between(digest, policy, after > upTo - Longest ? after : upTo - Longest, upTo) is [.., var latest] ? latest : null;

    /// <summary>True when a week's first digest lies between two moments, the first excluded: weeks begin with the day of the all-clear.</summary>
    public static bool IsAllClearDue(DigestPolicy digest, SupportPolicy policy, DateTimeOffset after, DateTimeOffset upTo) =>
        digest.AllClear is { } day
        && Between(digest, policy, after > upTo - Longest ? after : upTo - Longest, upTo).Any(at => IsFirst(digest, policy, day, at));

    /// <summary>All that are due between two moments, the first excluded, oldest first.</summary>
    public static IReadOnlyList<DateTimeOffset> Between(DigestPolicy digest, SupportPolicy policy, DateTimeOffset after, DateTimeOffset upTo)
    {
        var zone = DateTimeZoneProviders.Tzdb[digest.TimeZone];
        var (from, to) = (DateOf(after, zone), DateOf(upTo, zone));
        List<DateTimeOffset> due = [];
        for (var date = from; date <= to; date = date.PlusDays(1))
        {
            if (IsDay(digest, policy, date))
            {
                due.AddRange(digest.At.Select(time => zone.ResolveLocal(date + time, Lenient).ToDateTimeOffset()));
            }
        }

        return [.. due.Where(at => after < at && at <= upTo).DistinctBy(at => at.UtcTicks).OrderBy(at => at.UtcTicks)];
    }

    private static bool IsFirst(DigestPolicy digest, SupportPolicy policy, IsoDayOfWeek day, DateTimeOffset at)
    {
        var zone = DateTimeZoneProviders.Tzdb[digest.TimeZone];
        var date = DateOf(at, zone);
        var begins = zone.AtStartOfDay(date.DayOfWeek == day ? date : date.Previous(day)).ToDateTimeOffset();
        return Between(digest, policy, begins.AddTicks(-1), at.AddTicks(-1)).Count == 0;
    }

    private static bool IsDay(DigestPolicy digest, SupportPolicy policy, LocalDate date) =>
        digest.Calendar is { } calendar ? policy.Calendars[calendar].OpensOn(date) : digest.Days.Count == 0 || digest.Days.Contains(date.DayOfWeek);

    private static LocalDate DateOf(DateTimeOffset at, DateTimeZone zone) => Instant.FromDateTimeOffset(at).InZone(zone).Date;
}
