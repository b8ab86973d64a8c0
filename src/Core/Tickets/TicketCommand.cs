using Mailroom.Core.Deadlines;
using Mailroom.Core.Failures;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets.Promises;
using Mailroom.Core.Understanding;

namespace Mailroom.Core.Tickets;

/// <summary>Something that is asked of a ticket. The time travels inside.</summary>
/// <param name="At">Now.</param>
public abstract record TicketCommand(DateTimeOffset At)
{
    /// <summary>Open a ticket from a mail.</summary>
    public sealed record Open(
        DateTimeOffset At,
        TicketNumber Number,
        MailReference Mail,
        MailAddress Requester,
        MailUnderstanding Understanding,
        SenderTrust Trust,
        TicketNumber? LinkedTo,
        bool MayAcknowledge,
        string Why) : TicketCommand(At)
    {
        /// <summary>What named the ticket that it is linked to.</summary>
        public JoinEvidence? Evidence { get; init; }

        /// <summary>The earlier ticket that it seems to continue.</summary>
        public ParentSuggestion? Suggested { get; init; }

        /// <summary>What is usual of late: the promise rests on it; null when nothing is known.</summary>
        public ResponseTimes? Times { get; init; }

        /// <summary>The instant of the decision, no earlier than the mail came; null for when it came. A promise counts from it.</summary>
        public DateTimeOffset? DecidedAt { get; init; }

        /// <summary>A ticket of the same proven address, opened within the day before; null when there is none.</summary>
        public EarlierTicket? Earlier { get; init; }

        /// <summary>When an agent asked for the ticket, later than the mail came; null when the mail itself did.</summary>
        public DateTimeOffset? AskedAt { get; init; }
    }

    /// <summary>Add a mail that somebody who belongs to the ticket wrote.</summary>
    public sealed record AddReply(
        DateTimeOffset At,
        MailReference Mail,
        MailAddress Writer,
        MailUnderstanding Understanding,
        string Why) : TicketCommand(At)
    {
        /// <summary>What makes it join.</summary>
        public JoinEvidence? Evidence { get; init; }

        /// <summary>True when the mail is thanks and nothing else.</summary>
        public bool IsThanks { get; init; }

        /// <summary>True when the writer may be told that we have it.</summary>
        public bool MayAcknowledge { get; init; }

        /// <summary>True when the writer may be asked to send a mail again that could not be read.</summary>
        public bool MayAsk { get; init; }
    }

    /// <summary>Note a machine's mail.</summary>
    public sealed record NoteAutomaticMail(DateTimeOffset At, MailReference Mail, MailKind Kind, string Why) : TicketCommand(At);

    /// <summary>Note that a mail of ours bounced.</summary>
    public sealed record NoteBounce(DateTimeOffset At, MailReference Mail, DeliveryReport Report, string Why) : TicketCommand(At);

    /// <summary>Note that a mail of ours was set aside.</summary>
    public sealed record NoteParkedMail(
        DateTimeOffset At, string MailId, int Attempt, bool ToCustomer, FailureKind Cause, string Why) : TicketCommand(At);

    /// <summary>Note that a mail is held by a breaker.</summary>
    public sealed record NoteHeldMail(DateTimeOffset At, string MailId, string? Domain, string Why) : TicketCommand(At);

    /// <summary>Note that a held mail goes on.</summary>
    public sealed record NoteReleasedMail(DateTimeOffset At, string Agent, string MailId) : TicketCommand(At);

    /// <summary>Note that a held mail is not sent.</summary>
    public sealed record NoteDroppedMail(DateTimeOffset At, string Agent, string MailId, MailDropCause Cause) : TicketCommand(At);

    /// <summary>Send a mail again that was set aside.</summary>
    public sealed record ResendMail(DateTimeOffset At, string Agent, string MailId, int Attempt, bool ToCustomer) : TicketCommand(At);

    /// <summary>Note that a person of ours answered.</summary>
    public sealed record NoteAgentReply(DateTimeOffset At, string Agent, string MailId) : TicketCommand(At);

    /// <summary>Close the matter as solved.</summary>
    public sealed record Resolve(DateTimeOffset At, string Agent) : TicketCommand(At);

    /// <summary>Wait for the customer: the clock of the solution stands.</summary>
    public sealed record Pause(DateTimeOffset At, string Agent, string Why) : TicketCommand(At);

    /// <summary>Wait no longer.</summary>
    public sealed record EndPause(DateTimeOffset At, string Agent, string Why) : TicketCommand(At);

    /// <summary>Open again what was solved.</summary>
    public sealed record Reopen(DateTimeOffset At, string Agent, string Why) : TicketCommand(At);

    /// <summary>Put the ticket into another category of the policy.</summary>
    public sealed record Recategorise(DateTimeOffset At, string Agent, string Category, string Why) : TicketCommand(At);

    /// <summary>Give the ticket another priority.</summary>
    public sealed record Prioritise(DateTimeOffset At, string Agent, Priority Priority, string Why) : TicketCommand(At);

    /// <summary>Give the ticket to another team of the policy.</summary>
    public sealed record Reassign(DateTimeOffset At, string Agent, string Team, string Why) : TicketCommand(At);

    /// <summary>Give the ticket to a person, or put it back (no assignee).</summary>
    public sealed record Assign(DateTimeOffset At, string Agent, string? Assignee, string Why) : TicketCommand(At);

    /// <summary>Give a deadline more time.</summary>
    public sealed record Extend(DateTimeOffset At, string Agent, DeadlineKind Deadline, ExtensionLength Length, string Why) : TicketCommand(At);

    /// <summary>Note how it went for the customer.</summary>
    public sealed record Rate(DateTimeOffset At, SatisfactionRating Rating, string Comment) : TicketCommand(At);

    /// <summary>Bring the ticket before the head of support.</summary>
    public sealed record EscalateByHand(DateTimeOffset At, string Agent, string Why) : TicketCommand(At);

    /// <summary>End the ticket: another one goes on with its matter.</summary>
    public sealed record Merge(DateTimeOffset At, string Agent, TicketNumber Into) : TicketCommand(At);

    /// <summary>Go on with another ticket's matter, whose people belong here from now on.</summary>
    public sealed record TakeIn(DateTimeOffset At, string Agent, TicketNumber From, IReadOnlyList<string> People) : TicketCommand(At);

    /// <summary>Go on as if a mail had never joined: it has a ticket of its own.</summary>
    public sealed record UndoJoin(DateTimeOffset At, string Agent, string Sha256, TicketNumber Into) : TicketCommand(At);

    /// <summary>Look at the clock: what has come due.</summary>
    public sealed record CheckDeadlines(DateTimeOffset At) : TicketCommand(At)
    {
        /// <summary>Why nothing automatic may be written to the customer now; null when it may.</summary>
        public string? KeptBack { get; init; }

        /// <summary>What is usual of late; null when nothing is known.</summary>
        public ResponseTimes? Times { get; init; }
    }
}
