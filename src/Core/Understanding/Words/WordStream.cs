namespace Mailroom.Core.Understanding.Words;

/// <summary>A text as the words that phrases are made of: English word stems, single Chinese characters, and ends of sentences.</summary>
internal sealed class WordStream
{
    /// <summary>The word that stands for the end of a sentence.</summary>
    public const string Stop = ".";

    /// <summary>In a phrase, the word that stands for a few others.</summary>
    public const string Gap = "*";

    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);

    private WordStream(IReadOnlyList<string> words)
    {
        Words = words;
        for (var i = 0; i < words.Count; i++)
        {
            if (!_places.TryGetValue(words[i], out var places))
            {
                _places[words[i]] = places = [];
            }

            places.Add(i);
        }
    }

    /// <summary>The words in order.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Where a word stands.</summary>
    public IReadOnlyList<int> Places(string word) => _places.TryGetValue(word, out var places) ? places : [];

    /// <summary>The stream of a text that <see cref="Normaliser"/> has folded.</summary>
    public static WordStream Of(string normalised) => new([.. Split(normalised, keepGaps: false)]);

    /// <summary>The words of a folded phrase, its gaps among them.</summary>
    public static IReadOnlyList<string> OfPhrase(string normalised) => [.. Split(normalised, keepGaps: true)];

    /// <summary>True for a Chinese character.</summary>
    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');

    private static IEnumerable<string> Split(string text, bool keepGaps)
    {
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (IsHan(c))
            {
                yield return text[i++..i];
            }
            else if (char.IsLetterOrDigit(c))
            {
                var start = i;
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '\'') && !IsHan(text[i]))
                {
                    i++;
                }

                foreach (var stem in EnglishStem.Of(text[start..i]))
                {
                    yield return stem;
                }
            }
            else
            {
                if (c is '*' && keepGaps)
                {
                    yield return Gap;
                }
                else if (c is '。' or '！' or '？' or '!' or '?' or ';' or '；' or '\n' || (c == '.' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]))))
                {
                    yield return Stop;
                }

                i++;
            }
        }
    }
}
