using System.Text;

namespace MimeKit.Internal;

/// <summary>Encodes (RFC 2047) and folds (RFC 5322 2.2.3) header values.</summary>
internal static class HeaderWriter
{
    private const int Width = 78;
    private const int WordWidth = 75;

    /// <summary>Free text as a raw value: leading space, encoded words where needed, folds, CRLF at the end.</summary>
    public static byte[] Unstructured(string field, Encoding encoding, string value) =>
        Fold(field, Words(OneLine(value), encoding, Math.Clamp(Width - field.Length - 2, 40, WordWidth), phrase: false));

    /// <summary>Tokens that are already ASCII, folded between them.</summary>
    public static byte[] Tokens(string field, IEnumerable<string> tokens) => Fold(field, tokens);

    /// <summary>Tokens without encoding, as UTF-8.</summary>
    public static byte[] Raw(string value) => Charsets.Utf8.GetBytes(" " + OneLine(value) + "\r\n");

    /// <summary>A display name: as it is, quoted, or as encoded words.</summary>
    public static IEnumerable<string> Phrase(string name, Encoding encoding)
    {
        var line = OneLine(name);
        if (!Ascii.IsValid(line) || line.Contains("=?", StringComparison.Ordinal))
        {
            return Words(line, encoding, WordWidth - 12, phrase: true);
        }

        return line.All(c => char.IsAsciiLetterOrDigit(c) || " !#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal))
            ? line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : [Utils.MimeUtils.Quote(line)];
    }

    public static string OneLine(string value) => string.Concat(value.Select(c => c is '\r' or '\n' or '\0' ? ' ' : c)).Trim();

    private static byte[] Fold(string field, IEnumerable<string> tokens)
    {
        var output = new StringBuilder();
        var column = field.Length + 1;
        foreach (var token in tokens)
        {
            if (column + 1 + token.Length > Width && output.Length > 0)
            {
                output.Append("\r\n");
                column = 0;
            }

            output.Append(' ').Append(token);
            column += 1 + token.Length;
        }

        return Charsets.Utf8.GetBytes(output.Append("\r\n").ToString());
    }

    /// <summary>Words of a text: runs of words that need it become encoded words, the spaces between them inside.</summary>
    private static IEnumerable<string> Words(string line, Encoding encoding, int width, bool phrase)
    {
        var words = line.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (!NeedsEncoding(words[i], phrase))
            {
                yield return words[i];
                continue;
            }

            var last = i;
            for (var next = i + 1; next < words.Length; next++)
            {
                last = NeedsEncoding(words[next], phrase) ? next : last;
            }

            foreach (var word in EncodedWords(string.Join(' ', words[i..(last + 1)]), encoding, width))
            {
                yield return word;
            }

            i = last;
        }
    }

    private static bool NeedsEncoding(string word, bool phrase) =>
        word.Any(c => c is > '~' or < ' ') || word.Contains("=?", StringComparison.Ordinal) || word.Length > 900 ||
        (phrase && word.AsSpan().ContainsAny("()<>@,;:\\\".[]"));

    private static IEnumerable<string> EncodedWords(string text, Encoding encoding, int width)
    {
        var charset = Charsets.NameOf(encoding);
        var room = (width - charset.Length - 7) / 4 * 3;
        var chunk = new List<byte>();
        foreach (var rune in text.EnumerateRunes())
        {
            var bytes = encoding.GetBytes(rune.ToString());
            if (chunk.Count + bytes.Length > room)
            {
                yield return Word(charset, chunk, width);
                chunk.Clear();
            }

            chunk.AddRange(bytes);
        }

        yield return Word(charset, chunk, width);
    }

    private static string Word(string charset, List<byte> bytes, int width)
    {
        var raw = bytes.ToArray();
        var plain = raw.Count(b => char.IsAsciiLetterOrDigit((char)b) || b == ' ');
        return plain * 3 >= raw.Length * 2 && raw.Length + (2 * (raw.Length - plain)) <= width - charset.Length - 7
            ? $"=?{charset}?q?{Quoted(raw)}?="
            : $"=?{charset}?b?{Convert.ToBase64String(raw)}?=";
    }

    private static string Quoted(byte[] raw) => string.Concat(raw.Select(b =>
        b == ' ' ? "_" : char.IsAsciiLetterOrDigit((char)b) ? ((char)b).ToString() : $"={b:X2}"));
}
