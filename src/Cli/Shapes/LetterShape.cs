using System.Text.Json;
using Mailroom.Core.Mail;
using Mailroom.Core.Understanding;

namespace Mailroom.Cli.Shapes;

/// <summary>What "parse" says about one file. Field names are fixed: tools outside rely on them.</summary>
internal sealed record LetterShape
{
    public required string File { get; init; }

    public required bool Ok { get; init; }

    public string? Error { get; init; }

    public IReadOnlyList<MailboxShape> From { get; init; } = [];

    public IReadOnlyList<MailboxShape> ReplyTo { get; init; } = [];

    public IReadOnlyList<MailboxShape> To { get; init; } = [];

    public IReadOnlyList<MailboxShape> Cc { get; init; } = [];

    public string? Subject { get; init; }

    public DateTimeOffset? Date { get; init; }

    public string? MessageId { get; init; }

    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    public IReadOnlyList<string> References { get; init; } = [];

    public string? Text { get; init; }

    public string? VisibleText { get; init; }

    public bool HasHtml { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    public string? Kind { get; init; }

    public IReadOnlyList<string> Evidence { get; init; } = [];

    public string? Language { get; init; }

    internal static LetterShape Failed(string file, string error) => new() { File = file, Ok = false, Error = error };

    internal static LetterShape Of(string file, Letter letter, MailMarks marks) => new()
    {
        File = file,
        Ok = true,
        From = Mailboxes(letter.From),
        ReplyTo = Mailboxes(letter.ReplyTo),
        To = Mailboxes(letter.To),
        Cc = Mailboxes(letter.Cc),
        Subject = letter.Subject,
        Date = letter.Date,
        MessageId = letter.MessageId,
        InReplyTo = letter.InReplyTo,
        References = letter.References,
        Text = letter.Text,
        VisibleText = letter.VisibleText,
        HasHtml = letter.HasHtml,
        Attachments = letter.Attachments,
        Kind = JsonNamingPolicy.KebabCaseLower.ConvertName(marks.Kind.ToString()),
        Evidence = [.. marks.Evidence, .. letter.Repairs],
        Language = LanguageShape.Of(LanguageDetector.Detect(letter.Subject + "\n" + letter.VisibleText)),
    };

    private static List<MailboxShape> Mailboxes(IEnumerable<MailAddress> addresses) =>
        [.. addresses.Select(a => new MailboxShape(a.Name, a.Address))];
}

/// <summary>A mailbox.</summary>
internal sealed record MailboxShape(string Name, string Address);

/// <summary>Languages as tools name them.</summary>
internal static class LanguageShape
{
    internal static string Of(MailLanguage language) => language switch
    {
        MailLanguage.Chinese => "zh",
        MailLanguage.English => "en",
        MailLanguage.Mixed => "mixed",
        MailLanguage.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, null),
    };
}
