using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Understanding.Scoring;

/// <summary>How urgent a mail is, by its category and by the signals that raise it. Nothing in a text lowers it.</summary>
internal static class Urgency
{
    /// <summary>The priority.</summary>
    /// <remarks>
    /// Signals that name a priority speak for it; the category's own counts as soon as any other signal of it stands in the
    /// text, or none. So "a report of an attempt" alone is less than the theft that the category is for by default. Where we
    /// abstain, every signal counts: not knowing what it is about is no reason to let it wait.
    /// </remarks>
    public static Priority Of(CategoryPolicy category, CategoryScores scores, IReadOnlyList<MatchedSignal> matches)
    {
        var secondary = scores.Secondary;
        var own = matches.Where(m => m.Category == category.Code).ToList();
        var named = own.Concat(matches.Where(m => scores.Abstained || m.Category == secondary || m.Signal.Priority == Priority.P1))
            .Select(m => m.Signal.Priority)
            .OfType<Priority>();
        var usual = own.Count > 0 && own.TrueForAll(m => m.Signal.Priority is not null) ? Priority.P4 : category.Priority;
        return named.Append(usual).Min();
    }
}
