using System.Text;
using Mailroom.Core.Mail;
using MimeKit;
using MimeKit.Utils;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>The header fields of a mail as the letter holds them. Where a field stands twice, the first counts.</summary>
/// <param name="message">The mail.</param>
/// <param name="options">The parser's settings.</param>
internal sealed class HeaderFields(MimeMessage message, ParserOptions options)
{
    /// <summary>All fields in the mail's order.</summary>
    public IReadOnlyList<MailHeader> All { get; } =
    [
        .. message.Headers.Concat(message.Body?.Headers ?? Enumerable.Empty<Header>())
            .Where(h => h.RawValue.Length > 0 && h.Field.All(c => c is > ' ' and < '\u007F'))
            .OrderBy(h => h.Offset ?? long.MaxValue)
            .Take(ReadBounds.Headers)
            .Select(h => new MailHeader(h.Field, PlainText.Line(h.Value ?? "", ReadBounds.HeaderValue))),
    ];

    /// <summary>The first value of a field, on one line; empty when there is none.</summary>
    public string Line(string field) => First(field) is { } header ? PlainText.Line(header.Value ?? "", ReadBounds.HeaderValue) : "";

    /// <summary>The subject, on one line. Mail programs that write UTF-7 bodies wrote it into subjects too, without a word about it.</summary>
    public string Subject()
    {
        var subject = Line("Subject");
        return MailCharsets.Find(message.Body?.ContentType.Charset) == Utf7.Encoding && Ascii.IsValid(subject)
            ? PlainText.Line(Utf7.Encoding.GetString(Encoding.ASCII.GetBytes(subject)), ReadBounds.HeaderValue)
            : subject;
    }

    /// <summary>The mailboxes of a field. Of two From or Reply-To fields the first counts; recipients are those of all fields.</summary>
    public IReadOnlyList<MailAddress> Addresses(string field)
    {
        var all = field is "To" or "Cc";
        var found = new List<MailAddress>();
        foreach (var header in message.Headers.Where(h => Is(h, field)).Take(10))
        {
            if (InternetAddressList.TryParse(options, header.RawValue, out var list))
            {
                found.AddRange(list.Mailboxes.Select(Address).Where(a => a.Address.Length > 0).Take(ReadBounds.Addresses));
            }

            if (found.Count > 0 && !all)
            {
                break;
            }
        }

        return found.Count > 0 ? [.. found.DistinctBy(a => (a.Name, a.Address)).Take(ReadBounds.Addresses)] : [];
    }

    /// <summary>The ids of a field without angle brackets; of too many, the first and the last.</summary>
    public IReadOnlyList<string> Ids(string field)
    {
        if (First(field) is not { } header)
        {
            return [];
        }

        var ids = MimeUtils.EnumerateReferences(header.RawValue, 0, header.RawValue.Length)
            .Select(id => id.Trim('<', '>')).Where(IsUsable).ToList();
        if (ids.Count == 0)
        {
            ids.AddRange(Line(field).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Trim('<', '>')).Where(word => word.Contains('@', StringComparison.Ordinal) && IsUsable(word)));
        }

        return ids.Count <= ReadBounds.MessageIds ? ids : [ids[0], .. ids[^(ReadBounds.MessageIds - 1)..]];
    }

    /// <summary>The Message-ID without angle brackets; null when there is none worth the name.</summary>
    public string? MessageId()
    {
        var id = First("Message-ID") is { } header ? MimeUtils.ParseMessageId(header.RawValue, 0, header.RawValue.Length) : null;
        var clean = PlainText.Line(id ?? "", int.MaxValue);
        return IsUsable(clean) ? clean : null;
    }

    /// <summary>True when the mail says that it answers another, by its ids or its subject.</summary>
    public bool IsAnswer() => First("In-Reply-To") is not null || First("References") is not null || AnswerSubject.IsMatch(Line("Subject"));

    /// <summary>The Date field; null when it is missing or means nothing.</summary>
    public DateTimeOffset? Date() =>
        MailDates.Twelve(Line("Date")) is { } twelve ? twelve : message.Date is { Year: > 1900 } date ? date : null;

    private static bool IsUsable(string id) => id.Length is > 0 and <= ReadBounds.AddressLength;

    private static bool Is(Header header, string field) =>
        string.Equals(header.Field, field, StringComparison.OrdinalIgnoreCase) && header.RawValue.Length > 0;

    private static MailAddress Address(MailboxAddress mailbox)
    {
        var address = PlainText.Line(mailbox.Address, ReadBounds.AddressLength);
        var name = PlainText.Line(mailbox.Name ?? "", ReadBounds.AddressLength);
        return new MailAddress(name, address.Replace(" ", "", StringComparison.Ordinal));
    }

    private Header? First(string field) => message.Headers.FirstOrDefault(h => Is(h, field));
}
