using System.Text;

namespace MimeKit;

/// <summary>The header fields that have a name here.</summary>
public enum HeaderId
{
    AuthenticationResults,
    AutoSubmitted,
    Bcc,
    Cc,
    Comments,
    ContentBase,
    ContentDescription,
    ContentDisposition,
    ContentDuration,
    ContentId,
    ContentLanguage,
    ContentLength,
    ContentLocation,
    ContentMd5,
    ContentTransferEncoding,
    ContentType,
    Date,
    DispositionNotificationTo,
    DkimSignature,
    From,
    Importance,
    InReplyTo,
    Keywords,
    ListArchive,
    ListHelp,
    ListId,
    ListOwner,
    ListPost,
    ListSubscribe,
    ListUnsubscribe,
    ListUnsubscribePost,
    MessageId,
    MimeVersion,
    Organization,
    OriginalMessageId,
    OriginalRecipient,
    Precedence,
    Priority,
    Received,
    References,
    ReplyTo,
    ResentBcc,
    ResentCc,
    ResentDate,
    ResentFrom,
    ResentMessageId,
    ResentReplyTo,
    ResentSender,
    ResentTo,
    ReturnPath,
    ReturnReceiptTo,
    Sender,
    Sensitivity,
    Status,
    Subject,
    To,
    UserAgent,
    XMailer,
    XPriority,
    Unknown = -1,
}

internal static class HeaderNames
{
    private static readonly Dictionary<string, HeaderId> Ids = Enum.GetValues<HeaderId>()
        .Where(id => id != HeaderId.Unknown)
        .ToDictionary(NameOf, id => id, StringComparer.OrdinalIgnoreCase);

    public static HeaderId IdOf(string field) => Ids.GetValueOrDefault(field.Trim(), HeaderId.Unknown);

    /// <summary>"MessageId" is written "Message-Id", "MimeVersion" "MIME-Version".</summary>
    public static string NameOf(HeaderId id)
    {
        if (id == HeaderId.Unknown)
        {
            throw new ArgumentOutOfRangeException(nameof(id));
        }

        if (id == HeaderId.MimeVersion)
        {
            return "MIME-Version";
        }

        var name = new StringBuilder();
        foreach (var c in id.ToString())
        {
            _ = char.IsUpper(c) && name.Length > 0 ? name.Append('-').Append(c) : name.Append(c);
        }

        return name.ToString();
    }

    public static bool IsAddresses(HeaderId id) => id is HeaderId.From or HeaderId.To or HeaderId.Cc or HeaderId.Bcc
        or HeaderId.ReplyTo or HeaderId.Sender or HeaderId.ResentFrom or HeaderId.ResentTo or HeaderId.ResentCc
        or HeaderId.ResentBcc or HeaderId.ResentReplyTo or HeaderId.ResentSender or HeaderId.DispositionNotificationTo;
}
