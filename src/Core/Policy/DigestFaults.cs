using NodaTime;

namespace Mailroom.Core.Policy;

/// <summary>Faults of the managers' digests.</summary>
internal static class DigestFaults
{
    private const int MostTimes = 24;
    private static readonly TimeSpan LongestLinks = TimeSpan.FromDays(30);

    /// <summary>The faults; none when they are sound.</summary>
    public static IEnumerable<string> Of(SupportPolicy policy) =>
        policy.Digests.SelectMany(d => Of(d, policy))
            .Concat(policy.Digests.GroupBy(d => d.Manager.Key).Where(g => g.Count() > 1)
                .Select(g => $"digests: \"{g.Key}\" is there {g.Count()} times; give each manager one digest, with all its teams."));

    private static IEnumerable<string> Of(DigestPolicy digest, SupportPolicy policy)
    {
        var place = $"digests: {digest.Manager.Address}";
        foreach (var fault in AddressFaults.Of($"{place}: manager", digest.Manager))
        {
            yield return fault;
        }

        foreach (var team in digest.Teams.Where(name => policy.Teams.All(t => t.Name != name)))
        {
            yield return $"{place}: the team \"{team}\" does not exist; name some of {string.Join(", ", policy.Teams.Select(t => t.Name).Order(StringComparer.Ordinal))}, or leave teams out for all.";
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(digest.TimeZone) is null)
        {
            yield return $"{place}: timeZone \"{digest.TimeZone}\" is unknown; use an IANA name such as Asia/Shanghai.";
        }

        if (digest.Calendar is { } calendar && !policy.Calendars.ContainsKey(calendar))
        {
            yield return $"{place}: days: there is no calendar \"{calendar}\"; name one of {string.Join(", ", policy.Calendars.Keys.Order(StringComparer.Ordinal))}, or list weekdays as [monday, friday].";
        }

        if (digest.LinksLast < TimeSpan.FromHours(1) || digest.LinksLast > LongestLinks)
        {
            yield return $"{place}: linksLast must be from an hour to {LongestLinks.TotalDays:0} days, for example PT72H.";
        }

        if (digest.At.Count is 0 or > MostTimes)
        {
            yield return $"{place}: at names {digest.At.Count} times; give 1 to {MostTimes}, for example [\"09:00\", \"17:30\"].";
        }
    }
}
