using System.Globalization;
using System.Text;
using MailKit.Net.Imap;

namespace MailKit.Internal;

/// <summary>One response of the server, and its reading into values: text, bytes, lists, null for NIL.</summary>
internal sealed class ImapLine(string text, Queue<byte[]> literals)
{
    /// <summary>Stands where a literal stood; no byte is read as it.</summary>
    public const char LiteralMark = '\u0100';

    private const int MaxDepth = 64;
    private int _at;

    public string Text => text;

    /// <summary>The values after the first <paramref name="from"/> characters.</summary>
    public IReadOnlyList<object?> Values(int from)
    {
        _at = from;
        return List(0, nested: false);
    }

    /// <summary>What stands in brackets at the start of a status text: "UIDVALIDITY 3" of "[UIDVALIDITY 3] fine".</summary>
    public static string CodeOf(string status)
    {
        var end = status.IndexOf(']', StringComparison.Ordinal);
        return status.Length > 0 && status[0] == '[' && end > 0 ? status[1..end] : "";
    }

    /// <summary>The number of a code of that name; null when it is another one.</summary>
    public static uint? NumberOf(string code, string name) =>
        code.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase)
        && uint.TryParse(code.AsSpan(name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private List<object?> List(int depth, bool nested)
    {
        if (depth > MaxDepth)
        {
            throw new ImapProtocolException("The server nests lists without end.");
        }

        var values = new List<object?>();
        while (true)
        {
            while (_at < text.Length && text[_at] == ' ')
            {
                _at++;
            }

            if (_at >= text.Length)
            {
                return nested ? throw new ImapProtocolException("A list of the server has no end.") : values;
            }

            switch (text[_at])
            {
                case ')':
                    _at++;
                    return values;
                case '(':
                    _at++;
                    values.Add(List(depth + 1, nested: true));
                    break;
                case '"':
                    values.Add(Quoted());
                    break;
                case LiteralMark:
                    _at++;
                    values.Add(literals.Dequeue());
                    break;
                default:
                    values.Add(Atom() is var atom && atom.Equals("NIL", StringComparison.OrdinalIgnoreCase) ? null : atom);
                    break;
            }
        }
    }

    private string Quoted()
    {
        var value = new StringBuilder();
        for (_at++; _at < text.Length && text[_at] != '"'; _at++)
        {
            _at += text[_at] == '\\' && _at + 1 < text.Length ? 1 : 0;
            value.Append(text[_at]);
        }

        _at++;
        return value.ToString();
    }

    // BODY[HEADER.FIELDS (TO)]<0> is one atom.
    private string Atom()
    {
        var start = _at;
        for (var brackets = 0; _at < text.Length && (brackets > 0 || text[_at] is not (' ' or '(' or ')' or '"' or LiteralMark)); _at++)
        {
            brackets += text[_at] switch { '[' => 1, ']' => -1, _ => 0 };
        }

        return text[start.._at];
    }
}
