using System.Globalization;
using System.Text;
using MimeKit;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>The parameters of a Content-Type or Content-Disposition field, read from its bytes: continued and encoded (RFC 2231),
/// with encoded words (which no standard allows and every Chinese client writes), unquoted, or in undeclared bytes.</summary>
internal sealed class Parameters
{
    private const int MaxPieces = 500;
    private readonly List<Piece> _pieces = [];

    private Parameters(string latin1)
    {
        var at = latin1.IndexOf(';', StringComparison.Ordinal) + 1;
        while (at > 0 && at < latin1.Length && _pieces.Count < MaxPieces)
        {
            at = Read(latin1, at);
        }
    }

    /// <summary>The parameters of a part's field; empty when the part has no such field.</summary>
    /// <param name="part">The part.</param>
    /// <param name="field">The field's name.</param>
    public static Parameters Of(MimeEntity part, string field)
    {
        var header = part.Headers.FirstOrDefault(h => string.Equals(h.Field, field, StringComparison.OrdinalIgnoreCase) && h.RawValue.Length > 0);
        return new Parameters(header is null ? "" : Encoding.Latin1.GetString(header.RawValue));
    }

    /// <summary>A parameter's text; empty when there is none.</summary>
    /// <param name="name">The name, lower case.</param>
    public string Text(string name)
    {
        var pieces = _pieces.Where(p => p.Name == name).OrderByDescending(p => p.Extended || p.Index > 0 || p.Continued).ThenBy(p => p.Index).ToList();
        if (pieces.Count == 0)
        {
            return "";
        }

        var whole = pieces[0].Continued ? pieces.Where(p => p.Continued).DistinctBy(p => p.Index).ToList() : pieces[..1];
        return whole.Any(p => p.Extended) ? Extended(whole) : Plain(string.Concat(whole.Select(p => p.Value)));
    }

    private static string Extended(List<Piece> pieces)
    {
        // Decoded in one go: some programs cut within "%E4".
        var whole = new StringBuilder();
        var charset = (string?)null;
        foreach (var piece in pieces)
        {
            var value = piece.Value;
            if (piece.Extended && charset is null && value.Split('\'', 3) is [var label, _, var rest])
            {
                (charset, value) = (label, rest);
            }

            whole.Append(piece.Extended ? value : value.Replace("%", "%25", StringComparison.Ordinal));
        }

        var bytes = Percent(whole.ToString());
        var text = MailCharsets.Decode([.. bytes], charset, []);
        return text.Contains("=?", StringComparison.Ordinal) ? HeaderText.Decode(text, t => t, []) : text;
    }

    private static string Plain(string latin1)
    {
        if (latin1.Contains("=?", StringComparison.Ordinal))
        {
            var decoded = HeaderText.Decode(latin1, t => t, []);
            return decoded == latin1 ? Raw(latin1) : decoded;
        }

        var percent = latin1.Contains('%', StringComparison.Ordinal) ? Percent(latin1) : [];
        return percent.Any(b => b > 127) && System.Text.Unicode.Utf8.IsValid([.. percent]) ? Encoding.UTF8.GetString([.. percent]) : Raw(latin1);
    }

    private static string Raw(string latin1) => MailCharsets.Decode(Encoding.Latin1.GetBytes(latin1), null, []);

    private static List<byte> Percent(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
            {
                bytes.Add(b);
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return bytes;
    }

    /// <summary>Reads one parameter; gives where the next begins.</summary>
    private int Read(string text, int at)
    {
        var equals = text.IndexOf('=', at);
        var semicolon = text.IndexOf(';', at);
        if (equals < 0 || (semicolon >= 0 && semicolon < equals))
        {
            return semicolon < 0 ? text.Length : semicolon + 1;
        }

        var name = text[at..equals].Trim().ToLowerInvariant();
        var from = equals + 1;
        while (from < text.Length && text[from] is ' ' or '\t' or '\r' or '\n')
        {
            from++;
        }

        var (value, end) = from < text.Length && text[from] == '"' ? Quoted(text, from + 1) : Unquoted(text, from);
        Add(name, value);
        var next = text.IndexOf(';', Math.Min(end, text.Length));
        return next < 0 ? text.Length : next + 1;
    }

    private static (string Value, int End) Quoted(string text, int from)
    {
        var value = new StringBuilder();
        var at = from;
        for (; at < text.Length && text[at] != '"'; at++)
        {
            // A backslash before anything else is one of a Windows path, not an escape.
            at += text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\\' ? 1 : 0;
            if (text[at] == '\r' || text[at] == '\n')
            {
                continue;
            }

            value.Append(text[at] == '\t' ? ' ' : text[at]);
        }

        return (value.ToString(), at + 1);
    }

    private static (string Value, int End) Unquoted(string text, int from)
    {
        var end = text.IndexOf(';', from);
        end = end < 0 ? text.Length : end;
        return (text[from..end].Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Trim(' ', '\t').Trim('"'), end);
    }

    private void Add(string name, string value)
    {
        var extended = name.EndsWith('*');
        var parts = name.TrimEnd('*').Split('*');
        var continued = parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        var index = continued ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        _pieces.Add(new Piece(parts[0].Trim(), index, extended, continued, value));
    }

    private sealed record Piece(string Name, int Index, bool Extended, bool Continued, string Value);
}
