using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>The header fields that put an answer into its thread (RFC 5322 3.6.4).</summary>
public static class MailThread
{
    // Relays refuse long References; the first id and the newest ones are what mail programs thread by.
    private const int MostReferences = 10;
    private const int LongestReferences = 1500;
    private const int BetweenIds = 3;
    private const int LongestId = 250;
    private const int LongestThreadIndex = 700;
    private const int ThreadIndexHead = 22;
    private const int ThreadIndexBlock = 5;

    /// <summary>
    /// The mail that opened a ticket, as its answer may refer to it. Whoever does not belong to the ticket that they named gets no thread:
    /// its marks are the others' business.
    /// </summary>
    public static MailReference Shown(TicketEvent.Opened opened) =>
        opened.Evidence is { Sender: SenderMatch.Foreign } ? opened.Mail with { References = [], ThreadIndex = null } : opened.Mail;

    /// <summary>The id of the mail that is answered; null when it had none of its own.</summary>
    public static string? Answered(MailReference mail) => IsId(mail.ThreadId) ? mail.ThreadId : null;

    /// <summary>The thread, oldest first: the mail's own References, then the mail.</summary>
    public static IReadOnlyList<string> References(MailReference mail)
    {
        var thread = mail.References.Append(mail.ThreadId).Where(IsId).Distinct(StringComparer.Ordinal).ToList();
        while (thread.Count > MostReferences || thread.Sum(id => id.Length + BetweenIds) > LongestReferences)
        {
            // The second oldest says least: the first names the thread, the last ones are what is answered.
            thread.RemoveAt(1);
        }

        return thread;
    }

    /// <summary>Exchange's thread mark when it is one: base64 of a head of 22 bytes and a block of 5 for each answer; null otherwise.</summary>
    public static string? ThreadIndex(string? value) =>
        value?.Replace(" ", "", StringComparison.Ordinal) is { Length: > 0 and <= LongestThreadIndex } mark
        && Convert.TryFromBase64String(mark, stackalloc byte[LongestThreadIndex], out var length)
        && length >= ThreadIndexHead
        && (length - ThreadIndexHead) % ThreadIndexBlock == 0
            ? mark
            : null;

    // Our own stand-in for a missing id means nothing to the sender's mail program.
    private static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId
        && !id.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase)
        && id.Contains('@', StringComparison.Ordinal)
        && id.All(c => char.IsAscii(c) && !char.IsControl(c) && c is not (' ' or '<' or '>'));
}
