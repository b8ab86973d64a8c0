using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Core.Understanding;

namespace Mailroom.Core.Intake;

/// <summary>Finds the earlier ticket that a mail seems to continue, among those that are remembered of its sender.</summary>
public static class ParentSearch
{
    private const double Least = 0.4;
    private const double Alike = 0.6;
    private const int LongestSubject = 60;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>What will be remembered of the ticket that a mail opens.</summary>
    public static RecentTicket Remember(TicketNumber ticket, DateTimeOffset openedAt, MailUnderstanding understood, SigningKey key)
    {
        var subject = SubjectText.Letters(SubjectText.Bare(understood.Subject));
        return new(
            ticket,
            openedAt,
            subject.Length > LongestSubject ? subject[..LongestSubject] : subject,
            understood.Entities.TransactionId is { } id ? [key.Derive("transaction", SubjectText.Letters(id))] : []);
    }

    /// <summary>The likeliest parent; null when the mail neither looks like a reply nor names a transaction that was named before.</summary>
    /// <param name="letter">The mail.</param>
    /// <param name="opens">The ticket that it opens.</param>
    /// <param name="known">Tickets that its sender opened before.</param>
    /// <param name="named">A ticket whose number its subject holds, though its sender does not belong there; null when there is none.</param>
    public static ParentSuggestion? Find(Letter letter, RecentTicket opens, IReadOnlyList<RecentTicket> known, TicketNumber? named)
    {
        var replies = ReplyMarks.LooksLikeReply(letter);
        return known
            .Where(k => k.Ticket != opens.Ticket && k.OpenedAt <= opens.OpenedAt && opens.OpenedAt - k.OpenedAt < RecentTicket.Memory)
            .OrderByDescending(k => k.OpenedAt)
            .Select(k => Judge(k.Ticket, [SuggestionReason.SameSender, .. Reasons(opens, k, replies)]))
            .Concat(named is { } number ? [Judge(number, [SuggestionReason.NumberInSubject, .. Reply(replies)])] : [])
            .Where(s => s.Score >= Least && (replies || s.Reasons.Any(r => r is SuggestionReason.SameTransaction or SuggestionReason.NumberInSubject)))
            .MaxBy(s => s.Score);
    }

    private static IEnumerable<SuggestionReason> Reasons(RecentTicket opens, RecentTicket earlier, bool replies)
    {
        foreach (var reason in Reply(replies))
        {
            yield return reason;
        }

        if (earlier.Transactions.Intersect(opens.Transactions, StringComparer.Ordinal).Any())
        {
            yield return SuggestionReason.SameTransaction;
        }

        if (Likeness(opens.Subject, earlier.Subject) >= Alike)
        {
            yield return SuggestionReason.SimilarSubject;
        }

        if (opens.OpenedAt - earlier.OpenedAt <= Week)
        {
            yield return SuggestionReason.Recent;
        }
    }

    private static IEnumerable<SuggestionReason> Reply(bool replies) => replies ? [SuggestionReason.LooksLikeReply] : [];

    private static ParentSuggestion Judge(TicketNumber ticket, IReadOnlyList<SuggestionReason> reasons) =>
        new(ticket, Math.Round(Math.Min(1, reasons.Sum(Weight)), 2), reasons);

    private static double Weight(SuggestionReason reason) => reason switch
    {
        SuggestionReason.LooksLikeReply => 0.25,
        SuggestionReason.SameSender => 0.15,
        SuggestionReason.SameTransaction => 0.45,
        SuggestionReason.SimilarSubject => 0.3,
        SuggestionReason.Recent => 0.1,
        SuggestionReason.NumberInSubject => 0.5,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason without a weight."),
    };

    // Dice's coefficient of the pairs of characters: right for Chinese, which has no blanks, and for changed endings.
    private static double Likeness(string a, string b)
    {
        var (first, second) = (Pairs(a), Pairs(b));
        return first.Count + second.Count == 0
            ? a.Length > 0 && a == b ? 1 : 0
            : 2.0 * first.Intersect(second, StringComparer.Ordinal).Count() / (first.Count + second.Count);
    }

    private static HashSet<string> Pairs(string text) =>
        [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => text.Substring(i, 2))];
}
