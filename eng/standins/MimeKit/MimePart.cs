using MimeKit.Internal;

namespace MimeKit;

/// <summary>A leaf: one file or text.</summary>
public class MimePart : MimeEntity
{
    public MimePart(string mediaType, string mediaSubtype)
        : this(new ContentType(mediaType, mediaSubtype))
    {
    }

    public MimePart(ContentType contentType)
        : base(contentType)
    {
    }

    public MimePart()
        : this("application", "octet-stream")
    {
    }

    internal MimePart(HeaderList headers, ContentType contentType)
        : base(headers, contentType)
    {
    }

    public IMimeContent? Content { get; set; }

    public ContentEncoding ContentTransferEncoding
    {
        get => TransferEncodings.Parse(Headers[HeaderId.ContentTransferEncoding]);
        set => Headers[HeaderId.ContentTransferEncoding] = TransferEncodings.NameOf(value);
    }

    public string? ContentDescription
    {
        get => Headers[HeaderId.ContentDescription];
        set => Headers[HeaderId.ContentDescription] = value;
    }

    /// <summary>The name of the file: Content-Disposition's, else Content-Type's.</summary>
    public string? FileName
    {
        get => (ContentDisposition?.FileName ?? ContentType.Name)?.Trim();
        set
        {
            if (value is not null)
            {
                ContentDisposition ??= new ContentDisposition();
            }

            if (ContentDisposition is not null)
            {
                ContentDisposition.FileName = value;
            }

            ContentType.Name = value;
        }
    }

    public ContentEncoding GetBestEncoding(EncodingConstraint constraint, CancellationToken cancellationToken = default) =>
        GetBestEncoding(constraint, 78, cancellationToken);

    public ContentEncoding GetBestEncoding(EncodingConstraint constraint, int maxLineLength, CancellationToken cancellationToken = default)
    {
        var bytes = Decoded();
        var (line, longest, high, zero) = (0, 0, 0, false);
        foreach (var b in bytes)
        {
            line = b == '\n' ? 0 : line + 1;
            longest = Math.Max(longest, line);
            high += b > 127 ? 1 : 0;
            zero |= b == 0;
        }

        var text = ContentType.IsMimeType("text", "*") || ContentType.IsMimeType("message", "*");
        return (high, constraint) switch
        {
            _ when zero && constraint != EncodingConstraint.None => ContentEncoding.Base64,
            (0, _) when text && longest <= maxLineLength && !HasFromLine(bytes) => ContentEncoding.SevenBit,
            (> 0, EncodingConstraint.None or EncodingConstraint.EightBit) when longest <= 998 => ContentEncoding.EightBit,
            _ => text && high * 6 <= bytes.Length ? ContentEncoding.QuotedPrintable : ContentEncoding.Base64,
        };
    }

    public override void Prepare(EncodingConstraint constraint, int maxLineLength = 78)
    {
        if (Content is null || ContentTransferEncoding is ContentEncoding.Base64 or ContentEncoding.QuotedPrintable or ContentEncoding.UUEncode)
        {
            return;
        }

        ContentTransferEncoding = GetBestEncoding(constraint, maxLineLength);
    }

    internal byte[] Decoded()
    {
        if (Content is MimeContent content)
        {
            return content.Decoded();
        }

        var memory = new MemoryStream();
        Content?.DecodeTo(memory);
        return memory.ToArray();
    }

    internal override void WriteContent(EntityWriter writer)
    {
        if (Content is null)
        {
            return;
        }

        var encoding = ContentTransferEncoding;
        if (Content is MimeContent same && same.Encoding == encoding)
        {
            writer.Bytes(same.RawBytes().Span, binary: encoding == ContentEncoding.Binary);
            return;
        }

        writer.Bytes(TransferEncoder.Encode(encoding, Decoded()), binary: encoding == ContentEncoding.Binary);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Content?.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool HasFromLine(ReadOnlySpan<byte> bytes) => bytes.StartsWith("From "u8) || bytes.IndexOf("\nFrom "u8) >= 0;
}

internal static class TransferEncodings
{
    public static ContentEncoding Parse(string? text) => WithoutComment(text ?? "").Split([';', '('], 2)[0].Trim().Trim('"').ToLowerInvariant() switch
    {
        "7bit" => ContentEncoding.SevenBit,
        "8bit" => ContentEncoding.EightBit,
        "binary" => ContentEncoding.Binary,
        "base64" => ContentEncoding.Base64,
        "quoted-printable" => ContentEncoding.QuotedPrintable,
        "x-uuencode" or "uuencode" or "x-uue" => ContentEncoding.UUEncode,
        _ => ContentEncoding.Default,
    };

    private static string WithoutComment(string text) =>
        text.TrimStart() is ['(', ..] comment && comment.IndexOf(')', StringComparison.Ordinal) is > 0 and var end ? comment[(end + 1)..] : text;

    public static string? NameOf(ContentEncoding encoding) => encoding switch
    {
        ContentEncoding.SevenBit => "7bit",
        ContentEncoding.EightBit => "8bit",
        ContentEncoding.Binary => "binary",
        ContentEncoding.Base64 => "base64",
        ContentEncoding.QuotedPrintable => "quoted-printable",
        ContentEncoding.UUEncode => "x-uuencode",
        _ => null,
    };
}
