using System.Text;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Joins the lines of text that was wrapped for transport (RFC 3676).</summary>
internal static class Flowed
{
    /// <summary>The text in the lines that its writer made.</summary>
    /// <param name="text">The text as it came.</param>
    /// <param name="deletesBlank">True when the blank at a line's end is not of the text (DelSp), as in Chinese from a Mac.</param>
    public static string Join(string text, bool deletesBlank)
    {
        var output = new StringBuilder(text.Length);
        var (isOpen, depth) = (false, 0);
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.EndsWith('\r') ? raw[..^1] : raw;
            var quotes = line.AsSpan().IndexOfAnyExcept('>') is var q && q < 0 ? line.Length : q;
            var body = line[quotes..];
            body = body.StartsWith(' ') ? body[1..] : body;
            var isSeparator = body == "-- ";
            if (isOpen && (quotes != depth || isSeparator))
            {
                output.Append('\n');
                isOpen = false;
            }

            output.Append(isOpen || quotes == 0 ? "" : new string('>', quotes) + " ");
            isOpen = body.EndsWith(' ') && !isSeparator;
            output.Append(isOpen && deletesBlank ? body[..^1] : body).Append(isOpen ? "" : "\n");
            depth = quotes;
        }

        return output.ToString();
    }
}
