namespace Mailroom.Core.Policy;

/// <summary>Faults of the budgets of automatic mail.</summary>
internal static class BudgetFaults
{
    private const int MostMails = 1_000_000;
    private const int MostReleased = 1_000;

    /// <summary>The faults; none when they are sound.</summary>
    public static IEnumerable<string> Of(BudgetPolicy budget) =>
    [
        .. Grades("perTicket", budget.PerTicket, BudgetPolicy.LongestForAddress),
        .. Grades("perRecipient", budget.PerRecipient, BudgetPolicy.LongestForAddress),
        .. Grades("perDomain", budget.PerDomain, BudgetPolicy.LongestForMany),
        .. Grades("perFreeMailDomain", budget.PerFreeMailDomain, BudgetPolicy.LongestForMany),
        .. Grades("inAll", budget.InAll, BudgetPolicy.LongestForMany),
        .. budget.FreeMailDomains.Where(d => !IsDomain(d)).Select(d => $"budget: freeMailDomains: \"{d}\" is no domain; write it as qq.com."),
        .. budget.ReleasePerMinute is >= 1 and <= MostReleased
            ? Array.Empty<string>()
            : [$"budget: releasePerMinute is {budget.ReleasePerMinute}; it is 1 to {MostReleased} mails."],
    ];

    private static IEnumerable<string> Grades(string name, IReadOnlyList<BudgetLimit> limits, TimeSpan longest)
    {
        if (limits.Count == 0)
        {
            yield return $"budget: {name} has no limit; give one, for example \"10 in PT1H\".";
        }

        foreach (var limit in limits.Where(l => l.Mails is < 1 or > MostMails || l.Within < TimeSpan.FromMinutes(1) || l.Within > longest))
        {
            yield return $"budget: {name}: \"{limit}\" must be 1 to {MostMails} mails within a minute to {longest.TotalHours:0} hours.";
        }

        foreach (var (first, second) in limits.Zip(limits.Skip(1)).Where(p => p.Second.Within <= p.First.Within || p.Second.Mails < p.First.Mails))
        {
            yield return $"budget: {name}: \"{second}\" stands after \"{first}\"; put the shortest time first, and let the mails grow with it.";
        }
    }

    private static bool IsDomain(string text) =>
        text.Contains('.', StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') && text[0] != '.' && text[^1] != '.';
}
