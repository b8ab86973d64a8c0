namespace Mailroom.Core.Understanding.Learning;

/// <summary>
/// Turns margins into probabilities: the exponential of each label's margin times a sharpness plus an offset, as a share of all
/// (temperature scaling with a bias for each label; Guo et al., "On calibration of modern neural networks", ICML 2017).
/// </summary>
/// <param name="Sharpness">What margins are multiplied by.</param>
/// <param name="Offsets">What is added for each label.</param>
public sealed record Calibration(double Sharpness, IReadOnlyList<double> Offsets)
{
    private const int Rounds = 600;
    private const double Rate = 0.5;
    private const double Damping = 1e-3;

    /// <summary>The probabilities, adding up to 1.</summary>
    public double[] Probabilities(ReadOnlySpan<double> margins)
    {
        var shares = new double[margins.Length];
        var most = double.NegativeInfinity;
        for (var k = 0; k < shares.Length; k++)
        {
            shares[k] = (Sharpness * margins[k]) + Offsets[k];
            most = Math.Max(most, shares[k]);
        }

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

    /// <summary>Fits to margins of texts that the weights were not trained on, by gradient descent on the log-likelihood.</summary>
    /// <param name="margins">For each text the margin of each label.</param>
    /// <param name="labels">For each text its label's place.</param>
    internal static Calibration Fit(IReadOnlyList<double[]> margins, IReadOnlyList<int> labels)
    {
        var count = margins.Count > 0 ? margins[0].Length : 0;
        var (sharpness, offsets) = (2d, new double[count]);
        for (var round = 0; round < Rounds && margins.Count > 0; round++)
        {
            var now = new Calibration(sharpness, offsets);
            var (bySharpness, byOffset) = (0d, new double[count]);
            for (var i = 0; i < margins.Count; i++)
            {
                var shares = now.Probabilities(margins[i]);
                shares[labels[i]] -= 1;
                for (var k = 0; k < count; k++)
                {
                    bySharpness += shares[k] * margins[i][k];
                    byOffset[k] += shares[k];
                }
            }

            sharpness -= Rate * 4 * bySharpness / margins.Count;
            for (var k = 0; k < count; k++)
            {
                offsets[k] -= Rate * count * 0.2 * ((byOffset[k] / margins.Count) + (Damping * offsets[k]));
            }
        }

        return new(sharpness, offsets);
    }
}
