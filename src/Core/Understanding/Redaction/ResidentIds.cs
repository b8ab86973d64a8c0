using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>Redacts Chinese resident identity numbers: 18 places with a right check character (GB 11643, ISO 7064 MOD 11-2).</summary>
internal static partial class ResidentIds
{
    private const string CheckCharacters = "10X98765432";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The text without its resident ids.</summary>
    public static string Redact(string text) => Candidate().Replace(text, m => IsId(m.Groups["id"].Value) ? Masks.ResidentId : m.Value);

    private static bool IsId(string candidate)
    {
        var id = string.Concat(candidate.Where(c => c is not (' ' or '-')).Select(Words.Normaliser.HalfWidth)).ToUpperInvariant();
        return id.Length == Weights.Length + 1
            && id[6..8] is "19" or "20"
            && id[10] is '0' or '1'
            && CheckCharacters[Weights.Select((w, i) => w * (id[i] - '0')).Sum() % 11] == id[^1];
    }

    [GeneratedRegex(
        @"(?<![0-9０-９])(?<id>[1-8１-８][0-9０-９]{5}[ -]?[0-9０-９]{8}[ -]?[0-9０-９]{3}[0-9Xx０-９Ｘｘ])(?![0-9A-Za-z０-９])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Candidate();
}
