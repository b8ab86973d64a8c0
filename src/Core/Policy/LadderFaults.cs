using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Policy;

/// <summary>The faults of the escalation ladder.</summary>
internal static class LadderFaults
{
    private const int MostSteps = 40;
    private const int HighestPercent = 1000;
    private const int MostRepeats = 100;
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(31);
    private static readonly TimeSpan ShortestRepeat = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRepeat = TimeSpan.FromDays(1);

    /// <summary>The faults, each a sentence that begins with the step's place.</summary>
    public static IEnumerable<string> Of(SupportPolicy policy) =>
        policy.Ladder.SelectMany(s => Moment(s).Concat(Deeds(s, policy)).Concat(Repeats(s)).Concat(Scope(s, policy)).Select(f => $"ladder: \"{s.Name}\": {f}"))
            .Concat(Order(policy.Ladder))
            .Concat(policy.Ladder.Count > MostSteps ? [$"ladder: it has {policy.Ladder.Count} steps; {MostSteps} are allowed."] : [])
            .Concat(policy.Ladder.Any(s => string.IsNullOrWhiteSpace(s.Name) || s.Name.Length > 60 || s.Name.Any(char.IsControl))
                ? ["ladder: a step's name has 1 to 60 characters."]
                : []);

    private static IEnumerable<string> Moment(LadderStep step)
    {
        if (step.At is LadderMoment.Percent { Share: < 0 or > HighestPercent })
        {
            yield return $"{step.At} is not between 0% and {HighestPercent}%.";
        }

        if (step.At is LadderMoment.Distance distance && distance.By.Duration() > Farthest)
        {
            yield return $"{step.At} is further from the deadline than {TargetText.Write(Farthest)}.";
        }
    }

    private static IEnumerable<string> Deeds(LadderStep step, SupportPolicy policy)
    {
        if (step is { Recipients.Count: 0, Reassign: null, Raise: null, Webhook: null })
        {
            yield return "it tells nobody and does nothing; name its recipients or an action (reassign, raise, webhook).";
        }

        if (step.Reassign is { } team && policy.Teams.All(t => t.Name != team))
        {
            yield return $"reassign: the team \"{team}\" does not exist; name one of {List(policy.Teams.Select(t => t.Name))}.";
        }

        if (step.Raise is { } raised && step.When.Priorities.Count > 0 && step.When.Priorities.All(p => p <= raised))
        {
            yield return $"raise: its tickets are {raised} or more urgent already, and nothing is lowered.";
        }
    }

    private static IEnumerable<string> Repeats(LadderStep step)
    {
        if (step.Again is not { } again)
        {
            yield break;
        }

        if (again.Every < ShortestRepeat || again.Every > LongestRepeat)
        {
            yield return $"again: every {TargetText.Write(again.Every)} is not between {TargetText.Write(ShortestRepeat)} and {TargetText.Write(LongestRepeat)}.";
        }

        if (again.Most is < 1 or > MostRepeats)
        {
            yield return $"again: most is {again.Most}; it is 1 to {MostRepeats} repeats.";
        }

        if (step is { Recipients.Count: 0, Webhook: null })
        {
            yield return "again: there is nobody to tell again; name recipients or a webhook.";
        }
    }

    private static IEnumerable<string> Scope(LadderStep step, SupportPolicy policy)
    {
        foreach (var code in step.When.Categories.Where(c => policy.Categories.All(k => k.Code != c)))
        {
            yield return $"when: the category \"{code}\" does not exist; name one of {List(policy.Categories.Select(c => c.Code))}.";
        }

        foreach (var team in step.When.Teams.Where(t => policy.Teams.All(k => k.Name != t)))
        {
            yield return $"when: the team \"{team}\" does not exist; name one of {List(policy.Teams.Select(t => t.Name))}.";
        }
    }

    // The last of several steps is told as the highest, so the list must climb: as far as it can be told without a ticket.
    private static IEnumerable<string> Order(IReadOnlyList<LadderStep> steps) =>
        steps.Select((step, i) => (Step: step, Before: steps.Take(i).LastOrDefault(s => IsHigher(s.At, step.At))))
            .Where(p => p.Before is not null)
            .Select(p => $"ladder: \"{p.Step.Name}\" ({p.Step.At}) stands after \"{p.Before!.Name}\" ({p.Before.At}); put the lowest first.");

    private static bool IsHigher(LadderMoment a, LadderMoment b) => (a, b) switch
    {
        (LadderMoment.Percent p, LadderMoment.Percent q) => p.Share > q.Share,
        (LadderMoment.Distance p, LadderMoment.Distance q) when p.IsReal == q.IsReal => p.By > q.By,
        _ => a.Side > b.Side,
    };

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
