using Mailroom.Core.Deadlines;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets.Pauses;
using Mailroom.Core.Tickets.Promises;

namespace Mailroom.Core.Tickets;

/// <summary>A ticket as it stands: the fold of its events, kept as the header row.</summary>
public sealed record Ticket
{
    /// <summary>The number.</summary>
    public required TicketNumber Number { get; init; }

    /// <summary>How many events made it: the sequence number of the last one.</summary>
    public required int Version { get; init; }

    /// <summary>Where it stands.</summary>
    public required TicketStatus Status { get; init; }

    /// <summary>Who asks.</summary>
    public required MailAddress Requester { get; init; }

    /// <summary>Address keys of everyone who belongs to the ticket, the requester first.</summary>
    public required IReadOnlyList<string> People { get; init; }

    /// <summary>The language we answer in.</summary>
    public required ReplyLanguage Language { get; init; }

    /// <summary>The redacted subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The first words, redacted.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>The category's code.</summary>
    public required string Category { get; init; }

    /// <summary>How sure the category is, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>A second issue's category.</summary>
    public string? Secondary { get; init; }

    /// <summary>The priority.</summary>
    public required Priority Priority { get; init; }

    /// <summary>The team that works it.</summary>
    public required string Team { get; init; }

    /// <summary>Who has it; null when nobody.</summary>
    public string? Assignee { get; init; }

    /// <summary>How far the requester's address is proven.</summary>
    public TrustLevel Trust { get; init; }

    /// <summary>Codes of the facts still missing.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Another ticket that this one came out of.</summary>
    public TicketNumber? LinkedTo { get; init; }

    /// <summary>The ticket that goes on with the matter; null unless this one was merged.</summary>
    public TicketNumber? MergedInto { get; init; }

    /// <summary>SHA-256 of the mail that opened it.</summary>
    public required string OriginMail { get; init; }

    /// <summary>When it was opened: when the first mail was received.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When its customer last wrote.</summary>
    public required DateTimeOffset LastCustomerAt { get; init; }

    /// <summary>When it was solved; null while it is not.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>When it was last opened again after it had been solved; null when it never was.</summary>
    public DateTimeOffset? ReopenedAt { get; init; }

    /// <summary>The moment that we promised an answer by, the new one after a new promise; null when the customer knows of none.</summary>
    public DateTimeOffset? PromisedAt { get; init; }

    /// <summary>What the customer was promised; null before a promise.</summary>
    public TicketPromise? Promise { get; init; }

    /// <summary>When a person of ours first answered; null while nobody has.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When the next response is due; null when nobody waits for one.</summary>
    public DateTimeOffset? ResponseDue { get; init; }

    /// <summary>When the solution is due; null when solved and while we wait for the customer.</summary>
    public DateTimeOffset? ResolutionDue { get; init; }

    /// <summary>When the solution is due by law; null when solved and where no law sets a term.</summary>
    public DateTimeOffset? RegulatoryDue { get; init; }

    /// <summary>The latest pauses that people began by hand, oldest first.</summary>
    public IReadOnlyList<TicketPause> Pauses { get; init; } = [];

    /// <summary>When something happens next that the clock decides (a ladder step); null when nothing will.</summary>
    public DateTimeOffset? NextCheck { get; init; }
}

/// <summary>Where a ticket stands.</summary>
public enum TicketStatus
{
    /// <summary>Nobody has answered yet.</summary>
    New,

    /// <summary>It is worked: we have answered before and the customer waits again, or a person took it up again.</summary>
    Open,

    /// <summary>We wait for the customer.</summary>
    Waiting,

    /// <summary>Solved; a reply reopens it.</summary>
    Resolved,
}
