using System.Globalization;

namespace Mailroom.Core.Policy;

/// <summary>Faults of what mistakes about a mail cost.</summary>
internal static class UnderstandingFaults
{
    private const double MostCost = 100;

    /// <summary>The faults; none when they are sound.</summary>
    public static IEnumerable<string> Of(SupportPolicy policy) =>
    [
        .. Share("askCost", policy.Understanding.AskCost),
        .. Share("urgentFrom", policy.Understanding.UrgentFrom),
        .. Share("secondFrom", policy.Understanding.SecondFrom),
        .. policy.Understanding.MissCosts.Keys.Where(code => policy.Categories.All(c => c.Code != code))
            .Select(code => $"understanding: missCosts: there is no category \"{code}\"; name one of {string.Join(", ", policy.Categories.Select(c => c.Code))}."),
        .. policy.Understanding.MissCosts.Where(m => m.Value is < 0 or > MostCost)
            .Select(m => $"understanding: missCosts: {m.Key} is {Told(m.Value)}; it is 0 to {Told(MostCost)}, and 1 for an ordinary mistake."),
    ];

    private static IEnumerable<string> Share(string name, double value) =>
        value is >= 0 and <= 1 ? [] : [$"understanding: {name} is {Told(value)}; it is 0 to 1."];

    private static string Told(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
