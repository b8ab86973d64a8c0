using System.Buffers;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>Groups of digits with short separators between them, as people write long numbers.</summary>
internal static class DigitRuns
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(" -_·.\v");
    private const int WidestSeparator = 3;

    /// <summary>The runs of a folded text.</summary>
    public static IEnumerable<IReadOnlyList<DigitGroup>> Of(string text)
    {
        List<DigitGroup> run = [];
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            if (run.Count > 0 && !Joins(text.AsSpan(run[^1].End, start - run[^1].End)))
            {
                yield return run;
                run = [];
            }

            run.Add(new DigitGroup(start, i, run.Count == 0 ? "" : text[run[^1].End..start], text[start..i]));
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static bool Joins(ReadOnlySpan<char> between) =>
        between.Length <= WidestSeparator && (between is "." || between.IndexOf('.') < 0) && between.IndexOfAnyExcept(Separators) < 0;
}

/// <summary>One group of a run.</summary>
/// <param name="Start">Its first digit.</param>
/// <param name="End">The place behind its last digit.</param>
/// <param name="Before">What stands between it and the group before; empty for the first.</param>
/// <param name="Digits">Its digits.</param>
internal sealed record DigitGroup(int Start, int End, string Before, string Digits);
