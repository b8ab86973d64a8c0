using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Understanding.Words;

namespace Mailroom.Core.Understanding.Scoring;

/// <summary>What a mail is about and how urgent it is.</summary>
/// <param name="Category">The category's code; the fallback when abstaining.</param>
/// <param name="Confidence">How sure, 0 to 1.</param>
/// <param name="Abstained">True when too unsure.</param>
/// <param name="Secondary">A second issue's category.</param>
/// <param name="Priority">The priority.</param>
/// <param name="Angry">True for reproach, threat or abuse aimed at us.</param>
/// <param name="Evidence">The words that decided, the strongest first.</param>
internal sealed record Verdict(
    string Category, double Confidence, bool Abstained, string? Secondary, Priority Priority, bool Angry, IReadOnlyList<string> Evidence)
{
    private const int MostEvidence = 6;

    /// <summary>The verdict of the signals alone: for a policy without a model.</summary>
    public static Verdict OfSignals(WordStream words, IReadOnlyList<MatchedSignal> matches, SupportPolicy policy)
    {
        var scores = new CategoryScores(matches);
        var category = policy.Category(scores.Category);
        return new(
            category.Code,
            scores.Confidence,
            scores.Abstained,
            scores.Secondary,
            Urgency.Of(category, scores, matches),
            Anger.IsIn(words),
            EvidenceOf(category.Code, matches));
    }

    private static IReadOnlyList<string> EvidenceOf(string category, IReadOnlyList<MatchedSignal> matches) =>
    [
        .. matches
            .OrderByDescending(m => m.Category == category)
            .ThenByDescending(m => m.Signal.Weight)
            .Select(m => m.Category == category ? m.Evidence : $"{m.Evidence} ({m.Category})")
            .Take(MostEvidence),
    ];
}
