namespace Mailroom.Core.Understanding.Learning;

/// <summary>Trains a model on labelled texts. The same texts in the same order give the same model.</summary>
public static class ModelTrainer
{
    private const int Folds = 3;
    private const double Cost = 1;

    // A bigger table than this no longer fits a processor's cache, nor a small download.
    private const int MostCells = 6_000_000;
    private const int MostBits = 18;

    /// <summary>Trains.</summary>
    /// <param name="heads">The names of the questions.</param>
    /// <param name="texts">The texts, each with an answer to each question in the same order.</param>
    /// <exception cref="ArgumentException">A text has too few or too many answers, or a question only one answer.</exception>
    public static TextModel Train(IReadOnlyList<string> heads, IReadOnlyList<LabelledText> texts)
    {
        Check(heads, texts);
        var labels = heads.Select((_, h) => texts.Select(t => t.Labels[h]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()).ToList();
        var bits = BitsFor(labels.Sum(l => l.Count));
        var counts = texts.Select(t => FeatureCounts.Of(TextModel.Normalised(t.Text), bits)).ToList();
        var rarity = Rarity(counts, bits);
        var vectors = counts.Select(c => c.Weigh(rarity)).ToList();
        var places = labels.Select((l, h) => texts.Select(t => l.IndexOf(t.Labels[h])).ToList()).ToList();
        var columns = Columns(vectors, places, labels, 1 << bits);
        var unseen = Unseen(vectors, places, labels, 1 << bits);
        var first = 0;
        var trained = new List<ModelHead>();
        for (var h = 0; h < heads.Count; h++)
        {
            var own = columns.Slice(first, labels[h].Count);
            var calibration = Calibration.Fit(unseen, places[h], own.Count, first);
            trained.Add(new(heads[h], labels[h], [.. own.Select(w => (double)Scale(w))], [.. own.Select(w => (double)w.Bias)], calibration));
            first += own.Count;
        }

        return new(bits, rarity, Quantised(columns, 1 << bits), trained);
    }

    private static void Check(IReadOnlyList<string> heads, IReadOnlyList<LabelledText> texts)
    {
        if (texts.FirstOrDefault(t => t.Labels.Count != heads.Count) is { } odd)
        {
            throw new ArgumentException($"A text has {odd.Labels.Count} labels; {heads.Count} are asked for.", nameof(texts));
        }

        for (var h = 0; h < heads.Count; h++)
        {
            if (texts.Select(t => t.Labels[h]).Distinct(StringComparer.Ordinal).Take(2).Count() < 2)
            {
                throw new ArgumentException($"All texts have the same {heads[h]}: there is nothing to tell apart.", nameof(texts));
            }
        }
    }

    private static int BitsFor(int labels)
    {
        var bits = MostBits;
        while (bits > 12 && (1L << bits) * labels > MostCells)
        {
            bits--;
        }

        return bits;
    }

    // Smoothed inverse document frequency: a bucket that no text had counts as if one had.
    private static float[] Rarity(List<FeatureCounts> texts, int bits)
    {
        var found = new int[1 << bits];
        var seen = new int[1 << bits];
        for (var i = 0; i < texts.Count; i++)
        {
            foreach (var bucket in texts[i].Buckets)
            {
                if (seen[bucket] != i + 1)
                {
                    (seen[bucket], found[bucket]) = (i + 1, found[bucket] + 1);
                }
            }
        }

        return [.. found.Select(f => (float)((Half)(MathF.Log((1f + texts.Count) / (1f + f)) + 1)))];
    }

    // One column of weights for each label of each question.
    private static List<LabelWeights> Columns(
        List<FeatureVector> vectors, List<List<int>> places, List<List<string>> labels, int size) =>
        [.. labels.SelectMany((l, h) => Enumerable.Range(0, l.Count).Select(k => MarginTrainer.Train(vectors, [.. places[h].Select(p => p == k)], size, Cost)))];

    // The margins that each text gets from weights that were trained without it.
    private static List<double[]> Unseen(
        List<FeatureVector> vectors, List<List<int>> places, List<List<string>> labels, int size)
    {
        var margins = new double[vectors.Count][];
        for (var fold = 0; fold < Folds; fold++)
        {
            var known = Enumerable.Range(0, vectors.Count).Where(i => i % Folds != fold).ToList();
            var columns = Columns([.. known.Select(i => vectors[i])], [.. places.Select(p => known.ConvertAll(i => p[i]))], labels, size);
            for (var i = fold; i < vectors.Count; i += Folds)
            {
                margins[i] = [.. columns.Select(w => MarginTrainer.Dot(vectors[i], w.Weights) + w.Bias)];
            }
        }

        return [.. margins];
    }

    private static float Scale(LabelWeights weights) => Math.Max(weights.Weights.Max(Math.Abs), 1e-6f) / sbyte.MaxValue;

    private static sbyte[] Quantised(List<LabelWeights> columns, int size)
    {
        var table = new sbyte[size * columns.Count];
        for (var k = 0; k < columns.Count; k++)
        {
            var scale = Scale(columns[k]);
            for (var bucket = 0; bucket < size; bucket++)
            {
                table[(bucket * columns.Count) + k] = (sbyte)MathF.Round(columns[k].Weights[bucket] / scale);
            }
        }

        return table;
    }
}

/// <summary>A text and its right answers.</summary>
/// <param name="Text">The text.</param>
/// <param name="Labels">One answer for each question.</param>
public sealed record LabelledText(string Text, IReadOnlyList<string> Labels);
