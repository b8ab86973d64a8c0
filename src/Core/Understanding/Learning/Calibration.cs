namespace Mailroom.Core.Understanding.Learning;

/// <summary>
/// Turns the margins of all of a model's labels into the probabilities of one question's answers: a small multinomial logistic regression
/// over the margins. A mail's category tells about its priority, and one label's margin about its neighbours'.
/// </summary>
/// <param name="Weights">For each answer, what each margin of the model weighs.</param>
/// <param name="Offsets">What is added for each answer.</param>
public sealed record Calibration(IReadOnlyList<IReadOnlyList<double>> Weights, IReadOnlyList<double> Offsets)
{
    private const int Rounds = 400;
    private const double Rate = 0.35;
    private const double Momentum = 0.9;
    private const double Damping = 4e-4;
    private const double Start = 2.5;

    /// <summary>The probabilities, adding up to 1.</summary>
    public double[] Probabilities(ReadOnlySpan<double> margins)
    {
        var shares = new double[Offsets.Count];
        for (var k = 0; k < shares.Length; k++)
        {
            shares[k] = Offsets[k];
            var weights = Weights[k];
            for (var m = 0; m < margins.Length; m++)
            {
                shares[k] += weights[m] * margins[m];
            }
        }

        return Softmax(shares);
    }

    /// <summary>Fits to margins of texts that the weights were not trained on, by gradient descent on the log-likelihood.</summary>
    /// <param name="margins">For each text the margin of each label of the model.</param>
    /// <param name="answers">For each text its answer's place among the question's.</param>
    /// <param name="count">How many answers the question has.</param>
    /// <param name="first">The place of the question's first label among the margins.</param>
    internal static Calibration Fit(IReadOnlyList<double[]> margins, IReadOnlyList<int> answers, int count, int first)
    {
        var width = margins[0].Length;
        var weights = Enumerable.Range(0, count).Select(_ => new double[width + 1]).ToArray();
        var speed = Enumerable.Range(0, count).Select(_ => new double[width + 1]).ToArray();
        for (var k = 0; k < count; k++)
        {
            weights[k][first + k] = Start;
        }

        for (var round = 0; round < Rounds; round++)
        {
            var slope = Slope(margins, answers, weights);
            for (var k = 0; k < count; k++)
            {
                for (var m = 0; m <= width; m++)
                {
                    // Damped towards the plain case: each answer by its own margin alone.
                    var pull = m == width ? 0 : Damping * (weights[k][m] - (m == first + k ? Start : 0));
                    speed[k][m] = (Momentum * speed[k][m]) - (Rate * (slope[k][m] + pull));
                    weights[k][m] += speed[k][m];
                }
            }
        }

        return new([.. weights.Select(w => w[..width])], [.. weights.Select(w => w[width])]);
    }

    private static double[][] Slope(IReadOnlyList<double[]> margins, IReadOnlyList<int> answers, double[][] weights)
    {
        var width = margins[0].Length;
        var slope = weights.Select(w => new double[w.Length]).ToArray();
        var shares = new double[weights.Length];
        for (var i = 0; i < margins.Count; i++)
        {
            for (var k = 0; k < shares.Length; k++)
            {
                shares[k] = weights[k][width];
                for (var m = 0; m < width; m++)
                {
                    shares[k] += weights[k][m] * margins[i][m];
                }
            }

            Softmax(shares);
            shares[answers[i]] -= 1;
            for (var k = 0; k < shares.Length; k++)
            {
                var error = shares[k] / margins.Count;
                slope[k][width] += error;
                for (var m = 0; m < width; m++)
                {
                    slope[k][m] += error * margins[i][m];
                }
            }
        }

        return slope;
    }

    private static double[] Softmax(double[] shares)
    {
        var most = shares.Max();
        double total = 0;
        for (var k = 0; k < shares.Length; k++)
        {
            shares[k] = Math.Exp(shares[k] - most);
            total += shares[k];
        }

        for (var k = 0; k < shares.Length; k++)
        {
            shares[k] /= total;
        }

        return shares;
    }
}
