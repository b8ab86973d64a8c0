using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Understanding.Learning;

namespace Mailroom.Core.Understanding.Scoring;

/// <summary>The verdict of a model under the policy's costs, and its signs of theft: model or rule, not model and rule.</summary>
internal static class ModelVerdict
{
    private const int MostEvidence = 5;

    // A part of a mail is short, and short texts are judged less well: it must be surer than the whole.
    private const double PartFactor = 6;

    /// <summary>The verdict; null without a model, or with one that knows none of the policy's categories.</summary>
    /// <param name="text">The mail as a model reads it.</param>
    /// <param name="matches">The signals that stand in it.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="model">The model.</param>
    public static Verdict? Of(string text, IReadOnlyList<MatchedSignal> matches, SupportPolicy policy, TextModel? model)
    {
        if (model is null)
        {
            return null;
        }

        var answers = model.Read(text);
        var shares = Shares(AnswerOf(answers, model, "category"), policy);
        if (shares.Count == 0)
        {
            return null;
        }

        var rules = policy.Understanding;
        var signs = new CategoryScores(matches).Safety;
        var (best, cost) = shares.Keys.Select(c => (c, Cost(c, shares, rules))).MinBy(c => c.Item2);
        var isUnsure = cost > rules.AskCost;
        var category = !isUnsure ? best : signs ?? CategoryPolicy.Fallback;
        var priorities = AnswerOf(answers, model, "priority");
        return new(
            category,
            Math.Round(isUnsure ? shares.Values.Max() : shares[best], 3),
            isUnsure && signs is null,
            isUnsure ? null : Second(best, shares, rules),
            signs is not null || IsUrgent(text, priorities, model, rules) ? Priority.P1 : Usual(priorities, policy.Category(category)),
            AnswerOf(answers, model, "mood")?.Best == "angry",
            Evidence(text, isUnsure ? best : category, signs is null ? [] : matches, model));
    }

    private static Dictionary<string, double> Shares(ModelAnswer? answer, SupportPolicy policy)
    {
        var known = policy.Categories.Select(c => (c.Code, Share: answer?.Of(c.Code) ?? 0)).Where(c => c.Share > 0).ToList();
        var total = known.Sum(k => k.Share);
        return known.ToDictionary(k => k.Code, k => k.Share / total, StringComparer.Ordinal);
    }

    private static ModelAnswer? AnswerOf(IReadOnlyList<ModelAnswer> answers, TextModel model, string question) =>
        answers.Zip(model.Heads).Where(a => a.Second.Name == question).Select(a => a.First).FirstOrDefault();

    private static double Cost(string said, Dictionary<string, double> shares, UnderstandingPolicy rules) =>
        shares.Where(s => s.Key != said).Sum(s => s.Value * rules.MissCosts.GetValueOrDefault(s.Key, 1));

    private static string? Second(string first, Dictionary<string, double> shares, UnderstandingPolicy rules)
    {
        var second = shares.Where(s => s.Key != first && s.Key != CategoryPolicy.Fallback).MaxBy(s => s.Value);
        return second.Value >= rules.SecondFrom ? second.Key : null;
    }

    private static bool IsUrgent(string text, ModelAnswer? whole, TextModel model, UnderstandingPolicy rules) =>
        Urgent(whole) >= rules.UrgentFrom
        || TextParts.Of(text).Any(part => Urgent(AnswerOf(model.Read(part), model, "priority")) >= Math.Min(rules.UrgentFrom * PartFactor, 1));

    private static double Urgent(ModelAnswer? priorities) => priorities?.Of(nameof(Priority.P1)) ?? 0;

    // The most probable of the others.
    private static Priority Usual(ModelAnswer? priorities, CategoryPolicy category) =>
        priorities is null ? category.Priority : new[] { Priority.P2, Priority.P3, Priority.P4 }.MaxBy(p => priorities.Of(p.ToString()));

    private static IReadOnlyList<string> Evidence(string text, string category, IReadOnlyList<MatchedSignal> signs, TextModel model) =>
    [
        .. signs.Where(m => m.Signal.Priority == Priority.P1).Select(m => m.Evidence).Distinct(StringComparer.Ordinal).Take(2),
        .. model.Explain(text, "category", category, MostEvidence),
    ];
}
