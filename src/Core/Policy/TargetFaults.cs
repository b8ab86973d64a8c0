using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Policy;

/// <summary>The faults of targets and their rules: gaps, unknown names, targets out of bounds, contradictions.</summary>
internal static class TargetFaults
{
    // With the highest rung of a ladder, 1000 %, a deadline then still lies within the calendar's horizon.
    private const int MostWeeks = 52;

    /// <summary>The faults, each a sentence.</summary>
    public static IEnumerable<string> Of(SupportPolicy policy)
    {
        foreach (var priority in Enum.GetValues<Priority>())
        {
            var says = policy.Targets.GetValueOrDefault(priority);
            if (says?.FirstResponse?.Within is null || says.Resolution?.Within is null || Kinds(says).Any(k => says.CalendarOf(k) is null))
            {
                yield return $"targets: {priority} is missing or has gaps; say its firstResponse, resolution and calendar.";
            }
        }

        var entries = policy.Targets.Select(t => (Place: $"targets: {t.Key}", Says: t.Value))
            .Concat(policy.TargetRules.Select(r => (Place: $"targetRules: {r.For}", r.Says)));
        var faults = entries.SelectMany(e => Bounds(e.Place, e.Says, policy).Concat(Names(e.Place, e.Says, policy)))
            .Concat(policy.TargetRules.SelectMany(r => Rule(r, policy)))
            .Concat(Contradictions(policy));
        foreach (var fault in faults)
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Names(string place, TargetPolicy says, SupportPolicy policy) =>
        TargetPolicy.Kinds.Select(says.CalendarOf).OfType<string>().Distinct()
            .Where(c => !policy.Calendars.ContainsKey(c))
            .Select(c => $"{place}: the calendar \"{c}\" does not exist; name one of {List(policy.Calendars.Keys)}.");

    private static IEnumerable<string> Bounds(string place, TargetPolicy says, SupportPolicy policy)
    {
        foreach (var (kind, within) in TargetPolicy.Kinds.Select(k => (k, says.Of(k)?.Within)))
        {
            if (within is { Hours.Ticks: <= 0, Days: <= 0 } or { Hours.Ticks: < 0 } or { Days: < 0 })
            {
                yield return $"{place}: {Name(kind)} must be longer than nothing, for example PT8H or P3D.";
            }
            else if (within is not null && TooLong(within, says.CalendarOf(kind), policy))
            {
                yield return $"{place}: {Name(kind)} takes more than {MostWeeks} ordinary weeks of its calendar; shorten it.";
            }
        }
    }

    // A rule without a calendar is measured on each there is.
    private static bool TooLong(Target within, string? calendar, SupportPolicy policy) =>
        policy.Calendars.Where(c => calendar is null || c.Key == calendar)
            .Any(c => c.Value.OrdinaryWeek > TimeSpan.Zero && Weeks(within, c.Value) > MostWeeks);

    private static double Weeks(Target within, WorkingCalendar calendar) =>
        (within.Hours.TotalHours + (calendar.OrdinaryDay.TotalHours * within.Days)) / calendar.OrdinaryWeek.TotalHours;

    private static IEnumerable<string> Rule(TargetRule rule, SupportPolicy policy)
    {
        var place = $"targetRules: {rule.For}";
        if (rule.For.Specificity == 0)
        {
            yield return "targetRules: a rule is about every ticket; say its priority, category, team, language or missingMoney.";
        }

        if (rule.Says == new TargetPolicy())
        {
            yield return $"{place}: it says nothing; give it firstResponse, nextResponse, resolution or calendar.";
        }

        if (rule.For.Category is { } code && policy.Categories.All(c => c.Code != code))
        {
            yield return $"{place}: the category \"{code}\" does not exist; name one of {List(policy.Categories.Select(c => c.Code))}.";
        }
        else if (rule.For.Category is { } known && rule.For.MissingMoney is { } money && policy.Category(known).MissingMoney != money)
        {
            yield return $"{place}: no ticket is that; missingMoney of {known} is {(money ? "false" : "true")}.";
        }

        if (rule.For.Team is { } team && policy.Teams.All(t => t.Name != team))
        {
            yield return $"{place}: the team \"{team}\" does not exist; name one of {List(policy.Teams.Select(t => t.Name))}.";
        }
    }

    // Two rules that are equally specific, cover the same ticket and say different things, where no more specific one decides.
    private static IEnumerable<string> Contradictions(SupportPolicy policy) =>
        Cases(policy).SelectMany(ticket => Contradictions(TargetTable.Said(ticket, policy).ToList())).Distinct();

    private static IEnumerable<string> Contradictions(List<TargetRule> said)
    {
        var values = TargetPolicy.Kinds.SelectMany(k => new (string What, Func<TargetPolicy, object?> Of)[]
        {
            (Name(k), s => s.Of(k)?.Within), ($"the calendar of {Name(k)}", s => s.CalendarOf(k)),
        });
        foreach (var (what, value) in values)
        {
            var saying = said[..^1].Where(r => value(r.Says) is not null).ToList();
            var other = saying.FirstOrDefault(r =>
                r.For.Specificity == saying[0].For.Specificity && !Equals(value(r.Says), value(saying[0].Says)));
            if (other is not null)
            {
                yield return $"targetRules: \"{saying[0].For}\" and \"{other.For}\" say different things about {what} of the same tickets; add a rule for both, or make one more specific.";
            }
        }
    }

    private static IEnumerable<TargetCase> Cases(SupportPolicy policy) =>
        from priority in policy.TargetRules.Count > 0 ? Enum.GetValues<Priority>() : []
        from category in policy.Categories
        from team in policy.Teams
        from language in Enum.GetValues<ReplyLanguage>()
        select new TargetCase(priority, category, team.Name, language);

    private static IEnumerable<DeadlineKind> Kinds(TargetPolicy says) =>
        TargetPolicy.Kinds.Where(k => k != DeadlineKind.NextResponse || says.NextResponse is not null);

    private static string Name(DeadlineKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
