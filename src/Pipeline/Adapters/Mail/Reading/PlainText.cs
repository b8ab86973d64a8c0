using System.Text;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Makes text fit for rules, tables and screens.</summary>
internal static class PlainText
{
    /// <summary>A body: LF line ends, no control characters, at most so many characters; a note says when there are more.</summary>
    public static string Body(string text, int max, ICollection<string> notes)
    {
        if (text.Length > max)
        {
            notes.Add($"Only the first {max} characters of the text were kept.");
        }

        var clean = new StringBuilder(Math.Min(text.Length, max));
        for (var i = 0; i < text.Length && clean.Length < max; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            }
            else if (c is '\n' or '\t' || !(char.IsControl(c) || c == '\uFEFF'))
            {
                clean.Append(c);
            }
        }

        return WholeCharacters(clean.ToString());
    }

    /// <summary>One line: every control character is a blank, no white space around.</summary>
    public static string Line(string text, int max)
    {
        var cut = text.Length > max ? WholeCharacters(text[..max]) : text;
        return string.Concat(cut.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
    }

    private static string WholeCharacters(string text) => text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text[..^1] : text;
}
