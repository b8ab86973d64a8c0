using System.Text;

namespace MimeKit.Internal;

/// <summary>Reads address lists as mail programs write them; linear, and never fails: what is no address is passed over.</summary>
/// <param name="options">The parser's settings.</param>
/// <param name="s">The header value, one Latin-1 character a byte.</param>
internal sealed class AddressParser(ParserOptions options, string s)
{
    private const int MaxAddresses = 10_000;
    private int _at;

    public List<InternetAddress> ParseList(int depth = 0)
    {
        var list = new List<InternetAddress>();
        while (list.Count < MaxAddresses)
        {
            while (_at < s.Length && (IsBlank(s[_at]) || s[_at] == ',' || (s[_at] == ';' && depth == 0)))
            {
                _at++;
            }

            if (_at >= s.Length)
            {
                break;
            }

            if (s[_at] == ';')
            {
                _at++;
                break;
            }

            if (ParseAddress(depth) is { } address)
            {
                list.Add(address);
            }
        }

        return list;
    }

    private InternetAddress? ParseAddress(int depth)
    {
        var words = new List<Word>();
        string? comment = null;
        string? angle = null;
        while (_at < s.Length)
        {
            var c = s[_at];
            if (c == ',' && angle is null && CommaInName(words))
            {
                continue;
            }

            if (c is ';' or ',')
            {
                break;
            }

            if (c == ':' && angle is null && depth < options.MaxAddressGroupDepth && !words.Exists(w => !w.Quoted && w.Text.Contains('@', StringComparison.Ordinal)))
            {
                _at++;
                return new GroupAddress(Phrase(words), ParseList(depth + 1));
            }

            switch (c)
            {
                case '"':
                    words.Add(Quoted());
                    break;
                case '(':
                    comment = Comment() is { Length: > 0 } text ? text : comment;
                    break;
                case '<':
                    var found = Angle();
                    angle = string.IsNullOrEmpty(angle) ? found : angle;
                    break;
                default:
                    if (IsBlank(c) || c == '>')
                    {
                        _at++;
                    }
                    else
                    {
                        words.Add(Atom());
                    }

                    break;
            }
        }

        return angle is not null ? WithAngle(words, angle, comment) : Bare(words, comment);
    }

    private InternetAddress? WithAngle(List<Word> words, string angle, string? comment)
    {
        var name = words.Count > 0 ? Phrase(words) : comment is null ? null : Decode(comment);
        if (angle.Length == 0)
        {
            var inName = words.FindIndex(w => w.Text.Contains('@', StringComparison.Ordinal));
            return inName < 0 && string.IsNullOrEmpty(name) ? null : MailboxAddress.Parsed(name, inName < 0 ? "" : words[inName].Text);
        }

        return MailboxAddress.Parsed(name, Decode(angle));
    }

    /// <summary>No angle brackets: "a@b", "a@b (Name)", "Name a@b", "a @ b" or a local name alone.</summary>
    private InternetAddress? Bare(List<Word> words, string? comment)
    {
        var at = words.FindIndex(w => w.Text.Contains('@', StringComparison.Ordinal));
        var name = comment is null ? null : Decode(comment);
        if (at < 0)
        {
            var single = words.Count == 1 ? Decode(words[0].Text) : "";
            return single.Contains('@', StringComparison.Ordinal)
                ? MailboxAddress.Parsed(name, single)
                : single.Length > 0 && options.AllowAddressesWithoutDomain ? MailboxAddress.Parsed(name, single) : null;
        }

        var (from, to) = (at, at);
        if (words[at].Text.StartsWith('@') && at > 0)
        {
            from--;
        }

        while ((words[to].Text.EndsWith('@') || words[to].Text.EndsWith('.') || (to + 1 < words.Count && words[to + 1].Text.StartsWith('.'))) &&
            to + 1 < words.Count)
        {
            to++;
        }

        var address = string.Concat(words[from..(to + 1)].Select(w => w.Quoted && !w.Text.Contains('@', StringComparison.Ordinal) ? $"\"{w.Text}\"" : w.Text));
        words.RemoveRange(from, to + 1 - from);
        return MailboxAddress.Parsed(words.Count > 0 ? Phrase(words) : name, Decode(address));
    }

    /// <summary>True when an unquoted comma belongs to a name: "Doe, John &lt;j@d&gt;".</summary>
    private bool CommaInName(List<Word> words)
    {
        if (!options.AllowUnquotedCommasInAddresses || words.Count == 0 || words.Exists(w => w.Text.Contains('@', StringComparison.Ordinal)))
        {
            return false;
        }

        var next = s.AsSpan(_at + 1).IndexOfAny(",;:<@\"");
        if (next < 0 || s[_at + 1 + next] != '<' || s.AsSpan(_at + 1, next).IsWhiteSpace())
        {
            return false;
        }

        words.Add(new Word(",", Quoted: false));
        _at++;
        return true;
    }

    private Word Quoted()
    {
        var text = new StringBuilder();
        for (_at++; _at < s.Length && s[_at] != '"'; _at++)
        {
            if (s[_at] == '\\' && _at + 1 < s.Length)
            {
                _at++;
            }

            text.Append(s[_at]);
        }

        _at = Math.Min(_at + 1, s.Length);
        var local = _at < s.Length && s[_at] == '@';
        return local ? new Word($"\"{text}\"" + Atom().Text, Quoted: false) : new Word(Header.Unfold(text.ToString()), Quoted: true);
    }

    private string Comment()
    {
        var text = new StringBuilder();
        var depth = 0;
        for (; _at < s.Length; _at++)
        {
            var c = s[_at];
            if (c == '\\' && _at + 1 < s.Length)
            {
                text.Append(s[++_at]);
                continue;
            }

            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0)
            {
                _at++;
                break;
            }

            if (text.Length > 0 || c != '(')
            {
                text.Append(c);
            }
        }

        return Header.Unfold(text.ToString());
    }

    private string Angle()
    {
        var text = new StringBuilder();
        var quoted = false;
        for (_at++; _at < s.Length; _at++)
        {
            var c = s[_at];
            if (c == '"' && (quoted || s.AsSpan(_at + 1).Contains('"')))
            {
                quoted = !quoted;
            }

            if (c == '>' && !quoted)
            {
                break;
            }

            if (c == '(' && !quoted)
            {
                _ = Comment();
                _at--;
            }
            else if ((quoted || !IsBlank(c)) && c != '<')
            {
                text.Append(c);
            }
        }

        _at = Math.Min(_at + 1, s.Length);
        var spec = text.ToString();
        var route = spec.StartsWith('@') ? spec.IndexOf(':', StringComparison.Ordinal) : -1;
        return route > 0 ? spec[(route + 1)..] : spec;
    }

    private Word Atom()
    {
        var from = _at;
        if (s.AsSpan(_at).StartsWith("=?"))
        {
            var first = s.IndexOf('?', _at + 2);
            var end = first > 0 && first + 3 < s.Length
                ? s.IndexOf("?=", first + 3, Math.Min(1000, s.Length - first - 3), StringComparison.Ordinal)
                : -1;
            if (end > 0 && first - _at < 60 && !s.AsSpan(_at, end - _at).ContainsAny("\"<>"))
            {
                _at = end + 2;
                return new Word(s[from.._at], Quoted: false);
            }
        }

        while (_at < s.Length && !IsBlank(s[_at]) && !",;<>(\"".Contains(s[_at], StringComparison.Ordinal) &&
            (s[_at] != ':' || _at == from) && (_at == from || !s.AsSpan(_at).StartsWith("=?")))
        {
            if (s[_at] == '[' && s.IndexOf(']', _at) is > 0 and var close && close - _at < 60)
            {
                _at = close;
            }

            _at++;
        }

        return new Word(s[from.._at], Quoted: false);
    }

    private string Phrase(List<Word> words)
    {
        var text = new StringBuilder();
        foreach (var word in words)
        {
            text.Append(text.Length > 0 && word.Text != "," ? " " : "").Append(word.Text);
        }

        return Decode(text.ToString());
    }

    private string Decode(string latin1) => Rfc2047Decoder.Decode(options, Header.Unfold(latin1));

    private readonly record struct Word(string Text, bool Quoted);

    // The bytes 0x85 and 0xA0 are blanks as characters of Latin-1, and parts of letters in nearly every other charset.
    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n' or '\f' or '\v';
}
