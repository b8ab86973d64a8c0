using Mailroom.Core.Understanding.Words;

namespace Mailroom.Core.Understanding.Learning;

/// <summary>Reads the features of a text. Knows no language beyond "Chinese character" and "letter".</summary>
internal static class FeatureReader
{
    private const int ShortestPart = 3;
    private const int LongestPart = 5;
    private const int LongestSign = 3;
    private const int LongestWord = 40;

    /// <summary>Gives every feature of a text to a sink.</summary>
    /// <param name="text">As <see cref="Normaliser.Normalise"/> leaves it.</param>
    /// <param name="sink">Takes them.</param>
    public static void Read<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        ReadCharacters(text, ref sink);
        ReadWords(text, ref sink);
        ReadSigns(text, ref sink);
    }

    // Chinese runs on over spaces and Latin letters: "我的 app 打不开" is one sentence.
    private static void ReadCharacters<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        // The last three characters, and where they stood.
        (char C, int At) before = default, beforeThat = default;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < '\u2E80')
            {
                continue;
            }

            var one = FeatureHash.Of(FeatureBlock.Character).With(c);
            sink.Add(FeatureBlock.Character, one.Value, i, 1);
            if (before.C != 0)
            {
                sink.Add(FeatureBlock.CharacterPair, FeatureHash.Of(FeatureBlock.CharacterPair).With(before.C).With(c).Value, before.At, i - before.At + 1);
            }

            if (beforeThat.C != 0)
            {
                var span = i - beforeThat.At + 1;
                sink.Add(FeatureBlock.CharacterTriple, FeatureHash.Of(FeatureBlock.CharacterTriple).With(beforeThat.C).With(before.C).With(c).Value, beforeThat.At, span);
                sink.Add(FeatureBlock.CharacterSkip, FeatureHash.Of(FeatureBlock.CharacterSkip).With(beforeThat.C).With(c).Value, beforeThat.At, span);
            }

            (beforeThat, before) = (before, (c, i));
        }
    }

    private static void ReadWords<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        Span<Stem> last = stackalloc Stem[3];
        last.Clear();
        for (var i = 0; i < text.Length;)
        {
            if (!IsWord(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var isNumber = char.IsAsciiDigit(text[i]);
            while (i < text.Length && (isNumber ? char.IsAsciiDigit(text[i]) : IsWord(text[i]) && !char.IsAsciiDigit(text[i])))
            {
                i++;
            }

            var word = text[start..Math.Min(i, start + LongestWord)];
            if (isNumber)
            {
                // Which number it is tells nothing; how long it is tells amounts from order numbers.
                AddStem(new(FeatureHash.Of(FeatureBlock.Word).With('0').With((char)Math.Min(word.Length, 12)).Value, start, word.Length), last, ref sink);
                continue;
            }

            ReadParts(word, start, ref sink);
            foreach (var stem in EnglishStem.Of(word.ToString()))
            {
                AddStem(new(FeatureHash.Of(FeatureBlock.Word).With(stem).Value, start, word.Length), last, ref sink);
            }
        }
    }

    private static void AddStem<TSink>(Stem stem, Span<Stem> last, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        sink.Add(FeatureBlock.Word, stem.Hash, stem.Start, stem.Length);
        for (var back = 1; back <= last.Length; back++)
        {
            var earlier = last[^back];
            if (earlier.Length == 0)
            {
                break;
            }

            var block = back == 1 ? FeatureBlock.WordPair : FeatureBlock.WordSkip;
            sink.Add(block, FeatureHash.Of(block).With(earlier.Hash).With(stem.Hash).Value, earlier.Start, stem.Start + stem.Length - earlier.Start);
        }

        last[1..].CopyTo(last);
        last[^1] = stem;
    }

    private static void ReadParts<TSink>(ReadOnlySpan<char> word, int start, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        // Position -1 and the one after the last are the edges.
        for (var from = -1; from <= word.Length; from++)
        {
            var hash = FeatureHash.Of(FeatureBlock.WordPart);
            for (var to = from; to <= word.Length && to - from < LongestPart; to++)
            {
                hash = hash.With(to < 0 || to == word.Length ? ' ' : word[to]);
                if (to - from + 1 >= ShortestPart)
                {
                    sink.Add(FeatureBlock.WordPart, hash.Value, start + Math.Max(from, 0), Math.Min(to, word.Length - 1) - Math.Max(from, 0) + 1);
                }
            }
        }
    }

    private static void ReadSigns<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        for (var i = 0; i < text.Length; i++)
        {
            var hash = FeatureHash.Of(FeatureBlock.Sign);
            for (var to = i; to < text.Length && to - i < LongestSign && !char.IsWhiteSpace(text[to]); to++)
            {
                hash = hash.With(char.IsAsciiDigit(text[to]) ? '0' : text[to]);
                sink.Add(FeatureBlock.Sign, hash.Value, i, to - i + 1);
            }
        }
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '\'' || c is >= '\u00C0' and < '\u0250';

    private readonly record struct Stem(ulong Hash, int Start, int Length);
}
