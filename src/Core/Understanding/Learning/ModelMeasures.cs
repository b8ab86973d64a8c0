namespace Mailroom.Core.Understanding.Learning;

/// <summary>How good answers were.</summary>
/// <param name="Count">How many texts.</param>
/// <param name="Accuracy">The share of right answers.</param>
/// <param name="MacroF1">The mean over the labels of the harmonic mean of precision and recall, each label counting the same.</param>
/// <param name="CalibrationError">
/// The expected calibration error: how far confidence and the share of right answers lie apart, over 15 equal steps of confidence
/// (Guo et al., "On calibration of modern neural networks", ICML 2017).
/// </param>
/// <param name="AccuracyOfSurest">The share of right answers among the surest nine of ten.</param>
/// <param name="Labels">Each label, by its name.</param>
public sealed record ModelMeasures(
    int Count, double Accuracy, double MacroF1, double CalibrationError, double AccuracyOfSurest, IReadOnlyList<LabelMeasures> Labels)
{
    private const int Steps = 15;
    private const double Surest = 0.9;

    /// <summary>Measures answers.</summary>
    /// <param name="answers">Each answer beside the right one; at least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ModelMeasures Of(IReadOnlyList<MeasuredAnswer> answers)
    {
        if (answers.Count == 0)
        {
            throw new ArgumentException("Nothing was answered.", nameof(answers));
        }

        var labels = answers.Select(a => a.Right).Concat(answers.Select(a => a.Given)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(label => Measure(label, answers))
            .ToList();
        return new(
            answers.Count,
            answers.Average(One),
            labels.Where(l => l.Count > 0).Average(l => l.F1),
            CalibrationErrorOf(answers),
            answers.OrderByDescending(a => a.Confidence).Take((int)Math.Ceiling(answers.Count * Surest)).Average(One),
            labels);
    }

    private static LabelMeasures Measure(string label, IReadOnlyList<MeasuredAnswer> answers)
    {
        var hits = answers.Count(a => a.Right == label && a.Given == label);
        return new(label, answers.Count(a => a.Right == label), Share(hits, answers.Count(a => a.Given == label)), Share(hits, answers.Count(a => a.Right == label)));
    }

    private static double CalibrationErrorOf(IReadOnlyList<MeasuredAnswer> answers) =>
        answers.GroupBy(a => Math.Min((int)(a.Confidence * Steps), Steps - 1)).Sum(step => Math.Abs(step.Sum(a => a.Confidence) - step.Sum(One))) / answers.Count;

    private static double One(MeasuredAnswer answer) => answer.Given == answer.Right ? 1 : 0;

    private static double Share(int part, int all) => all == 0 ? 0 : (double)part / all;
}

/// <summary>An answer and the right one.</summary>
/// <param name="Right">The right label.</param>
/// <param name="Given">The label that was given.</param>
/// <param name="Confidence">How sure it was, 0 to 1.</param>
public sealed record MeasuredAnswer(string Right, string Given, double Confidence);

/// <summary>How well a label is found.</summary>
/// <param name="Label">The label.</param>
/// <param name="Count">How many texts have it.</param>
/// <param name="Precision">The share of right ones among its answers.</param>
/// <param name="Recall">The share of its texts that were found.</param>
public sealed record LabelMeasures(string Label, int Count, double Precision, double Recall)
{
    /// <summary>The harmonic mean of both; 0 where both are.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}
