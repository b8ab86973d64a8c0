using Mailroom.Core.Tickets;

namespace Mailroom.Core.Intake;

/// <summary>What becomes of a mail that an agent takes out of the ticket that it had joined.</summary>
public static class UndoneJoin
{
    /// <summary>The name that stands where else a rule's does.</summary>
    public const string Rule = "UndoJoin";

    /// <summary>A ticket of its own, linked to the one that it leaves.</summary>
    /// <param name="facts">The mail; what it matches does not count any more.</param>
    /// <param name="from">The ticket that it leaves.</param>
    /// <param name="askedAt">When the agent asked.</param>
    public static IntakeDecision.Open Decide(IntakeFacts facts, TicketNumber from, DateTimeOffset askedAt) =>
        new(Rule, $"An agent took it out of ticket {from}, which it had joined: a new ticket, linked to that one.", from, facts.MayAcknowledge())
        {
            AskedAt = askedAt,
        };

    /// <summary>The mail of a ticket that somebody means; null when none of that name joined it.</summary>
    /// <param name="history">The ticket.</param>
    /// <param name="mail">SHA-256 of the raw mail, or its Message-ID with or without angle brackets.</param>
    public static TicketEvent.CustomerWrote? Find(TicketHistory history, string mail)
    {
        var name = mail.Trim().Trim('<', '>');
        return history.Events.OfType<TicketEvent.CustomerWrote>().LastOrDefault(e =>
            string.Equals(e.Mail.Sha256, name, StringComparison.OrdinalIgnoreCase) || string.Equals(e.Mail.ThreadId, name, StringComparison.OrdinalIgnoreCase));
    }
}
