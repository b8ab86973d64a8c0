using MimeKit.Internal;

namespace MimeKit;

/// <summary>A mail inside a mail.</summary>
public class MessagePart : MimeEntity
{
    public MessagePart(string subtype)
        : base(new ContentType("message", subtype))
    {
    }

    public MessagePart()
        : this("rfc822")
    {
    }

    internal MessagePart(HeaderList headers, ContentType contentType)
        : base(headers, contentType)
    {
    }

    private protected MessagePart(string mediaType, string mediaSubtype)
        : base(new ContentType(mediaType, mediaSubtype))
    {
    }

    public MimeMessage? Message { get; set; }

    public override void Prepare(EncodingConstraint constraint, int maxLineLength = 78) => Message?.Prepare(constraint, maxLineLength);

    internal override void WriteContent(EntityWriter writer) => Message?.Write(writer, headersOnly: false);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Message?.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>The header fields of a mail, as bounces have them (text/rfc822-headers).</summary>
public class TextRfc822Headers : MessagePart
{
    public TextRfc822Headers()
        : base("text", "rfc822-headers")
    {
    }

    internal TextRfc822Headers(HeaderList headers, ContentType contentType)
        : base(headers, contentType)
    {
    }
}

/// <summary>The machine's part of a delivery report (RFC 3464).</summary>
public class MessageDeliveryStatus : MimePart
{
    private HeaderListCollection? _groups;

    public MessageDeliveryStatus()
        : base("message", "delivery-status")
    {
    }

    internal MessageDeliveryStatus(HeaderList headers, ContentType contentType)
        : base(headers, contentType)
    {
    }

    /// <summary>The fields of the mail as a whole, then those of each recipient.</summary>
    public HeaderListCollection StatusGroups => _groups ??= MessageParser.ReadGroups(Decoded());
}

/// <summary>The machine's part of a read receipt (RFC 8098).</summary>
public class MessageDispositionNotification : MimePart
{
    private HeaderList? _fields;

    public MessageDispositionNotification()
        : base("message", "disposition-notification")
    {
    }

    internal MessageDispositionNotification(HeaderList headers, ContentType contentType)
        : base(headers, contentType)
    {
    }

    public HeaderList Fields => _fields ??= MessageParser.ReadGroups(Decoded()).FirstOrDefault() ?? [];
}
