using Mailroom.Core.Mail;

namespace Mailroom.Core.Tickets;

/// <summary>What made a mail join a ticket, or made it a linked ticket of its own when the sender does not belong there.</summary>
/// <param name="Ticket">The ticket that the proofs name.</param>
/// <param name="Proofs">What matched, best first, bounded.</param>
/// <param name="Sender">Whether the sender belongs to that ticket.</param>
/// <param name="Trust">How far the sender's address is proven.</param>
public sealed record JoinEvidence(TicketNumber Ticket, IReadOnlyList<JoinProof> Proofs, SenderMatch Sender, TrustLevel Trust)
{
    /// <summary>The most proofs that are kept of one mail.</summary>
    public const int MostProofs = 20;
}

/// <summary>One thing that matched.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Place">The field that it stood in.</param>
/// <param name="MergedFrom">The ticket that it named itself, when that was merged into the one that took the mail.</param>
public sealed record JoinProof(ProofKind Kind, string Place, TicketNumber? MergedFrom = null);

/// <summary>What can name a ticket.</summary>
public enum ProofKind
{
    /// <summary>Our reply address with its signed token.</summary>
    ReplyAddress,

    /// <summary>A Message-ID of ours with its signed token.</summary>
    TokenMessageId,

    /// <summary>The Message-ID of a mail that is in the ticket.</summary>
    KnownMessageId,

    /// <summary>The ticket's number in the subject.</summary>
    SubjectNumber,
}

/// <summary>How a sender relates to a ticket's people.</summary>
public enum SenderMatch
{
    /// <summary>The very address belongs to the ticket.</summary>
    Same,

    /// <summary>Another spelling of an address that belongs to it, which its provider delivers to the same mailbox.</summary>
    Alias,

    /// <summary>Nobody of the ticket, several senders, or an address that is forged.</summary>
    Foreign,
}
