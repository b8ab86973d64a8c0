using MimeKit;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>What a part is, by its type and name.</summary>
internal static class PartKinds
{
    /// <summary>True for the parts of a report that machines read; <see cref="DeliveryReports"/> does.</summary>
    public static bool IsReport(ContentType type) =>
        type.IsMimeType("text", "rfc822-headers") || (type.IsMimeType("message", "*") && !type.IsMimeType("message", "rfc822"));

    /// <summary>True for Outlook's wrapper of a body and files.</summary>
    public static bool IsTnef(ContentType type, string name) =>
        type.IsMimeType("application", "ms-tnef") || type.IsMimeType("application", "vnd.ms-tnef") ||
        string.Equals(name, "winmail.dat", StringComparison.OrdinalIgnoreCase);

    /// <summary>What to say about a part that is kept and not read; null when there is nothing to say.</summary>
    public static string? Remark(ContentType type) => type.MimeType.ToLowerInvariant() switch
    {
        "application/pkcs7-mime" or "application/x-pkcs7-mime" =>
            type.Parameters["smime-type"] is "signed-data"
                ? "The mail is wrapped in its S/MIME signature; the wrapper is kept as an attachment, not opened."
                : "The mail is encrypted (S/MIME); it is kept as an attachment and cannot be read.",
        "application/pkcs7-signature" or "application/x-pkcs7-signature" => "The mail bears an S/MIME signature; it is kept as an attachment, not checked.",
        "application/pgp-encrypted" => "The mail is encrypted (PGP); it is kept as an attachment and cannot be read.",
        "application/pgp-signature" => "The mail bears a PGP signature; it is kept as an attachment, not checked.",
        "text/calendar" or "application/ics" => "The mail holds a calendar entry; it is kept as an attachment.",
        _ => null,
    };
}
