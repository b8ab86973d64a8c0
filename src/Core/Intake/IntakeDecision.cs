using Mailroom.Core.Tickets;

namespace Mailroom.Core.Intake;

/// <summary>What becomes of a mail, by which rule, and why.</summary>
/// <param name="Rule">The rule's name, the same everywhere.</param>
/// <param name="Reason">One sentence for the ledger.</param>
public abstract record IntakeDecision(string Rule, string Reason)
{
    /// <summary>The mail ends here, kept and accounted for, without a ticket.</summary>
    public sealed record Finish(string Rule, string Reason, MailEnding Ending) : IntakeDecision(Rule, Reason);

    /// <summary>The mail is noted on a ticket without waking it.</summary>
    public sealed record Note(string Rule, string Reason, TicketNumber Ticket) : IntakeDecision(Rule, Reason);

    /// <summary>The mail joins a ticket.</summary>
    public sealed record Join(string Rule, string Reason, TicketNumber Ticket) : IntakeDecision(Rule, Reason)
    {
        /// <summary>What makes it join.</summary>
        public JoinEvidence? Evidence { get; init; }

        /// <summary>True when something automatic may be sent back, which a mail that could not be read asks for.</summary>
        public bool MayAcknowledge { get; init; }
    }

    /// <summary>The mail opens a ticket.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Reason">The reason.</param>
    /// <param name="LinkedTo">A ticket that it seems to come out of, without proof enough to join.</param>
    /// <param name="MayAcknowledge">False when nothing automatic may be sent back.</param>
    public sealed record Open(string Rule, string Reason, TicketNumber? LinkedTo, bool MayAcknowledge) : IntakeDecision(Rule, Reason)
    {
        /// <summary>What names the linked ticket.</summary>
        public JoinEvidence? Evidence { get; init; }

        /// <summary>A ticket whose number the subject holds, though the sender does not belong there.</summary>
        public TicketNumber? Named { get; init; }

        /// <summary>When an agent asked for the ticket, later than the mail came; null when the mail itself did.</summary>
        public DateTimeOffset? AskedAt { get; init; }
    }
}

/// <summary>How a mail ended; each mail ends in exactly one.</summary>
public enum MailEnding
{
    /// <summary>It opened a ticket.</summary>
    Ticket,

    /// <summary>It joined a ticket.</summary>
    Joined,

    /// <summary>A machine's mail, noted on its ticket.</summary>
    Noted,

    /// <summary>A second copy.</summary>
    Duplicate,

    /// <summary>A machine's mail that belongs to no ticket.</summary>
    Automatic,

    /// <summary>A bounce that belongs to no ticket.</summary>
    Bounce,

    /// <summary>A newsletter or list mail.</summary>
    List,

    /// <summary>Our own mail come back.</summary>
    Own,

    /// <summary>No mail that anyone could answer.</summary>
    Unreadable,

    /// <summary>Over a bound: only its header was read, and is in a ticket that says which.</summary>
    TooLarge,

    /// <summary>Failed again and again; a person must look.</summary>
    DeadLetter,
}
