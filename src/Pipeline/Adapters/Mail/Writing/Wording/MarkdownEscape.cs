using System.Text;
using HandlebarsDotNet;

namespace Mailroom.Pipeline.Adapters.Mail.Writing.Wording;

/// <summary>Lets a value into a template as plain words on one line: whatever a stranger wrote, it is no markup there.</summary>
/// <remarks>CommonMark 2.4 takes a backslash before any ASCII punctuation; line ends and tabs become spaces, since they begin blocks and table rows.</remarks>
internal sealed class MarkdownEscape : ITextEncoder
{
    /// <inheritdoc/>
    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    /// <inheritdoc/>
    public void Encode(string? text, TextWriter target)
    {
        if (!string.IsNullOrEmpty(text))
        {
            target.Write(Escaped(text));
        }
    }

    /// <inheritdoc/>
    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var all = new StringBuilder();
        while (text?.MoveNext() == true)
        {
            all.Append(text.Current);
        }

        Encode(all, target);
    }

    /// <summary>The value with its markup made harmless.</summary>
    internal static string Escaped(string value)
    {
        var escaped = new StringBuilder(value.Length + 16);
        foreach (var c in value.Trim())
        {
            if (char.IsAsciiLetterOrDigit(c) || c == ' ' || !char.IsAscii(c))
            {
                escaped.Append(IsLineEnd(c) ? ' ' : c);
            }
            else if (!char.IsControl(c))
            {
                escaped.Append('\\').Append(c);
            }
            else
            {
                escaped.Append(' ');
            }
        }

        return escaped.ToString();
    }

    private static bool IsLineEnd(char c) => c is '\u0085' or '\u2028' or '\u2029';
}
