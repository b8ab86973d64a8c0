using Mailroom.Core.Understanding.Words;

namespace Mailroom.Core.Understanding.Learning;

/// <summary>
/// A linear model over hashed features of a text, with one head for each question that it answers ("category", "priority").
/// Immutable; safe to use from several threads.
/// </summary>
public sealed class TextModel
{
    /// <summary>A text is read so far; the rest says little that its beginning does not.</summary>
    public const int LongestText = 2_000;

    private readonly float[] _rarity;
    private readonly sbyte[] _weights;
    private readonly int _width;

    internal TextModel(int bits, float[] rarity, sbyte[] weights, IReadOnlyList<ModelHead> heads)
    {
        (Bits, _rarity, _weights, Heads) = (bits, rarity, weights, heads);
        _width = heads.Sum(h => h.Labels.Count);
        if (rarity.Length != 1 << bits || weights.Length != (1 << bits) * _width)
        {
            throw new ArgumentException("The model's tables do not have the sizes that its head says.", nameof(weights));
        }
    }

    /// <summary>The buckets are 2 to this power.</summary>
    public int Bits { get; }

    /// <summary>The questions that it answers.</summary>
    public IReadOnlyList<ModelHead> Heads { get; }

    internal ReadOnlySpan<float> Rarity => _rarity;

    internal ReadOnlySpan<sbyte> Weights => _weights;

    /// <summary>A text's answer to each question, in the order of the heads.</summary>
    public IReadOnlyList<ModelAnswer> Read(string text)
    {
        var vector = FeatureCounts.Of(Normalised(text), Bits).Weigh(_rarity);
        var sums = new float[_width];
        for (var i = 0; i < vector.Buckets.Length; i++)
        {
            var row = _weights.AsSpan(vector.Buckets[i] * _width, _width);
            var value = vector.Values[i];
            for (var k = 0; k < row.Length; k++)
            {
                sums[k] += value * row[k];
            }
        }

        var margins = new double[_width];
        var place = 0;
        foreach (var head in Heads)
        {
            for (var k = 0; k < head.Labels.Count; k++, place++)
            {
                margins[place] = (sums[place] * head.Scales[k]) + head.Biases[k];
            }
        }

        return [.. Heads.Select(h => new ModelAnswer(h.Labels, h.Calibration.Probabilities(margins)))];
    }

    /// <summary>The pieces of a text that spoke most for a label, the strongest first; none for a label that is not known.</summary>
    /// <param name="text">The text.</param>
    /// <param name="head">The question.</param>
    /// <param name="label">The answer.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<string> Explain(string text, string head, string label, int most)
    {
        var column = 0;
        foreach (var asked in Heads)
        {
            var place = asked.Labels.ToList().IndexOf(label);
            if (asked.Name == head && place >= 0)
            {
                return TextEvidence.Of(Normalised(text), Bits, bucket => _rarity[bucket] * _weights[(bucket * _width) + column + place], most);
            }

            column += asked.Labels.Count;
        }

        return [];
    }

    internal static string Normalised(string text) => Normaliser.Normalise(text.Length <= LongestText ? text : text[..LongestText]);
}

/// <summary>One question of a model.</summary>
/// <param name="Name">For example "category".</param>
/// <param name="Labels">The possible answers.</param>
/// <param name="Scales">What a unit of each label's weights is worth.</param>
/// <param name="Biases">Added to each label's margin.</param>
/// <param name="Calibration">How margins become probabilities.</param>
public sealed record ModelHead(
    string Name, IReadOnlyList<string> Labels, IReadOnlyList<double> Scales, IReadOnlyList<double> Biases, Calibration Calibration);

/// <summary>A model's answer to one question.</summary>
/// <param name="Labels">The possible answers.</param>
/// <param name="Probabilities">How probable each is; they add up to 1.</param>
public sealed record ModelAnswer(IReadOnlyList<string> Labels, IReadOnlyList<double> Probabilities)
{
    /// <summary>The most probable label.</summary>
    public string Best => Labels[Place];

    /// <summary>How probable it is.</summary>
    public double Confidence => Probabilities[Place];

    private int Place => Enumerable.Range(0, Labels.Count).MaxBy(k => Probabilities[k]);

    /// <summary>How probable a label is; 0 for one that is not known.</summary>
    public double Of(string label) => Enumerable.Range(0, Labels.Count).Where(k => Labels[k] == label).Sum(k => Probabilities[k]);
}
