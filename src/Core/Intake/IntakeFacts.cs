using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Intake;

/// <summary>What was looked up before the rules decide about a mail.</summary>
public sealed record IntakeFacts
{
    /// <summary>When the mail was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The mail.</summary>
    public required Letter Letter { get; init; }

    /// <summary>What kind of mail it is.</summary>
    public required MailMarks Marks { get; init; }

    /// <summary>How far the sender is proven.</summary>
    public required SenderTrust Trust { get; init; }

    /// <summary>Another mail that came before with the same Message-ID; null when none did.</summary>
    public EarlierMail? Earlier { get; init; }

    /// <summary>Tickets whose signed token the mail carries, best first.</summary>
    public IReadOnlyList<TicketMatch> Tokens { get; init; } = [];

    /// <summary>Tickets whose mails In-Reply-To and References name, best first.</summary>
    public IReadOnlyList<TicketMatch> References { get; init; } = [];

    /// <summary>Tickets whose number stands in the subject.</summary>
    public IReadOnlyList<TicketMatch> Subject { get; init; } = [];

    /// <summary>How long a solved ticket takes replies.</summary>
    public ReopenPolicy Reopen { get; init; } = ReopenPolicy.Usual;

    /// <summary>The ticket whose mail bounced, when the mail is a bounce of ours.</summary>
    public TicketMatch? Bounced { get; init; }
}

/// <summary>A mail with the same Message-ID that came before.</summary>
/// <param name="Sha256">Its raw bytes' SHA-256.</param>
/// <param name="Ticket">The ticket it belongs to.</param>
/// <param name="Sender">Its sender's address key.</param>
/// <param name="Print">The print of its content (<see cref="LetterPrint"/>); empty when it was not kept.</param>
public sealed record EarlierMail(string Sha256, TicketNumber Ticket, string Sender, string Print);

/// <summary>A ticket that a mail seems to belong to.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="People">Address keys of those who belong to it.</param>
/// <param name="Proof">What matched, for the evidence.</param>
public sealed record TicketMatch(TicketNumber Ticket, IReadOnlyList<string> People, string Proof)
{
    /// <summary>When it was solved; null while it is not.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>All that matched, best first.</summary>
    public IReadOnlyList<JoinProof> Proofs { get; init; } = [];
}
