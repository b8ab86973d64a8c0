using System.Text;
using MimeKit.Internal;

namespace MimeKit;

/// <summary>One header field with its raw bytes.</summary>
public class Header
{
    private readonly ParserOptions _options;
    private string? _text;

    public Header(Encoding encoding, HeaderId id, string value)
        : this(encoding, HeaderNames.NameOf(id), value)
    {
    }

    public Header(HeaderId id, string value)
        : this(Charsets.Utf8, HeaderNames.NameOf(id), value)
    {
    }

    public Header(string field, string value)
        : this(Charsets.Utf8, field, value)
    {
    }

    public Header(Encoding encoding, string field, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        if (field.Any(c => c is <= ' ' or ':' or >= (char)127))
        {
            throw new ArgumentException("Illegal characters in header field name.", nameof(field));
        }

        _options = ParserOptions.Default;
        Field = field;
        Id = HeaderNames.IdOf(field);
        RawField = Encoding.ASCII.GetBytes(field);
        RawValue = [];
        SetValue(encoding, value);
    }

    protected Header(ParserOptions options, HeaderId id, string name, byte[] field, byte[] value)
    {
        _options = options;
        Id = id;
        Field = name;
        RawField = field;
        RawValue = value;
    }

    internal event EventHandler? Changed;

    public string Field { get; }

    public HeaderId Id { get; }

    public long? Offset { get; internal set; }

    public byte[] RawField { get; }

    public byte[] RawValue { get; private set; }

    public string Value
    {
        get => _text ??= Read(_options);
        set => SetValue(Charsets.Utf8, value);
    }

    internal string Latin1 => Charsets.Latin1.GetString(RawValue);

    internal ParserOptions Options => _options;

    public Header Clone() => new(_options, Id, Field, RawField, RawValue) { Offset = Offset };

    public string GetValue(Encoding encoding)
    {
        var options = _options.Clone();
        options.CharsetEncoding = encoding;
        return Read(options);
    }

    public void SetValue(Encoding encoding, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (HeaderNames.IsAddresses(Id) && InternetAddressList.TryParse(value, out var list))
        {
            SetRawValue(HeaderWriter.Tokens(Field, list.Tokens(FormatOptions.Default)));
        }
        else if (Id is HeaderId.References or HeaderId.InReplyTo or HeaderId.MessageId)
        {
            SetRawValue(HeaderWriter.Tokens(Field, value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        }
        else
        {
            SetRawValue(HeaderWriter.Unstructured(Field, encoding, value));
        }
    }

    public void SetRawValue(byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length == 0 || value[^1] != '\n')
        {
            throw new ArgumentException("The raw value MUST end with a new-line character.", nameof(value));
        }

        RawValue = value;
        _text = null;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public static string Unfold(string text) =>
        string.Concat((text ?? "").Select(c => c switch { '\t' => " ", '\r' or '\n' => "", _ => c.ToString() })).Trim();

    public override string ToString() => $"{Field}: {Value}";

    internal static Header Parsed(ParserOptions options, string name, byte[] field, byte[] value, long offset) =>
        new(options, HeaderNames.IdOf(name), name, field, value) { Offset = offset };

    private string Read(ParserOptions options) => Rfc2047Decoder.Decode(options, Unfold(Latin1));
}
