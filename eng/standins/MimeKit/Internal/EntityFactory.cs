namespace MimeKit.Internal;

/// <summary>Makes the entity of a media type.</summary>
internal static class EntityFactory
{
    public static MimeEntity Create(HeaderList headers, ContentType type, bool encoded, bool leafOnly)
    {
        var subtype = type.MediaSubtype.ToLowerInvariant();
        return (type.MediaType.ToLowerInvariant(), subtype) switch
        {
            ("text", "rfc822-headers") when !encoded && !leafOnly => new TextRfc822Headers(headers, type),
            ("text", _) => new TextPart(headers, type),
            ("multipart", _) when leafOnly => new MimePart(headers, type),
            ("multipart", "alternative") => new MultipartAlternative(headers, type),
            ("multipart", "related") => new MultipartRelated(headers, type),
            ("multipart", "report") => new MultipartReport(headers, type),
            ("multipart", _) => new Multipart(headers, type),
            ("message", "delivery-status" or "global-delivery-status") => new MessageDeliveryStatus(headers, type),
            ("message", "disposition-notification" or "global-disposition-notification") =>
                new MessageDispositionNotification(headers, type),
            ("message", "rfc822" or "rfc2822" or "news" or "global" or "external-body") when !encoded && !leafOnly =>
                new MessagePart(headers, type),
            ("message", "global-headers") when !encoded && !leafOnly => new TextRfc822Headers(headers, type),
            _ => new MimePart(headers, type),
        };
    }
}
