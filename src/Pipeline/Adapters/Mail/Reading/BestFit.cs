using System.Text;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Reads what .NET's tables know one way only, such as the second places of NEC's and IBM's characters in Shift_JIS ("髙"); else U+FFFD.</summary>
/// <remarks>With any other fallback than its own, .NET takes such bytes for unknown; with its own, unknown ones become a question mark.</remarks>
/// <param name="page">The code page.</param>
internal sealed class BestFit(int page) : DecoderFallback
{
    /// <inheritdoc/>
    public override int MaxCharCount => 2;

    /// <inheritdoc/>
    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(page);

    private sealed class Buffer(int page) : DecoderFallbackBuffer
    {
        private string _text = "";
        private int _next;

        public override int Remaining => _text.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            var text = bytesUnknown.Length > 1 ? Encoding.GetEncoding(page).GetString(bytesUnknown) : "";
            _text = text.Length is 0 or > 2 || text.Contains('?', StringComparison.Ordinal) ? "\uFFFD" : text;
            _next = 0;
            return true;
        }

        public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

        public override bool MovePrevious()
        {
            var moves = _next > 0;
            _next -= moves ? 1 : 0;
            return moves;
        }

        public override void Reset() => (_text, _next) = ("", 0);
    }
}
