namespace Mailroom.Core.Policy;

/// <summary>The faults of what happens after our answer: waiting, and the question how it went.</summary>
internal static class AfterAnswerFaults
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>The faults, each a sentence.</summary>
    public static IEnumerable<string> Of(SupportPolicy policy) =>
        Waiting("waiting", policy.Waiting, policy)
            .Concat(policy.Waiting.Categories.SelectMany(c => Waiting($"waiting: {c.Key}", c.Value, policy)))
            .Concat(policy.Waiting.Categories.Keys.Where(code => policy.Categories.All(c => c.Code != code))
                .Select(code => $"waiting: the category \"{code}\" does not exist; name one of {List(policy.Categories.Select(c => c.Code))}."))
            .Concat(Satisfaction(policy.Satisfaction));

    private static IEnumerable<string> Waiting(string place, WaitingPolicy waiting, SupportPolicy policy)
    {
        if (!policy.Calendars.TryGetValue(waiting.Calendar, out var calendar))
        {
            yield return $"{place}: the calendar \"{waiting.Calendar}\" does not exist; name one of {List(policy.Calendars.Keys)}.";
            yield break;
        }

        foreach (var (name, after) in new[] { ("remindAfter", waiting.RemindAfter), ("closeAfter", waiting.CloseAfter) })
        {
            if (after is not null && (after.On(calendar) <= TimeSpan.Zero || after.On(calendar) > Longest))
            {
                yield return $"{place}: {name} must be longer than nothing and at most 365 days, for example P3D.";
            }
        }

        if (waiting is { RemindAfter: { } remind, CloseAfter: { } close } && close.On(calendar) <= remind.On(calendar))
        {
            yield return $"{place}: closeAfter comes no later than remindAfter; both are counted from our answer on.";
        }
    }

    private static IEnumerable<string> Satisfaction(SatisfactionPolicy satisfaction)
    {
        if (satisfaction.After < TimeSpan.Zero || satisfaction.After > SatisfactionPolicy.LongestAfter)
        {
            yield return $"satisfaction: after is not between PT0S and PT{SatisfactionPolicy.LongestAfter.TotalHours}H.";
        }

        if (satisfaction.DaysOpen is < 1 or > SatisfactionPolicy.MostDaysOpen)
        {
            yield return $"satisfaction: daysOpen is {satisfaction.DaysOpen}; it is 1 to {SatisfactionPolicy.MostDaysOpen} days.";
        }
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
