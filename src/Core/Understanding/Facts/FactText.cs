using Mailroom.Core.Understanding.Words;

namespace Mailroom.Core.Understanding.Facts;

/// <summary>A text and the same text in one spelling: half-width, lower-case, simplified. A character stands at the same place in both.</summary>
internal sealed class FactText(string text)
{
    /// <summary>The text as it was written.</summary>
    public string Original { get; } = text;

    /// <summary>The text in one spelling; the full-width comma stays, since it ends a clause and never groups digits.</summary>
    public string Folded { get; } = string.Create(text.Length, text, (folded, written) =>
    {
        for (var i = 0; i < written.Length; i++)
        {
            folded[i] = written[i] is '，' ? '，' : TraditionalCharacters.Simplify(char.ToLowerInvariant(Normaliser.HalfWidth(written[i])));
        }
    });

    /// <summary>What stands at a place, as it was written.</summary>
    public string At(TextSpan place) => Original.Substring(place.Start, place.Length);

    /// <summary>The end of the sentence so far, in one spelling.</summary>
    public string Before(int start, int longest)
    {
        var from = Math.Max(0, start - longest);
        for (var i = start - 1; i >= from; i--)
        {
            if (EndsSentence(i))
            {
                return Folded[(i + 1)..start];
            }
        }

        return Folded[from..start];
    }

    /// <summary>The rest of the sentence, in one spelling.</summary>
    public string After(int end, int longest)
    {
        var to = Math.Min(Folded.Length, end + longest);
        for (var i = end; i < to; i++)
        {
            if (EndsSentence(i))
            {
                return Folded[end..i];
            }
        }

        return Folded[end..to];
    }

    private bool EndsSentence(int index) => Folded[index] switch
    {
        '。' or '!' or '?' or '\n' or ';' => true,
        '.' => index + 1 == Folded.Length || char.IsWhiteSpace(Folded[index + 1]),
        _ => false,
    };
}
