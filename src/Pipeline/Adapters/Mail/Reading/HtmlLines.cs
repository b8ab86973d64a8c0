using System.Text;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Collects text as a page would set it: white space runs are one blank, at most one empty line in a row.</summary>
internal sealed class HtmlLines
{
    private const int MaxQuotes = 20;
    private const int LongestTail = 700;
    private readonly StringBuilder _text = new();
    private int _newLines = 2;
    private bool _blank;

    /// <summary>How many quotes we are in.</summary>
    public int Quotes { get; set; }

    /// <summary>Which elements are quotes.</summary>
    public HtmlQuotes Quoting { get; } = new();

    /// <summary>How many preformatted blocks we are in.</summary>
    public int Preformatted { get; set; }

    /// <summary>Adds text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="preserve">True to keep its lines and blanks.</param>
    public void Write(string text, bool preserve)
    {
        foreach (var c in text)
        {
            if (preserve && c == '\n')
            {
                Break();
            }
            else if (!preserve && c is ' ' or '\t' or '\r' or '\n' or '\f')
            {
                _blank = true;
            }
            else if (c is not ('\r' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD'))
            {
                Put(c == '\u00A0' ? ' ' : c);
            }
        }
    }

    /// <summary>Ends the line, even an empty one.</summary>
    public void Break()
    {
        if (_newLines < 3)
        {
            EndLine();
        }
    }

    /// <summary>Begins a new line unless one is begun; a paragraph has an empty line before it.</summary>
    public void Block(bool paragraph)
    {
        while (_newLines < (paragraph ? 2 : 1))
        {
            EndLine();
        }

        _blank = false;
    }

    /// <summary>The last text written.</summary>
    public string Tail() => _text.ToString(Math.Max(0, _text.Length - LongestTail), Math.Min(_text.Length, LongestTail));

    /// <summary>Writes the line above a signature, when one begins.</summary>
    public void Mark(bool signature)
    {
        if (signature && Tail().TrimEnd() is { Length: > 0 } above && !above.EndsWith("\n--", StringComparison.Ordinal))
        {
            Write("--", preserve: true);
            Block(paragraph: false);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString().Trim('\n');

    private void EndLine()
    {
        if (_newLines > 0 && Quotes > 0 && _text.Length > 0)
        {
            _text.Append(new string('>', Math.Min(Quotes, MaxQuotes)));
        }

        _text.Append('\n');
        _newLines++;
        _blank = false;
    }

    private void Put(char c)
    {
        if (_newLines > 0 && Quotes > 0)
        {
            _text.Append(new string('>', Math.Min(Quotes, MaxQuotes))).Append(' ');
        }
        else if (_blank && _newLines == 0)
        {
            _text.Append(' ');
        }

        _text.Append(c);
        _blank = false;
        _newLines = 0;
    }
}
