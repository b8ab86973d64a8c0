using System.Text;

namespace MimeKit.Internal;

/// <summary>Reads and writes parameters (RFC 2045 5.1, RFC 2231), tolerating what mail programs make of them.</summary>
internal static class ParameterText
{
    private const int MaxParameters = 200;
    private const int MaxPieces = 1000;

    /// <summary>Reads what follows the first ";" of a header value in Latin-1 characters.</summary>
    public static void Read(ParserOptions options, string latin1, ParameterList into)
    {
        var pieces = new Dictionary<string, SortedList<int, (string Value, bool Encoded)>>(StringComparer.OrdinalIgnoreCase);
        var order = new List<string>();
        var count = 0;
        foreach (var (name, value) in Pairs(latin1).Take(MaxPieces))
        {
            var (stem, number, encoded) = Split(name);
            if (!pieces.TryGetValue(stem, out var list))
            {
                if (++count > MaxParameters)
                {
                    break;
                }

                pieces[stem] = list = [];
                order.Add(stem);
            }

            list.TryAdd(number, (value, encoded));
        }

        foreach (var name in order)
        {
            into.Add(name, Join(options, pieces[name]));
        }
    }

    public static IEnumerable<string> Write(Parameter parameter)
    {
        var value = HeaderWriter.OneLine(parameter.Value);
        if (System.Text.Ascii.IsValid(value) && value.Length < 60)
        {
            var token = value.Length > 0 && value.All(c => c is > ' ' and < (char)127 && !"()<>@,;:\\\"/[]?=".Contains(c, StringComparison.Ordinal));
            yield return $"; {parameter.Name}={(token ? value : Utils.MimeUtils.Quote(value))}";
            yield break;
        }

        var number = 0;
        var chunk = new StringBuilder("utf-8''");
        var encoded = value.EnumerateRunes().Select(r => string.Concat(Charsets.Utf8.GetBytes(r.ToString())
            .Select(b => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-' or (byte)'_' ? ((char)b).ToString() : $"%{b:X2}"))).ToList();
        var many = encoded.Sum(e => e.Length) > 50;
        foreach (var rune in encoded)
        {
            if (many && chunk.Length + rune.Length > 50)
            {
                yield return $"; {parameter.Name}*{number++}*={chunk}";
                chunk.Clear();
            }

            chunk.Append(rune);
        }

        yield return many ? $"; {parameter.Name}*{number}*={chunk}" : $"; {parameter.Name}*={chunk}";
    }

    private static IEnumerable<(string Name, string Value)> Pairs(string s)
    {
        var at = 0;
        while (at < s.Length)
        {
            at = SkipBlanks(s, at, ";");
            var nameFrom = at;
            while (at < s.Length && s[at] is not ('=' or ';'))
            {
                at++;
            }

            var name = s[nameFrom..at].Trim();
            if (at >= s.Length || s[at] == ';')
            {
                continue;
            }

            at = SkipBlanks(s, at + 1, "");
            string value;
            if (at < s.Length && s[at] == '"')
            {
                (value, at) = QuotedValue(s, at + 1);
                while (at < s.Length && s[at] != ';')
                {
                    at++;
                }
            }
            else
            {
                var from = at;
                while (at < s.Length && s[at] != ';')
                {
                    at++;
                }

                value = s[from..at].Trim();
                var comment = value.IndexOf(" (", StringComparison.Ordinal);
                value = comment > 0 && value.EndsWith(')') && !name.StartsWith("name", StringComparison.OrdinalIgnoreCase) &&
                    !name.StartsWith("filename", StringComparison.OrdinalIgnoreCase) ? value[..comment].Trim() : value;
            }

            if (name.Length is > 0 and < 100)
            {
                yield return (name, value);
            }
        }
    }

    private static (string Value, int Next) QuotedValue(string s, int at)
    {
        var value = new StringBuilder();
        for (; at < s.Length && s[at] != '"'; at++)
        {
            if (s[at] == '\\' && at + 1 < s.Length && s[at + 1] is '"' or '\\')
            {
                at++;
            }

            value.Append(s[at]);
        }

        return (value.ToString(), Math.Min(at + 1, s.Length));
    }

    private static int SkipBlanks(string s, int at, string also)
    {
        while (at < s.Length && (char.IsWhiteSpace(s[at]) || also.Contains(s[at], StringComparison.Ordinal)))
        {
            at++;
        }

        return at;
    }

    /// <summary>"filename*1*" is the second piece of filename, percent-encoded.</summary>
    private static (string Stem, int Number, bool Encoded) Split(string name)
    {
        var encoded = name.EndsWith('*');
        var bare = encoded ? name[..^1] : name;
        var star = bare.LastIndexOf('*');
        return star > 0 && int.TryParse(bare.AsSpan(star + 1), out var number) && number is >= 0 and < 10000
            ? (bare[..star].Trim(), number, encoded)
            : (bare.Trim(), encoded ? -1 : -2, encoded);
    }

    private static string Join(ParserOptions options, SortedList<int, (string Value, bool Encoded)> pieces)
    {
        if (pieces.TryGetValue(-1, out var single))
        {
            return Extended(options, [single]);
        }

        var numbered = pieces.Where(p => p.Key >= 0).Select(p => p.Value).ToList();
        if (numbered.Count == 0)
        {
            return Rfc2047Decoder.Decode(options, Header.Unfold(pieces[-2].Value));
        }

        return numbered.Exists(p => p.Encoded)
            ? Extended(options, numbered)
            : Rfc2047Decoder.Decode(options, Header.Unfold(string.Concat(numbered.Select(p => p.Value))));
    }

    private static string Extended(ParserOptions options, List<(string Value, bool Encoded)> pieces)
    {
        var bytes = new List<byte>();
        Encoding? encoding = null;
        for (var i = 0; i < pieces.Count; i++)
        {
            var value = pieces[i].Value;
            if (i == 0 && pieces[0].Encoded && value.Split('\'', 3) is { Length: 3 } parts)
            {
                encoding = Charsets.Find(parts[0]);
                value = parts[2];
            }

            bytes.AddRange(pieces[i].Encoded ? Percent(value) : Charsets.Latin1.GetBytes(value));
        }

        var all = bytes.ToArray();
        var text = encoding is null ? Charsets.Guess(options, all) : encoding.GetString(all);
        return text.Contains("=?", StringComparison.Ordinal) && System.Text.Ascii.IsValid(text) ? Rfc2047Decoder.Decode(options, text) : text;
    }

    private static byte[] Percent(string value)
    {
        var output = new List<byte>(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '%' && i + 2 <= value.Length - 1 && TransferDecoder.HexValue((byte)value[i + 1]) is >= 0 and var high &&
                TransferDecoder.HexValue((byte)value[i + 2]) is >= 0 and var low)
            {
                output.Add((byte)((high << 4) | low));
                i += 2;
            }
            else
            {
                output.Add((byte)value[i]);
            }
        }

        return [.. output];
    }
}
