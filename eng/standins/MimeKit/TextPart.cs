using System.Text;
using MimeKit.Internal;
using MimeKit.Text;

namespace MimeKit;

/// <summary>A leaf that is text.</summary>
public class TextPart : MimePart
{
    public TextPart(string subtype)
        : base("text", subtype)
    {
    }

    public TextPart(TextFormat format)
        : this(format switch { TextFormat.Html => "html", TextFormat.Enriched => "enriched", _ => "plain" })
    {
        if (format == TextFormat.Flowed)
        {
            ContentType.Format = "flowed";
        }
    }

    public TextPart()
        : this("plain")
    {
    }

    internal TextPart(HeaderList headers, ContentType contentType)
        : base(headers, contentType)
    {
    }

    public bool IsPlain => ContentType.IsMimeType("text", "plain");

    public bool IsHtml => ContentType.IsMimeType("text", "html");

    public bool IsFlowed => IsPlain && string.Equals(ContentType.Format?.Trim(), "flowed", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text in the declared charset, or the likeliest.</summary>
    public string Text
    {
        get => GetText(out _);
        set => SetText(Charsets.Utf8, value);
    }

    public string GetText(out Encoding encoding)
    {
        var bytes = Decoded();
        if (ContentType.CharsetEncoding is { } declared)
        {
            encoding = declared;
            return declared.GetString(bytes);
        }

        var text = Charsets.Guess(ParserOptions.Default, bytes);
        encoding = Charsets.Utf8;
        return text;
    }

    public string GetText(Encoding encoding) => encoding.GetString(Decoded());

    public string GetText(string charset) => GetText(Charsets.Find(charset) ?? throw new NotSupportedException(charset));

    public void SetText(Encoding encoding, string text)
    {
        ContentType.CharsetEncoding = encoding;
        var bytes = encoding.GetBytes(text);
        Content = new MimeContent(new MemoryStream(bytes, 0, bytes.Length, false, true));
    }
}
