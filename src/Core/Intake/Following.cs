using Mailroom.Core.Tickets;

namespace Mailroom.Core.Intake;

/// <summary>How a mail finds the ticket that it seems to belong to.</summary>
internal static class Following
{
    /// <summary>The ticket that the mail names by token or references, whoever wrote it; null when it names none.</summary>
    public static TicketMatch? NamedTicket(this IntakeFacts facts) =>
        FirstOf(facts.Tokens) ?? FirstOf(facts.References);

    /// <summary>The best of the matches; null when there are none.</summary>
    public static TicketMatch? FirstOf(IReadOnlyList<TicketMatch> matches) => matches.Count > 0 ? matches[0] : null;

    /// <summary>What matched, fit for a reason: a proof that shows an address or an id is not repeated.</summary>
    public static string Place(this TicketMatch match) =>
        match.Proof.Contains('@', StringComparison.Ordinal) || match.Proof.Length == 0 ? "by its id" : match.Proof;

    /// <summary>All that names a ticket, whichever rule decides, with what is known of the sender.</summary>
    private static JoinEvidence EvidenceFor(this IntakeFacts facts, TicketMatch match) => new(
        match.Ticket,
        [.. facts.Tokens.Concat(facts.References).Concat(facts.Subject).Where(m => m.Ticket == match.Ticket).SelectMany(m => m.Proofs).Distinct().Take(JoinEvidence.MostProofs)],
        facts.SenderOf(match),
        facts.Trust.Level);

    /// <summary>
    /// Joins the best ticket that the sender belongs to and that still takes replies; opens a linked one when there are only others',
    /// or ones that were solved too long ago.
    /// </summary>
    public static IntakeDecision? Follow(
        this IntakeFacts facts,
        string rule,
        IReadOnlyList<TicketMatch> matches,
        Func<TicketMatch, string> joined,
        Func<TicketMatch, string> linked)
    {
        IReadOnlyList<TicketMatch> owns = [.. matches.Where(facts.Belongs)];
        if (owns.FirstOrDefault(m => facts.Reopen.Takes(m.ResolvedAt, facts.ReceivedAt)) is { } own)
        {
            return new IntakeDecision.Join(rule, joined(own), own.Ticket)
            {
                Evidence = facts.EvidenceFor(own),
                MayAcknowledge = facts.MayAcknowledge(),
            };
        }

        if (owns.Count > 0)
        {
            var reason = $"It answers ticket {owns[0].Ticket}, which was solved more than {facts.Reopen.WithinDays} days before: a new ticket, linked to it.";
            return new IntakeDecision.Open(rule, reason, owns[0].Ticket, facts.MayAcknowledge()) { Evidence = facts.EvidenceFor(owns[0]) };
        }

        return matches.Count > 0
            ? new IntakeDecision.Open(rule, linked(matches[0]), matches[0].Ticket, facts.MayAcknowledge()) { Evidence = facts.EvidenceFor(matches[0]) }
            : null;
    }
}
