using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Mailroom.Functions.Desk;

/// <summary>A finished piece of HTML. Text gets into one only through an interpolation, which encodes it.</summary>
internal readonly struct Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    /// <summary>Nothing.</summary>
    internal static Html Empty => default;

    /// <summary>Markup from a template: literals as they are, text encoded, pieces of HTML in place. Attributes need double quotes.</summary>
    internal static Html Of(Template template) => new(template.Finish());

    /// <summary>The piece, or nothing.</summary>
    internal static Html When(bool condition, Template template) => condition ? Of(template) : Empty;

    /// <inheritdoc/>
    public override string ToString() => _markup ?? "";

    /// <summary>Collects a template's parts.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Template(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _text = new(literalLength + (formattedCount * 24));

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(Html html) => _text.Append(html._markup);

        public void AppendFormatted(IEnumerable<Html> pieces)
        {
            foreach (var piece in pieces)
            {
                _text.Append(piece._markup);
            }
        }

        public void AppendFormatted(int number) => _text.Append(number);

        // Encoding keeps text out of the markup; bidi controls are dropped, for they reorder what an agent reads.
        public void AppendFormatted(string? text) => _text.Append(Encoder.Encode(string.Concat((text ?? "").Where(c => !IsBidiControl(c)))));

        internal string Finish() => _text.ToString();

        private static bool IsBidiControl(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F';
    }
}
