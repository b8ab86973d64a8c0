namespace Mailroom.Core.Tickets;

/// <summary>The earlier ticket that a new one seems to continue: a hint for an agent, never shown to the customer and never acted on by itself.</summary>
/// <param name="Ticket">The earlier ticket.</param>
/// <param name="Score">How much speaks for it, 0 to 1.</param>
/// <param name="Reasons">What speaks for it.</param>
public sealed record ParentSuggestion(TicketNumber Ticket, double Score, IReadOnlyList<SuggestionReason> Reasons)
{
    /// <summary>From this score on it is called likely, below it possible.</summary>
    public const double Likely = 0.7;
}

/// <summary>What can speak for a parent.</summary>
public enum SuggestionReason
{
    /// <summary>The mail looks like a reply.</summary>
    LooksLikeReply,

    /// <summary>The same address opened the earlier ticket.</summary>
    SameSender,

    /// <summary>Both name the same transaction or order.</summary>
    SameTransaction,

    /// <summary>The subjects are alike.</summary>
    SimilarSubject,

    /// <summary>The earlier ticket is at most a week old.</summary>
    Recent,

    /// <summary>The subject holds the ticket's number, though the sender does not belong to it.</summary>
    NumberInSubject,
}
