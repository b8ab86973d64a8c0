using Mailroom.Core.Deadlines;
using Mailroom.Core.Failures;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets.Promises;
using Mailroom.Core.Understanding;

namespace Mailroom.Core.Tickets;

/// <summary>Something that happened to a ticket; kept for ever, in order.</summary>
/// <param name="At">When.</param>
public abstract record TicketEvent(DateTimeOffset At)
{
    /// <summary>Who a change is by when a step of the ladder made it; its reason is the step's name.</summary>
    public const string LadderAgent = "mailroom";

    /// <summary>A mail opened the ticket.</summary>
    public sealed record Opened(
        DateTimeOffset At,
        TicketNumber Number,
        MailReference Mail,
        MailAddress Requester,
        MailUnderstanding Understanding,
        string Team,
        SenderTrust Trust,
        TicketNumber? LinkedTo,
        string Why) : TicketEvent(At)
    {
        /// <summary>What named the ticket that it is linked to; null when no proof did.</summary>
        public JoinEvidence? Evidence { get; init; }

        /// <summary>The earlier ticket that it seems to continue; null when none does.</summary>
        public ParentSuggestion? Suggested { get; init; }
    }

    /// <summary>Somebody who belongs to the ticket wrote again.</summary>
    public sealed record CustomerWrote(
        DateTimeOffset At,
        MailReference Mail,
        MailAddress Writer,
        MailUnderstanding Understanding,
        string Why) : TicketEvent(At)
    {
        /// <summary>What made it join.</summary>
        public JoinEvidence? Evidence { get; init; }

        /// <summary>Codes of the missing facts that it brings.</summary>
        public IReadOnlyList<string> Brought { get; init; } = [];
    }

    /// <summary>Somebody who belongs to a ticket that is solved, or waits for them, wrote thanks and nothing else. Starts and stops no clock, and reopens nothing.</summary>
    /// <param name="At">When.</param>
    /// <param name="Mail">The mail.</param>
    /// <param name="Writer">Who.</param>
    /// <param name="Excerpt">The words, redacted.</param>
    /// <param name="Why">The intake rule's sentence.</param>
    public sealed record CustomerThanked(DateTimeOffset At, MailReference Mail, MailAddress Writer, string Excerpt, string Why) : TicketEvent(At)
    {
        /// <summary>What made it join.</summary>
        public JoinEvidence? Evidence { get; init; }
    }

    /// <summary>A machine wrote: an out-of-office note, a receipt. Starts and stops no clock.</summary>
    public sealed record AutomaticMailArrived(DateTimeOffset At, MailReference Mail, MailKind Kind, string Why) : TicketEvent(At);

    /// <summary>A mail of ours could not be delivered.</summary>
    public sealed record DeliveryFailed(DateTimeOffset At, MailReference Mail, DeliveryReport Report, string Why) : TicketEvent(At)
    {
        /// <summary>Until when nothing automatic is written to the address; null when it is not muted.</summary>
        public DateTimeOffset? MutedUntil { get; init; }
    }

    /// <summary>A mail of ours was set aside and waits for a person.</summary>
    /// <param name="At">When.</param>
    /// <param name="MailId">The mail.</param>
    /// <param name="Attempt">After which attempt: with the mail the event's identity.</param>
    /// <param name="ToCustomer">True when the customer waits for it, false when our own people do.</param>
    /// <param name="Cause">What was wrong.</param>
    /// <param name="Why">One sentence.</param>
    public sealed record MailParked(
        DateTimeOffset At, string MailId, int Attempt, bool ToCustomer, FailureKind Cause, string Why) : TicketEvent(At);

    /// <summary>A person of ours sent a mail again that was set aside.</summary>
    /// <param name="At">When.</param>
    /// <param name="Agent">Who.</param>
    /// <param name="MailId">The mail.</param>
    /// <param name="Attempt">The attempt that it was set aside after: with the mail the event's identity.</param>
    /// <param name="ToCustomer">True when it goes to the customer.</param>
    public sealed record MailResent(DateTimeOffset At, string Agent, string MailId, int Attempt, bool ToCustomer) : TicketEvent(At);

    /// <summary>A mail to the customer is held by a breaker until a person releases it.</summary>
    /// <param name="At">When.</param>
    /// <param name="MailId">The mail.</param>
    /// <param name="Domain">The domain whose budget is used up; null when it is the budget of all.</param>
    /// <param name="Why">One sentence.</param>
    public sealed record MailHeld(DateTimeOffset At, string MailId, string? Domain, string Why) : TicketEvent(At);

    /// <summary>A held mail goes on.</summary>
    /// <param name="At">When.</param>
    /// <param name="Agent">Who released it.</param>
    /// <param name="MailId">The mail.</param>
    public sealed record MailReleased(DateTimeOffset At, string Agent, string MailId) : TicketEvent(At);

    /// <summary>A held mail is set aside and not sent.</summary>
    /// <param name="At">When.</param>
    /// <param name="Agent">Who released the breaker.</param>
    /// <param name="MailId">The mail.</param>
    /// <param name="Cause">Why it is not sent.</param>
    public sealed record MailDropped(DateTimeOffset At, string Agent, string MailId, MailDropCause Cause) : TicketEvent(At);

    /// <summary>The acknowledgement was ordered, with the moment that it promises.</summary>
    public sealed record Promised(DateTimeOffset At, DateTimeOffset By, string MailId) : TicketEvent(At)
    {
        /// <summary>What makes it earlier than the deadline; null when it is the deadline.</summary>
        public UsualResponse? Usual { get; init; }

        /// <summary>True when the customer is told that there is much to do.</summary>
        public bool IsBusy { get; init; }

        /// <summary>Another ticket of the same address that the mail refers to; null when it refers to none.</summary>
        public EarlierTicket? Earlier { get; init; }
    }

    /// <summary>A new moment was promised, because the first would not be kept; once a ticket.</summary>
    public sealed record Repromised(DateTimeOffset At, DateTimeOffset By, string MailId) : TicketEvent(At);

    /// <summary>The promise will not be kept, and no new one may be written to the customer.</summary>
    /// <param name="At">When.</param>
    /// <param name="Why">What keeps the mail back, in a few words.</param>
    public sealed record RepromiseWithheld(DateTimeOffset At, string Why) : TicketEvent(At);

    /// <summary>The writer of a mail that could not be read was asked to send it again; once a ticket.</summary>
    public sealed record AskedToResend(DateTimeOffset At, string MailId) : TicketEvent(At);

    /// <summary>A customer who wrote again was told that we have it.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">The moment that the mail names; null when it names none.</param>
    /// <param name="MailId">The mail.</param>
    public sealed record FollowUpAcknowledged(DateTimeOffset At, DateTimeOffset? By, string MailId) : TicketEvent(At);

    /// <summary>A person of ours answered the customer.</summary>
    public sealed record AgentReplied(DateTimeOffset At, string Agent, string MailId) : TicketEvent(At);

    /// <summary>The matter is solved.</summary>
    public sealed record Resolved(DateTimeOffset At, string Agent) : TicketEvent(At);

    /// <summary>A person put the clock of the solution on hold: we wait for the customer.</summary>
    public sealed record Paused(DateTimeOffset At, string Agent, string Why) : TicketEvent(At);

    /// <summary>A person ended the waiting.</summary>
    public sealed record Resumed(DateTimeOffset At, string Agent, string Why) : TicketEvent(At);

    /// <summary>A person opened what was solved again.</summary>
    public sealed record Reopened(DateTimeOffset At, string Agent, string Why) : TicketEvent(At);

    /// <summary>A person put the ticket into another category. Team and priority stay.</summary>
    public sealed record Recategorised(DateTimeOffset At, string Agent, string Category, string Why) : TicketEvent(At);

    /// <summary>A person gave the ticket another priority.</summary>
    public sealed record Prioritised(DateTimeOffset At, string Agent, Priority Priority, string Why) : TicketEvent(At);

    /// <summary>A person gave the ticket to another team; nobody there has it yet.</summary>
    public sealed record Reassigned(DateTimeOffset At, string Agent, string Team, string Why) : TicketEvent(At);

    /// <summary>A person took the ticket, or was given it.</summary>
    /// <param name="At">When.</param>
    /// <param name="Agent">Who did it.</param>
    /// <param name="Assignee">Who has it now; null when it was put back and nobody has it.</param>
    /// <param name="Why">Why; may be empty.</param>
    public sealed record Assigned(DateTimeOffset At, string Agent, string? Assignee, string Why) : TicketEvent(At);

    /// <summary>A person gave a deadline more time.</summary>
    /// <param name="At">When.</param>
    /// <param name="Agent">Who.</param>
    /// <param name="Deadline">Which; of the next responses the one that was waited for then.</param>
    /// <param name="By">Counted time on the calendar in force then; above zero.</param>
    /// <param name="Why">Why; never empty.</param>
    public sealed record Extended(DateTimeOffset At, string Agent, DeadlineKind Deadline, TimeSpan By, string Why) : TicketEvent(At);

    /// <summary>A customer who does not answer was reminded; once a wait.</summary>
    /// <param name="At">When.</param>
    /// <param name="MailId">The reminder.</param>
    public sealed record Reminded(DateTimeOffset At, string MailId) : TicketEvent(At)
    {
        /// <summary>Why it was not written after all; null when it was.</summary>
        public string? KeptBack { get; init; }
    }

    /// <summary>Closed because the customer did not answer. Their next word opens it again.</summary>
    /// <param name="At">When.</param>
    /// <param name="MailId">The notice.</param>
    public sealed record ClosedUnanswered(DateTimeOffset At, string MailId) : TicketEvent(At)
    {
        /// <summary>Why the notice was not written; null when it was.</summary>
        public string? KeptBack { get; init; }
    }

    /// <summary>The customer was asked how it went; once a ticket.</summary>
    /// <param name="At">When.</param>
    /// <param name="MailId">The mail.</param>
    /// <param name="Until">The moment from which no answer is taken.</param>
    public sealed record SatisfactionAsked(DateTimeOffset At, string MailId, DateTimeOffset Until) : TicketEvent(At)
    {
        /// <summary>Why it was not written after all; null when it was.</summary>
        public string? KeptBack { get; init; }
    }

    /// <summary>The customer said how it went; once a ticket. "Not solved" opens it again.</summary>
    /// <param name="At">When.</param>
    /// <param name="Rating">Their answer.</param>
    /// <param name="Comment">Their words, redacted; may be empty.</param>
    public sealed record CustomerRated(DateTimeOffset At, SatisfactionRating Rating, string Comment) : TicketEvent(At);

    /// <summary>A person brought the ticket before the head of support.</summary>
    /// <param name="At">When.</param>
    /// <param name="Agent">Who.</param>
    /// <param name="Why">Why; may be empty.</param>
    /// <param name="MailId">The notice that was ordered.</param>
    public sealed record EscalatedByHand(DateTimeOffset At, string Agent, string Why, string MailId) : TicketEvent(At);

    /// <summary>The ticket ended in another one, which mails that answer it go to.</summary>
    public sealed record MergedInto(DateTimeOffset At, string Agent, TicketNumber Into) : TicketEvent(At);

    /// <summary>Another ticket was merged into this one; its people belong here.</summary>
    public sealed record TookIn(DateTimeOffset At, string Agent, TicketNumber From, IReadOnlyList<string> People) : TicketEvent(At);

    /// <summary>A mail that had joined was taken out again: ticket and clock are as if it had never been there.</summary>
    /// <param name="At">When.</param>
    /// <param name="Agent">Who asked.</param>
    /// <param name="Sha256">The mail.</param>
    /// <param name="Into">The ticket of its own that it has now.</param>
    public sealed record JoinUndone(DateTimeOffset At, string Agent, string Sha256, TicketNumber Into) : TicketEvent(At);

    /// <summary>A rung of the ladder was reached; each round of it once per deadline.</summary>
    /// <param name="At">When it was noticed.</param>
    /// <param name="Deadline">Which deadline.</param>
    /// <param name="Due">The deadline's moment then.</param>
    /// <param name="Step">The step's name.</param>
    /// <param name="Percent">The share of the target that it stands for; 100 and above are breaches.</param>
    /// <param name="MailId">Its own id, which the mails that tell it name (<c>OutgoingMail.Tells</c>).</param>
    public sealed record LadderReached(
        DateTimeOffset At,
        DeadlineKind Deadline,
        DateTimeOffset Due,
        string Step,
        int Percent,
        string MailId) : TicketEvent(At)
    {
        /// <summary>1 for the first time; 2 for the first repeat.</summary>
        public int Round { get; init; } = 1;

        /// <summary>Since when somebody waited: with the kind the deadline's identity. Null in old events.</summary>
        public DateTimeOffset? Since { get; init; }
    }
}

/// <summary>Why a held mail is not sent.</summary>
public enum MailDropCause
{
    /// <summary>The person who released the breaker wants it so.</summary>
    Person,

    /// <summary>It promises an answer by a moment that has passed.</summary>
    PromisePassed,

    /// <summary>Mails to its address came back meanwhile.</summary>
    Muted,
}

/// <summary>The mail behind an event.</summary>
/// <param name="Sha256">SHA-256 of its raw bytes.</param>
/// <param name="ThreadId">Its Message-ID or what stands for it.</param>
/// <param name="References">Its References, newest last, bounded.</param>
/// <param name="Blob">The raw mail's blob name.</param>
public sealed record MailReference(string Sha256, string ThreadId, IReadOnlyList<string> References, string Blob)
{
    /// <summary>Exchange's own thread mark (MS-OXOMSG 2.2.1.3), base64; null when there is none.</summary>
    public string? ThreadIndex { get; init; }
}
