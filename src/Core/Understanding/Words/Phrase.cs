namespace Mailroom.Core.Understanding.Words;

/// <summary>A phrase ready to be looked for. A "*" in it stands for a few words of the same sentence.</summary>
internal sealed class Phrase
{
    private const int GapInChinese = 14;
    private const int GapInEnglish = 6;

    private readonly string[][] _pieces;
    private readonly int _gap;

    /// <summary>Makes a phrase from its text in the policy.</summary>
    public Phrase(string text)
    {
        var words = WordStream.OfPhrase(Normaliser.Normalise(text));
        _pieces = [.. Pieces(words)];
        _gap = words.Any(w => WordStream.IsHan(w[0])) ? GapInChinese : GapInEnglish;
    }

    /// <summary>The first place where the phrase stands; null when it does not.</summary>
    public WordSpan? FindIn(WordStream text)
    {
        if (_pieces.Length == 0)
        {
            return null;
        }

        foreach (var place in text.Places(_pieces[0][0]))
        {
            if (EndAt(text.Words, place) is var end and > 0)
            {
                return new WordSpan(place, end);
            }
        }

        return null;
    }

    private int EndAt(IReadOnlyList<string> words, int start)
    {
        if (!StandsAt(words, start, _pieces[0]))
        {
            return 0;
        }

        var end = start + _pieces[0].Length;
        foreach (var piece in _pieces.AsSpan(1))
        {
            var next = Next(words, end, piece);
            if (next < 0)
            {
                return 0;
            }

            end = next + piece.Length;
        }

        return end;
    }

    private int Next(IReadOnlyList<string> words, int from, string[] piece)
    {
        for (var i = from; i <= from + _gap && i < words.Count; i++)
        {
            if (StandsAt(words, i, piece))
            {
                return i;
            }

            if (words[i] == WordStream.Stop)
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool StandsAt(IReadOnlyList<string> words, int start, string[] piece)
    {
        if (start + piece.Length > words.Count)
        {
            return false;
        }

        for (var i = 0; i < piece.Length; i++)
        {
            if (!string.Equals(words[start + i], piece[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string[]> Pieces(IReadOnlyList<string> words)
    {
        List<string> piece = [];
        foreach (var word in words)
        {
            if (word is not (WordStream.Gap or WordStream.Stop))
            {
                piece.Add(word);
            }
            else if (piece.Count > 0)
            {
                yield return [.. piece];
                piece.Clear();
            }
        }

        if (piece.Count > 0)
        {
            yield return [.. piece];
        }
    }
}

/// <summary>Where a phrase stands: the first word and the word after the last.</summary>
internal readonly record struct WordSpan(int Start, int End)
{
    /// <summary>True when the other lies within this one.</summary>
    public bool Covers(WordSpan other) => Start <= other.Start && other.End <= End;
}
