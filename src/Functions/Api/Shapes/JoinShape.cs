using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Functions.Texts;

namespace Mailroom.Functions.Api.Shapes;

/// <summary>What named a ticket, as the API shows it.</summary>
/// <param name="Ticket">The ticket that was named.</param>
/// <param name="Sender">Whether the sender belongs to it.</param>
/// <param name="Trust">How far the sender's address is proven.</param>
/// <param name="Proofs">What matched.</param>
/// <param name="Text">The same as a sentence.</param>
internal sealed record JoinShape(string Ticket, SenderMatch Sender, TrustLevel Trust, IReadOnlyList<ProofShape> Proofs, BilingualShape Text)
{
    internal static JoinShape? Of(JoinEvidence? evidence) => evidence is null ? null : new(
        evidence.Ticket.Value,
        evidence.Sender,
        evidence.Trust,
        [.. evidence.Proofs.Select(p => new ProofShape(p.Kind, p.Place, p.MergedFrom?.Value))],
        BilingualShape.Of(JoinSentences.Of(evidence)));
}

/// <summary>One thing that matched.</summary>
internal sealed record ProofShape(ProofKind Kind, string Place, string? MergedFrom);

/// <summary>The ticket that a mail may continue, as the API shows it.</summary>
/// <param name="Ticket">That ticket.</param>
/// <param name="Score">How much speaks for it, 0 to 1.</param>
/// <param name="Reasons">What speaks for it.</param>
/// <param name="Text">The same as a sentence.</param>
internal sealed record SuggestionShape(string Ticket, double Score, IReadOnlyList<SuggestionReason> Reasons, BilingualShape Text)
{
    internal static SuggestionShape? Of(ParentSuggestion? suggested) => suggested is null
        ? null
        : new(suggested.Ticket.Value, suggested.Score, suggested.Reasons, BilingualShape.Of(JoinSentences.Of(suggested)));
}
