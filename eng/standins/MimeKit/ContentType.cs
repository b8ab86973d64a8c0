using System.Diagnostics.CodeAnalysis;
using System.Text;
using MimeKit.Internal;

namespace MimeKit;

/// <summary>The media type of a part (RFC 2045 5).</summary>
public class ContentType
{
    private string _type;
    private string _subtype;

    public ContentType(string mediaType, string mediaSubtype)
    {
        ArgumentException.ThrowIfNullOrEmpty(mediaType);
        ArgumentException.ThrowIfNullOrEmpty(mediaSubtype);
        (_type, _subtype) = (mediaType, mediaSubtype);
        Parameters = [];
        Parameters.Changed += (_, _) => Changed?.Invoke(this, EventArgs.Empty);
    }

    internal event EventHandler? Changed;

    public string MediaType
    {
        get => _type;
        set
        {
            _type = value;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    public string MediaSubtype
    {
        get => _subtype;
        set
        {
            _subtype = value;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    public ParameterList Parameters { get; }

    public string MimeType => $"{_type}/{_subtype}";

    public string? Boundary
    {
        get => Parameters["boundary"];
        set => Parameters["boundary"] = value;
    }

    public string? Charset
    {
        get => Parameters["charset"];
        set => Parameters["charset"] = value;
    }

    public Encoding? CharsetEncoding
    {
        get => Charsets.Find(Charset);
        set => Charset = value is null ? null : Charsets.NameOf(value);
    }

    public string? Format
    {
        get => Parameters["format"];
        set => Parameters["format"] = value;
    }

    public string? Name
    {
        get => Parameters["name"];
        set => Parameters["name"] = value;
    }

    public bool IsMimeType(string mediaType, string mediaSubtype) =>
        (mediaType == "*" || string.Equals(mediaType, _type, StringComparison.OrdinalIgnoreCase)) &&
        (mediaSubtype == "*" || string.Equals(mediaSubtype, _subtype, StringComparison.OrdinalIgnoreCase));

    public override string ToString() => "Content-Type: " + MimeType + string.Concat(Parameters.Tokens());

    public static bool TryParse(string text, [NotNullWhen(true)] out ContentType? type) =>
        TryParse(ParserOptions.Default, Charsets.Latin1.GetString(Charsets.Utf8.GetBytes(text)), out type);

    public static ContentType Parse(string text) =>
        TryParse(text, out var type) ? type : throw new ParseException("Invalid Content-Type.", 0, 0);

    internal static bool TryParse(ParserOptions options, string latin1, [NotNullWhen(true)] out ContentType? type)
    {
        type = null;
        var end = latin1.IndexOf(';', StringComparison.Ordinal);
        var head = Header.Unfold(end < 0 ? latin1 : latin1[..end]);
        var slash = head.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0)
        {
            return false;
        }

        var main = head[..slash].Trim();
        var sub = head[(slash + 1)..].Trim().Split([' ', '('], 2)[0];
        if (sub.Length == 0 || main.Any(c => c is <= ' ' or '"'))
        {
            return false;
        }

        type = new ContentType(main, sub);
        if (end >= 0)
        {
            ParameterText.Read(options, latin1[(end + 1)..], type.Parameters);
        }

        return true;
    }

    internal byte[] Encode() => HeaderWriter.Tokens("Content-Type", ParameterTokens.Of(MimeType, Parameters));
}

/// <summary>Whether a part is to be shown in place or attached (RFC 2183).</summary>
public class ContentDisposition
{
    public const string Attachment = "attachment";
    public const string FormData = "form-data";
    public const string Inline = "inline";

    private string _disposition;

    public ContentDisposition()
        : this(Attachment)
    {
    }

    public ContentDisposition(string disposition)
    {
        ArgumentException.ThrowIfNullOrEmpty(disposition);
        _disposition = disposition;
        Parameters = [];
        Parameters.Changed += (_, _) => Changed?.Invoke(this, EventArgs.Empty);
    }

    internal event EventHandler? Changed;

    public string Disposition
    {
        get => _disposition;
        set
        {
            _disposition = value;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    public bool IsAttachment
    {
        get => string.Equals(_disposition, Attachment, StringComparison.OrdinalIgnoreCase);
        set => Disposition = value ? Attachment : Inline;
    }

    public ParameterList Parameters { get; }

    public string? FileName
    {
        get => Parameters["filename"];
        set => Parameters["filename"] = value;
    }

    public override string ToString() => "Content-Disposition: " + _disposition + string.Concat(Parameters.Tokens());

    public static bool TryParse(string text, [NotNullWhen(true)] out ContentDisposition? disposition) =>
        TryParse(ParserOptions.Default, Charsets.Latin1.GetString(Charsets.Utf8.GetBytes(text)), out disposition);

    public static ContentDisposition Parse(string text) =>
        TryParse(text, out var disposition) ? disposition : throw new ParseException("Invalid Content-Disposition.", 0, 0);

    internal static bool TryParse(ParserOptions options, string latin1, [NotNullWhen(true)] out ContentDisposition? disposition)
    {
        var end = latin1.IndexOf(';', StringComparison.Ordinal);
        var head = Header.Unfold(end < 0 ? latin1 : latin1[..end]);
        if (head.StartsWith("filename", StringComparison.OrdinalIgnoreCase) && head.Contains('=', StringComparison.Ordinal))
        {
            disposition = new ContentDisposition(Attachment);
            ParameterText.Read(options, latin1, disposition.Parameters);
            return true;
        }

        disposition = head.Length == 0 ? null : new ContentDisposition(head);
        if (disposition is not null && end >= 0)
        {
            ParameterText.Read(options, latin1[(end + 1)..], disposition.Parameters);
        }

        return disposition is not null;
    }

    internal byte[] Encode() => HeaderWriter.Tokens("Content-Disposition", ParameterTokens.Of(_disposition, Parameters));
}

internal static class ParameterTokens
{
    /// <summary>"text/plain;", "charset=utf-8": the separator ends the token before it.</summary>
    public static IEnumerable<string> Of(string head, ParameterList parameters)
    {
        var tokens = parameters.Tokens().Select(t => t[2..]).Prepend(head).ToList();
        return tokens.Select((t, i) => i + 1 < tokens.Count ? t + ";" : t);
    }
}
