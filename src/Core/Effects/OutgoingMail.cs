using Mailroom.Core.Mail;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Effects;

/// <summary>A mail to be sent: everything but the wording, which the template of its kind gives.</summary>
public sealed record OutgoingMail
{
    /// <summary>The derived id: the same cause makes the same mail.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required OutgoingKind Kind { get; init; }

    /// <summary>Who it goes to.</summary>
    public required IReadOnlyList<MailAddress> To { get; init; }

    /// <summary>The sender that people see.</summary>
    public required MailAddress From { get; init; }

    /// <summary>Where an answer goes; the plus-address for customers.</summary>
    public MailAddress? ReplyTo { get; init; }

    /// <summary>The template's language.</summary>
    public required ReplyLanguage Language { get; init; }

    /// <summary>Our Message-ID, without angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>The mail it answers, without angle brackets.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The thread, oldest first, bounded.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Exchange's thread mark of the mail that it answers, given back as it came; null when there was none.</summary>
    public string? ThreadIndex { get; init; }

    /// <summary>
    /// When it goes out, together with whatever else its reader is to be told then; null for a mail that goes at once and alone.
    /// </summary>
    public DateTimeOffset? GatherAt { get; init; }

    /// <summary>The ids of the rungs of the ladder that it tells; none for other mails.</summary>
    public IReadOnlyList<string> Tells { get; init; } = [];

    /// <summary>What the template fills in: strings, lists of strings, lists of objects.</summary>
    public required IReadOnlyDictionary<string, object?> Values { get; init; }
}

/// <summary>The kinds of what we send; each mail has a template in each language.</summary>
public enum OutgoingKind
{
    /// <summary>To the customer: we have it, an answer comes by then.</summary>
    Acknowledgement,

    /// <summary>To the customer: we have it but could not read it; please send it again. An answer comes by then.</summary>
    Unread,

    /// <summary>To the customer: the promised moment will not be kept; an answer comes by another.</summary>
    NewPromise,

    /// <summary>To somebody who wrote again: the mail has joined the ticket.</summary>
    FollowUp,

    /// <summary>To the customer: we still wait for your answer.</summary>
    Reminder,

    /// <summary>To the customer: the ticket is closed, for we have not heard from you.</summary>
    Closing,

    /// <summary>To the customer: how did it go?</summary>
    Satisfaction,

    /// <summary>To one of our people: a deadline nears or broke.</summary>
    Escalation,

    /// <summary>To one of our people: several deadlines near or broke.</summary>
    EscalationList,

    /// <summary>To the head of support: a person escalated a ticket.</summary>
    HandEscalation,

    /// <summary>To a manager: what is overdue and what will be.</summary>
    Digest,

    /// <summary>No mail but the call of a webhook: a step of the ladder was reached.</summary>
    Webhook,
}

/// <summary>What the kinds differ in.</summary>
public static class OutgoingKinds
{
    /// <summary>The kinds that are mails, each with its templates.</summary>
    public static IReadOnlyList<OutgoingKind> Mails { get; } = [.. Enum.GetValues<OutgoingKind>().Where(k => k != OutgoingKind.Webhook)];

    /// <summary>
    /// True for mail to a customer: marked as an answer, from the null sender (RFC 3834 3.3, 5). Budgets, mutes and the breaker hold for it;
    /// our own people get theirs in any case.
    /// </summary>
    public static bool IsToCustomer(this OutgoingKind kind) => kind switch
    {
        OutgoingKind.Acknowledgement or OutgoingKind.Unread or OutgoingKind.NewPromise or OutgoingKind.FollowUp
            or OutgoingKind.Reminder or OutgoingKind.Closing or OutgoingKind.Satisfaction => true,
        OutgoingKind.Escalation or OutgoingKind.EscalationList or OutgoingKind.HandEscalation or OutgoingKind.Digest or OutgoingKind.Webhook => false,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No row says whom this kind goes to."),
    };

    /// <summary>True when the same mail twice does less harm than none; a customer who gets a robot's mail twice is one step from a loop.</summary>
    public static bool MayGoTwice(this OutgoingKind kind) => kind switch
    {
        OutgoingKind.Acknowledgement or OutgoingKind.Unread or OutgoingKind.NewPromise or OutgoingKind.FollowUp
            or OutgoingKind.Reminder or OutgoingKind.Closing or OutgoingKind.Satisfaction => false,
        OutgoingKind.Escalation or OutgoingKind.EscalationList or OutgoingKind.HandEscalation or OutgoingKind.Digest or OutgoingKind.Webhook => true,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No row says whether this kind may go twice."),
    };
}
