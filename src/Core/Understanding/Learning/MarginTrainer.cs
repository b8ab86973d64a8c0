namespace Mailroom.Core.Understanding.Learning;

/// <summary>
/// Trains a linear support vector machine with squared hinge loss, one label against the rest, by dual coordinate descent
/// (Hsieh et al., "A dual coordinate descent method for large-scale linear SVM", ICML 2008, algorithm 1).
/// </summary>
/// <remarks>The same letters in the same order give the same model: the order of the steps is a fixed permutation.</remarks>
internal static class MarginTrainer
{
    private const int MostRounds = 60;
    private const double Tolerance = 0.1;

    /// <summary>The weights that part the texts of one label from all others.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="belongs">Which of them have the label.</param>
    /// <param name="size">The number of buckets.</param>
    /// <param name="cost">The cost of a mistake, above 0: more fits the texts more closely.</param>
    public static LabelWeights Train(IReadOnlyList<FeatureVector> texts, IReadOnlyList<bool> belongs, int size, double cost)
    {
        var (weights, bias) = (new float[size], 0d);
        var alpha = new double[texts.Count];
        var diagonal = 0.5 / cost;
        var norms = texts.Select(t => t.Square + 1 + diagonal).ToArray();
        var order = Enumerable.Range(0, texts.Count).ToArray();
        var (active, bound) = (order.Length, double.PositiveInfinity);
        for (var round = 0; round < MostRounds; round++)
        {
            Shuffle(order.AsSpan(0, active), round);
            var (most, least) = (double.NegativeInfinity, double.PositiveInfinity);
            for (var place = 0; place < active; place++)
            {
                var i = order[place];
                var sign = belongs[i] ? 1 : -1;
                var gradient = (sign * (Dot(texts[i], weights) + bias)) - 1 + (diagonal * alpha[i]);
                if (alpha[i] == 0 && gradient > bound)
                {
                    // Far on its own side: left alone until the others have settled.
                    (order[place], order[active - 1]) = (order[active - 1], order[place]);
                    active--;
                    place--;
                    continue;
                }

                var step = alpha[i] == 0 ? Math.Min(gradient, 0) : gradient;
                (most, least) = (Math.Max(most, step), Math.Min(least, step));
                if (Math.Abs(step) < 1e-12)
                {
                    continue;
                }

                var before = alpha[i];
                alpha[i] = Math.Max(before - (gradient / norms[i]), 0);
                var change = (alpha[i] - before) * sign;
                Add(texts[i], weights, (float)change);
                bias += change;
            }

            if (most - least < Tolerance)
            {
                if (active == order.Length)
                {
                    break;
                }

                (active, bound) = (order.Length, double.PositiveInfinity);
                continue;
            }

            bound = most > 0 ? most : double.PositiveInfinity;
        }

        return new(weights, (float)bias);
    }

    /// <summary>The scalar product of a text and weights.</summary>
    public static double Dot(FeatureVector text, float[] weights)
    {
        double sum = 0;
        for (var i = 0; i < text.Buckets.Length; i++)
        {
            sum += weights[text.Buckets[i]] * text.Values[i];
        }

        return sum;
    }

    private static void Add(FeatureVector text, float[] weights, float change)
    {
        for (var i = 0; i < text.Buckets.Length; i++)
        {
            weights[text.Buckets[i]] += change * text.Values[i];
        }
    }

    // Fisher and Yates, by a fixed sequence (Knuth's MMIX generator) and not by chance.
    private static void Shuffle(Span<int> order, int round)
    {
        var state = (ulong)round + 1;
        for (var i = order.Length - 1; i > 0; i--)
        {
            state = (state * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407;
            var other = (int)((state >> 33) % (ulong)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}

/// <summary>What one label weighs.</summary>
/// <param name="Weights">By bucket.</param>
/// <param name="Bias">Added to each text.</param>
internal sealed record LabelWeights(float[] Weights, float Bias);
