namespace Mailroom.Core.Understanding.Learning;

/// <summary>Parts a text into pieces of a few sentences, so that one sentence that matters is not drowned by a hundred that do not.</summary>
internal static class TextParts
{
    private const int Enough = 90;
    private const int MostParts = 40;

    /// <summary>The parts of a text that has more than one; none for a short one.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        if (text.Length < Enough * 2)
        {
            return [];
        }

        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length && parts.Count < MostParts; i++)
        {
            if (i - start + 1 >= Enough && text[i] is '\n' or '。' or '！' or '？' or '!' or '?' or '；' or '.')
            {
                parts.Add(text[start..(i + 1)]);
                start = i + 1;
            }
        }

        if (start < text.Length && parts.Count < MostParts)
        {
            parts.Add(text[start..]);
        }

        return parts;
    }
}
