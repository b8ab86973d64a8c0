using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Understanding.Scoring;

/// <summary>How strongly a text speaks for each category, and how sure that makes us.</summary>
internal sealed class CategoryScores
{
    // What "nothing of all this" scores: a single weak hint must not outweigh it. The numbers were set so that, on public
    // questions to a bank that no signal was written for, of the answers given with confidence x about x were right.
    private const double Nothing = 1.15;
    private const double Sharpness = 1.1;
    private const double LeastScore = 1.2;
    private const double LeastConfidence = 0.25;
    private const double SecondShare = 0.5;
    private const double SecondLeast = 2;
    private const double SafetyLeast = 2;

    private readonly IReadOnlyList<(string Category, double Score)> _ranking;
    private readonly IReadOnlyList<MatchedSignal> _matches;

    /// <summary>Adds up the signals that stand in a text.</summary>
    public CategoryScores(IReadOnlyList<MatchedSignal> matches)
    {
        _matches = matches;
        _ranking =
        [
            .. matches.GroupBy(m => m.Category, (category, own) => (category, Sum(own)))
                .OrderByDescending(s => s.Item2).ThenBy(s => s.category, StringComparer.Ordinal),
        ];
    }

    /// <summary>The category that the text speaks for; the fallback when nothing does clearly enough.</summary>
    /// <remarks>Signs of theft going on decide whatever else the text says: rule or score, not rule and score.</remarks>
    public string Category => Safety ?? (IsUnsure ? CategoryPolicy.Fallback : _ranking[0].Category);

    /// <summary>True when nothing speaks clearly enough for a category.</summary>
    public bool Abstained => Safety is null && IsUnsure;

    /// <summary>How sure the category is: the share of its score's exponential among all, "nothing" included.</summary>
    public double Confidence
    {
        get
        {
            var total = Math.Exp(Nothing * Sharpness) + _ranking.Sum(s => Math.Exp(s.Score * Sharpness));
            var chosen = Safety ?? (_ranking.Count > 0 ? _ranking[0].Category : "");
            return Math.Round(Math.Exp((_ranking.FirstOrDefault(s => s.Category == chosen).Score) * Sharpness) / total, 3);
        }
    }

    /// <summary>The category of a second matter, when the text speaks for one in earnest.</summary>
    public string? Secondary
    {
        get
        {
            var chosen = Category;
            var rest = _ranking.Where(s => s.Category != chosen && s.Category != CategoryPolicy.Fallback).ToList();
            return !Abstained && rest.Count > 0 && rest[0].Score >= SecondLeast && rest[0].Score >= SecondShare * _ranking[0].Score
                ? rest[0].Category
                : null;
        }
    }

    private bool IsUnsure => _ranking.Count == 0 || _ranking[0].Score < LeastScore || TopShare < LeastConfidence;

    private double TopShare =>
        Math.Exp(_ranking[0].Score * Sharpness) / (Math.Exp(Nothing * Sharpness) + _ranking.Sum(s => Math.Exp(s.Score * Sharpness)));

    /// <summary>The category of which theft or compromise is going on, by phrases that say so; null for none.</summary>
    public string? Safety => _matches
        .Where(m => m.Signal.Priority == Priority.P1)
        .GroupBy(m => m.Category, (category, own) => (category, Weight: own.Sum(m => m.Signal.Weight)))
        .Where(s => s.Weight >= SafetyLeast)
        .OrderByDescending(s => s.Weight)
        .FirstOrDefault().category;

    // Each further signal adds less: ten weak hints are no proof.
    private static double Sum(IEnumerable<MatchedSignal> matches) =>
        matches.Select(m => m.Signal.Weight).OrderDescending().Select((weight, rank) => weight / (1 + (rank * 0.45))).Sum();
}
