namespace Mailroom.Core.Understanding.Learning;

/// <summary>Finds the pieces of a text that weigh most.</summary>
internal static class TextEvidence
{
    private const int LongestPiece = 40;

    /// <summary>The pieces, the strongest first, none inside another that is stronger.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="bits">The buckets are 2 to this power.</param>
    /// <param name="weigh">What a bucket weighs for the label.</param>
    /// <param name="most">How many pieces at most.</param>
    public static IReadOnlyList<string> Of(string text, int bits, Func<int, float> weigh, int most)
    {
        var sink = new Collector(bits, weigh);
        FeatureReader.Read(text, ref sink);
        var chosen = new List<(int Start, int End)>();
        var pieces = new List<string>();
        foreach (var (piece, _, start) in sink.Pieces(text))
        {
            var end = start + piece.Length;
            if (pieces.Count >= most)
            {
                break;
            }

            if (!chosen.Exists(c => start < c.End && c.Start < end) && !pieces.Contains(piece))
            {
                chosen.Add((start, end));
                pieces.Add(piece);
            }
        }

        return pieces;
    }

    private readonly struct Collector(int bits, Func<int, float> weigh) : IFeatureSink
    {
        private readonly int _shift = 64 - bits;
        private readonly List<(float Weight, int Start, int Length)> _found = [];

        // Words and runs of characters are what a person can check; pieces of words and single signs are not.
        public void Add(FeatureBlock block, ulong hash, int start, int length)
        {
            if (block is FeatureBlock.CharacterPair or FeatureBlock.CharacterTriple or FeatureBlock.Word or FeatureBlock.WordPair
                && length <= LongestPiece
                && weigh((int)(hash >> _shift)) is var weight and > 0)
            {
                _found.Add((weight, start, length));
            }
        }

        public IEnumerable<(string Piece, float Weight, int Start)> Pieces(string text) =>
            _found.OrderByDescending(f => f.Weight).Select(f => (text.Substring(f.Start, f.Length), f.Weight, f.Start));
    }
}
