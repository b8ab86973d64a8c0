namespace Mailroom.Core.Policy;

/// <summary>The faults of the terms that the law sets.</summary>
internal static class RegulatoryFaults
{
    private const int MostWeeks = 104;

    /// <summary>The faults, each a sentence.</summary>
    public static IEnumerable<string> Of(SupportPolicy policy) => policy.Regulatory
        .SelectMany((term, i) => Term($"regulatory: entry {i + 1}", term, policy))
        .Concat(policy.Regulatory.SelectMany(t => t.Categories).GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => $"regulatory: the category \"{g.Key}\" has {g.Count()} terms; it has one at most."));

    private static IEnumerable<string> Term(string place, RegulatoryTerm term, SupportPolicy policy)
    {
        if (term.Categories.Count == 0)
        {
            yield return $"{place}: it is about no category; name some under categories.";
        }

        foreach (var code in term.Categories.Where(c => policy.Categories.All(k => k.Code != c)))
        {
            yield return $"{place}: the category \"{code}\" does not exist; name one of {string.Join(", ", policy.Categories.Select(c => c.Code).Order(StringComparer.Ordinal))}.";
        }

        if (string.IsNullOrWhiteSpace(term.Name.Zh) || string.IsNullOrWhiteSpace(term.Name.En))
        {
            yield return $"{place}: its name needs zh and en.";
        }

        if (!policy.Calendars.TryGetValue(term.Calendar, out var calendar))
        {
            yield return $"{place}: the calendar \"{term.Calendar}\" does not exist; name one of {string.Join(", ", policy.Calendars.Keys.Order(StringComparer.Ordinal))}.";
            yield break;
        }

        var longest = term.ExtendTo ?? term.Within;
        if (term.Within.On(calendar) <= TimeSpan.Zero)
        {
            yield return $"{place}: within must be longer than nothing, for example P15D.";
        }
        else if (longest.On(calendar) < term.Within.On(calendar))
        {
            yield return $"{place}: extendTo is shorter than within; it is counted from the first mail, too.";
        }
        else if (calendar.OrdinaryWeek > TimeSpan.Zero && longest.On(calendar) / calendar.OrdinaryWeek > MostWeeks)
        {
            yield return $"{place}: it takes more than {MostWeeks} ordinary weeks of its calendar; shorten it.";
        }
    }
}
