using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Reads encoded words (RFC 2047) as mails really write them: cut within a character or a shift state, unpadded, unclosed, mislabelled.</summary>
internal static partial class HeaderText
{
    private const int LongestPayload = 16 * 1024;
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n");
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"<>,;");

    /// <summary>Decodes a value whose bytes are one character each.</summary>
    /// <param name="latin1">The value.</param>
    /// <param name="write">Makes what stands for the text of a run of encoded words.</param>
    /// <param name="repairs">Takes notes of charsets that were not as declared.</param>
    public static string Decode(string latin1, Func<string, string> write, ICollection<string> repairs)
    {
        var output = new StringBuilder(latin1.Length);
        var run = new List<Word>();
        var kept = 0;
        for (var at = latin1.IndexOf("=?", StringComparison.Ordinal); at >= 0; at = at < latin1.Length ? latin1.IndexOf("=?", at, StringComparison.Ordinal) : -1)
        {
            if (At(latin1, at) is not { } word)
            {
                at += 2;
                continue;
            }

            var between = latin1.AsSpan(kept, at - kept);
            if (run.Count == 0 || between.ContainsAnyExcept(Blanks))
            {
                Flush(output, run, write, repairs);
                output.Append(between);
            }

            run.Add(word);
            (kept, at) = (word.End, word.End);
        }

        Flush(output, run, write, repairs);
        return output.Append(latin1, kept, latin1.Length - kept).ToString();
    }

    private static Word? At(string text, int start)
    {
        var head = Head().Match(text, start, Math.Min(100, text.Length - start));
        if (!head.Success || head.Index != start)
        {
            return null;
        }

        var from = start + head.Length;
        var isBase64 = head.Groups["method"].Value is "B" or "b";
        var label = head.Groups["label"].Value;
        var (length, end) = Payload(text.AsSpan(from, Math.Min(LongestPayload, text.Length - from)));
        return length < 0 ? null : new Word(label, isBase64, text.Substring(from, length), from + end);
    }

    /// <summary>How long the payload is, and how far the word reaches; without a proper end it reaches to the next blank.</summary>
    private static (int Length, int End) Payload(ReadOnlySpan<char> text)
    {
        var next = text.IndexOf("=?", StringComparison.Ordinal);
        for (var at = text.IndexOf("?=", StringComparison.Ordinal); at >= 0;)
        {
            if (next > 0 && next < at && text[next - 1] is ' ' or '\t' or '\n')
            {
                break;
            }

            // "?=E4" within a word of quoted-printable is a question mark and a byte.
            if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 2]) || (next >= 0 && next <= at + 2))
            {
                return (at, at + 2);
            }

            var more = text[(at + 2)..].IndexOf("?=", StringComparison.Ordinal);
            var stop = text[(at + 2)..].IndexOfAny(' ', '\t', '\n');
            if (more < 0 || (stop >= 0 && stop < more))
            {
                return (at, at + 2);
            }

            at += 2 + more;
        }

        var blank = text.IndexOfAny(Ends);
        var length = blank < 0 ? text.Length : blank;
        return length < 2 ? (-1, 0) : (length, length);
    }

    private static void Flush(StringBuilder output, List<Word> run, Func<string, string> write, ICollection<string> repairs)
    {
        if (run.Count == 0)
        {
            return;
        }

        var text = new StringBuilder();
        for (var from = 0; from < run.Count;)
        {
            var to = from + 1;
            while (to < run.Count && string.Equals(run[to].Label, run[from].Label, StringComparison.OrdinalIgnoreCase))
            {
                to++;
            }

            var star = run[from].Label.IndexOf('*', StringComparison.Ordinal);
            var label = star > 0 ? run[from].Label[..star] : run[from].Label;
            text.Append(MailCharsets.Decode(Bytes(run[from..to]), label, repairs));
            from = to;
        }

        run.Clear();
        output.Append(write(string.Concat(text.ToString().Select(c => char.IsControl(c) || c == '\uFEFF' ? ' ' : c))));
    }

    private static byte[] Bytes(List<Word> words)
    {
        var bytes = new List<byte>();
        var carried = "";
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsBase64)
            {
                bytes.AddRange(Quoted(words[i].Payload));
                continue;
            }

            // A word that ends within a group of four is continued by the next one: the encoder cut its output, not its input.
            var payload = carried + words[i].Payload;
            var open = payload.Count(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/') % 4 != 0 && !payload.Contains('=', StringComparison.Ordinal);
            carried = open && i + 1 < words.Count && words[i + 1].IsBase64 ? payload : "";
            if (carried.Length == 0)
            {
                bytes.AddRange(PartBytes.Base64(Encoding.Latin1.GetBytes(payload)));
            }
        }

        return [.. bytes];
    }

    private static List<byte> Quoted(string payload)
    {
        var bytes = new List<byte>(payload.Length);
        for (var i = 0; i < payload.Length; i++)
        {
            if (payload[i] == '=' && i + 2 < payload.Length && char.IsAsciiHexDigit(payload[i + 1]) && char.IsAsciiHexDigit(payload[i + 2]))
            {
                bytes.Add(Convert.FromHexString(payload.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else if (payload[i] is not ('\r' or '\n'))
            {
                bytes.Add((byte)(payload[i] == '_' ? ' ' : payload[i]));
            }
        }

        return bytes;
    }

    [GeneratedRegex(@"=\?(?<label>[^?\s""<>]{1,60})\?(?<method>[bBqQ])\?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Head();

    private sealed record Word(string Label, bool IsBase64, string Payload, int End);
}
