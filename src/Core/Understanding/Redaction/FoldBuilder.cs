using System.Text;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>Puts a folded text together, so that what is gone looks the same whether it was just taken out or is read again as a mask.</summary>
internal sealed class FoldBuilder(int capacity, int originalLength)
{
    private readonly StringBuilder _text = new(capacity);
    private readonly List<int> _starts = new(capacity + 1);

    /// <summary>Adds a character that stands at that place of the original.</summary>
    public void Add(char c, int start)
    {
        // Asterisks and masks beside a mask are one mask: nobody can tell them apart in the text that they make.
        while (IsGone(c) && _text.Length > 0 && _text[^1] == '*')
        {
            start = _starts[^1];
            _text.Length--;
            _starts.RemoveAt(_starts.Count - 1);
        }

        if ((IsGone(c) || c == '*') && _text.Length > 0 && IsGone(_text[^1]))
        {
            _text[^1] = c == FoldedText.CardGone ? c : _text[^1];
            return;
        }

        _text.Append(c);
        _starts.Add(start);
    }

    /// <summary>The text; a break between two digits is told from other breaks.</summary>
    public FoldedText Build()
    {
        for (var i = 0; i < _text.Length; i++)
        {
            if (_text[i] is '\n' or FoldedText.BreakInNumber)
            {
                var within = i > 0 && i + 1 < _text.Length && char.IsAsciiDigit(_text[i - 1]) && char.IsAsciiDigit(_text[i + 1]);
                _text[i] = within ? FoldedText.BreakInNumber : '\n';
            }
        }

        _starts.Add(originalLength);
        return new FoldedText(_text.ToString(), _starts);
    }

    private static bool IsGone(char c) => c is FoldedText.Gone or FoldedText.CardGone;
}
