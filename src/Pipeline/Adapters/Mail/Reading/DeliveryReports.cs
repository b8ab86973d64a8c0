using System.Text.RegularExpressions;
using Mailroom.Core.Mail;
using MimeKit;
using MimeKit.Utils;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Reads the delivery report inside a bounce (RFC 3464), and what bounces without one still tell.</summary>
internal static partial class DeliveryReports
{
    /// <summary>The report; null when the mail is none.</summary>
    public static DeliveryReport? Find(MimeMessage message, HeaderFields fields, string text)
    {
        var parts = Parts(message.Body, 0).Take(ReadBounds.Parts).ToList();
        if (parts.OfType<MessageDeliveryStatus>().FirstOrDefault() is { } status)
        {
            return FromStatus(status, OriginalId(parts));
        }

        var failed = fields.Line("X-Failed-Recipients");
        var from = fields.Addresses("From");
        return failed.Length > 0 || from.Any(IsDaemon) || from.Any(IsPostmaster) ? InWords(failed, from.Any(IsDaemon), OriginalId(parts), text) : null;
    }

    // A postmaster may be a person who asks something.
    private static DeliveryReport? InWords(string failed, bool isDaemon, string? attachedId, string text)
    {
        var code = BounceText.Status(text);
        var original = attachedId ?? IdInText(text);
        var recipient = failed.Split(',', StringSplitOptions.TrimEntries)[0];
        return failed.Length == 0 && !isDaemon && code.Length == 0 && original is null
            ? null
            : new DeliveryReport(original, recipient.Length > 0 ? recipient : BounceText.Recipient(text), code);
    }

    private static DeliveryReport FromStatus(MessageDeliveryStatus status, string? original)
    {
        var groups = status.StatusGroups.Take(ReadBounds.Addresses).ToList();
        var recipients = groups.Where(g => g.Contains("Final-Recipient") || g.Contains("Original-Recipient")).ToList();
        var group = recipients.FirstOrDefault(g => StatusOf(g).StartsWith('5'))
            ?? recipients.FirstOrDefault(g => StatusOf(g).Length > 0)
            ?? recipients.FirstOrDefault()
            ?? groups.LastOrDefault();
        if (group is null)
        {
            return new DeliveryReport(original, null, "");
        }

        var recipient = Address(group["Original-Recipient"]) ?? Address(group["Final-Recipient"]);
        return new DeliveryReport(original, recipient, StatusOf(group));
    }

    private static string StatusOf(HeaderList group)
    {
        foreach (var field in (string[])["Status", "Diagnostic-Code"])
        {
            if (EnhancedStatus().Match(group[field] ?? "") is { Success: true } match)
            {
                return match.Value;
            }
        }

        return (group["Action"] ?? "").Trim().ToLowerInvariant() switch
        {
            "failed" => "5.0.0",
            "delayed" => "4.0.0",
            _ => "",
        };
    }

    /// <summary>"rfc822; a@b" gives "a@b".</summary>
    private static string? Address(string? field)
    {
        var value = field?[(field.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim().Trim('<', '>');
        return string.IsNullOrEmpty(value) ? null : PlainText.Line(value, ReadBounds.AddressLength);
    }

    private static string? OriginalId(List<MimeEntity> parts)
    {
        foreach (var part in parts)
        {
            var id = part switch
            {
                MessagePart { Message: { } original } => original.MessageId,
                MimePart leaf when leaf.ContentType.IsMimeType("text", "rfc822-headers") || leaf.ContentType.IsMimeType("message", "rfc822") =>
                    IdInText(MailCharsets.Decode(PartBytes.Of(leaf), leaf.ContentType.Charset, [])),
                _ => null,
            };
            if (id is { Length: > 0 and <= ReadBounds.AddressLength })
            {
                return id;
            }
        }

        return null;
    }

    private static string? IdInText(string text) =>
        MessageIdLine().Match(text) is { Success: true } match ? MimeUtils.ParseMessageId(match.Groups["id"].Value) : null;

    private static bool IsDaemon(MailAddress address) => address.Key.StartsWith("mailer-daemon@", StringComparison.Ordinal);

    private static bool IsPostmaster(MailAddress address) => address.Key.StartsWith("postmaster@", StringComparison.Ordinal);

    private static IEnumerable<MimeEntity> Parts(MimeEntity? entity, int depth) =>
        entity is null ? []
        : entity is Multipart multipart && depth < ReadBounds.Depth ? multipart.SelectMany(child => Parts(child, depth + 1))
        : [entity];

    [GeneratedRegex(@"\b[245]\.\d{1,3}\.\d{1,3}\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EnhancedStatus();

    [GeneratedRegex(@"^[>\t ]*Message-ID:[\t \r\n]*(?<id><[^<>\r\n]{1,990}>)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex MessageIdLine();
}
