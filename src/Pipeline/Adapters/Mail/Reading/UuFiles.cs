using System.Text;
using System.Text.RegularExpressions;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Files that stand uuencoded in the text of a mail, as mail programs before MIME wrote them and some still do.</summary>
internal static partial class UuFiles
{
    /// <summary>The text without the files, and the files.</summary>
    /// <param name="text">The text.</param>
    /// <param name="max">The most files to take out.</param>
    public static (string Text, IReadOnlyList<(string Name, byte[] Bytes)> Files) TakeOut(string text, int max)
    {
        var files = new List<(string Name, byte[] Bytes)>();
        var output = new StringBuilder();
        var kept = 0;
        foreach (Match begin in Begin().Matches(text))
        {
            if (begin.Index < kept || files.Count == max)
            {
                continue;
            }

            if (Read(text, begin.Index + begin.Length) is var (bytes, end) && end > 0)
            {
                output.Append(text, kept, begin.Index - kept);
                files.Add((begin.Groups["name"].Value.Trim(), bytes));
                kept = end;
            }
        }

        return files.Count == 0 ? (text, files) : (output.Append(text, kept, text.Length - kept).ToString(), files);
    }

    /// <summary>The bytes up to the line "end", and where the text goes on; nothing when these are no lines of such a file.</summary>
    private static (byte[] Bytes, int End) Read(string text, int at)
    {
        using var bytes = new MemoryStream();
        while (at < text.Length)
        {
            var newLine = text.IndexOf('\n', at);
            var line = text.AsSpan(at, (newLine < 0 ? text.Length : newLine) - at).TrimEnd('\r');
            at = newLine < 0 ? text.Length : newLine + 1;
            if (line.TrimEnd(' ') is "end")
            {
                return bytes.Length > 0 ? (bytes.ToArray(), at) : ([], 0);
            }

            if (!Line(line, bytes))
            {
                break;
            }
        }

        return ([], 0);
    }

    private static bool Line(ReadOnlySpan<char> line, MemoryStream bytes)
    {
        if (line.IsEmpty || line[0] is '`' or ' ')
        {
            return line.Length <= 1 || line.Trim([' ', '`']).IsEmpty;
        }

        var length = line[0] - ' ';
        var digits = line[1..];
        if (length is < 1 or > 45 || digits.Length > ((length + 2) / 3 * 4) + 2 || digits.ContainsAnyExceptInRange(' ', '`'))
        {
            return false;
        }

        for (var i = 0; length > 0; i += 4)
        {
            var group = (Digit(digits, i) << 18) | (Digit(digits, i + 1) << 12) | (Digit(digits, i + 2) << 6) | Digit(digits, i + 3);
            for (var shift = 16; shift >= 0 && length > 0; shift -= 8, length--)
            {
                bytes.WriteByte((byte)(group >> shift));
            }
        }

        return true;
    }

    /// <summary>Blanks at a line's end get lost on the way.</summary>
    private static int Digit(ReadOnlySpan<char> digits, int at) => at < digits.Length ? (digits[at] - ' ') & 63 : 0;

    [GeneratedRegex(@"^begin [0-7]{3,4} (?<name>[^\r\n]{1,200})\r?\n", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Begin();
}
