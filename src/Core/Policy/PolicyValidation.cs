namespace Mailroom.Core.Policy;

/// <summary>Finds every fault of a policy at once.</summary>
public static class PolicyValidation
{
    /// <summary>The calendar that is always there.</summary>
    public const string AroundTheClock = "24x7";

    /// <summary>The faults, each a sentence that says where and what to do; none when the policy is sound.</summary>
    public static IReadOnlyList<string> Faults(SupportPolicy policy) =>
    [
        .. CompanyFaults.Of(policy.Company),
        .. Teams(policy),
        .. Categories(policy),
        .. TargetFaults.Of(policy),
        .. Calendars(policy),
        .. LadderFaults.Of(policy),
        .. Doubled("ladder", policy.Ladder.Select(s => s.Name)),
        .. Hours(policy),
        .. RegulatoryFaults.Of(policy),
        .. AfterAnswerFaults.Of(policy),
        .. policy.Facts.SelectMany(f => TextFaults.Of($"facts: {f.Key}", f.Value)),
        .. BudgetFaults.Of(policy.Budget),
        .. DigestFaults.Of(policy),
        .. PromiseFaults.Of(policy.Promise, policy.FollowUp),
        .. UnderstandingFaults.Of(policy),
        .. policy.Reopen.WithinDays is >= 0 and <= ReopenPolicy.MostDays
            ? Array.Empty<string>()
            : [$"reopen: withinDays is {policy.Reopen.WithinDays}; it is 0 to {ReopenPolicy.MostDays} days after the solution."],
    ];

    private static IEnumerable<string> Teams(SupportPolicy policy) =>
        policy.Teams.SelectMany(t => TextFaults.Of($"teams: {t.Name}: title", t.Title)
                .Concat(AddressFaults.Of($"teams: {t.Name}: address", t.Address))
                .Concat(AddressFaults.Of($"teams: {t.Name}: lead", t.Lead))
                .Concat(AddressFaults.Of($"teams: {t.Name}: manager", t.Manager))
                .Concat(AddressFaults.Of($"teams: {t.Name}: head", t.Head))
                .Concat(AddressFaults.Of($"teams: {t.Name}: onCall", t.OnCall)))
            .Concat(Doubled("teams", policy.Teams.Select(t => t.Name)));

    private static IEnumerable<string> Hours(SupportPolicy policy) =>
        policy.Teams.Select(t => (Place: $"teams: {t.Name}", t.Calendar))
            .Concat(policy.Hours.Select(h => (Place: $"hours: {h.Key}", Calendar: h.Value)))
            .Where(h => !policy.Calendars.ContainsKey(h.Calendar))
            .Select(h => $"{h.Place}: the calendar \"{h.Calendar}\" does not exist; name one of {List(policy.Calendars.Keys)}.")
            .Concat(policy.Hours.SelectMany(h => AddressFaults.Of("hours", new("", h.Key))));

    private static IEnumerable<string> Categories(SupportPolicy policy)
    {
        if (policy.Categories.All(c => c.Code != CategoryPolicy.Fallback))
        {
            yield return $"categories: there is no \"{CategoryPolicy.Fallback}\"; add it: it takes what nothing else fits.";
        }

        foreach (var fault in Doubled("categories", policy.Categories.Select(c => c.Code)).Concat(policy.Categories.SelectMany(c => Category(c, policy))))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Category(CategoryPolicy category, SupportPolicy policy)
    {
        var place = $"categories: {category.Code}";
        if (policy.Teams.All(t => t.Name != category.Team))
        {
            yield return $"{place}: the team \"{category.Team}\" does not exist; name one of {List(policy.Teams.Select(t => t.Name))}.";
        }

        foreach (var fact in category.RequiredFacts.Where(f => !policy.Facts.ContainsKey(f)))
        {
            yield return $"{place}: the fact \"{fact}\" has no words to ask for it; add them under facts, or take it out.";
        }

        foreach (var signal in category.Signals.Where(s => string.IsNullOrWhiteSpace(s.Phrase) || !(s.Weight > 0)))
        {
            yield return $"{place}: the signal \"{signal.Phrase}\" needs a phrase and a weight above 0.";
        }

        var help = category.SelfHelp is { } text ? TextFaults.Of($"{place}: selfHelp", text) : [];
        foreach (var fault in TextFaults.Of($"{place}: name", category.Name).Concat(help))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Calendars(SupportPolicy policy) =>
        policy.Calendars.Values.Where(c => c.OrdinaryDay <= TimeSpan.Zero)
            .Select(c => $"calendars: {c.Name} is open on no weekday; give it windows, for example monday: [\"09:00-18:00\"].")
            .Concat(policy.Calendars.ContainsKey(AroundTheClock)
                ? []
                : [$"calendars: there is no \"{AroundTheClock}\"; add calendars/{AroundTheClock}.yaml."]);

    private static IEnumerable<string> Doubled(string place, IEnumerable<string> names) =>
        names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{place}: \"{g.Key}\" is there {g.Count()} times; names are unique.");

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
