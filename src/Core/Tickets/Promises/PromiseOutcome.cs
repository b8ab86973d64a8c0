using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets.Promises;

/// <summary>What became of the promise of one ticket.</summary>
/// <param name="Category">The ticket's category, as it is known now.</param>
/// <param name="Language">The customer's language.</param>
/// <param name="MadeAt">When it was promised.</param>
/// <param name="By">The moment that was promised first.</param>
/// <param name="State">Whether it was kept.</param>
public sealed record PromiseOutcome(string Category, ReplyLanguage Language, DateTimeOffset MadeAt, DateTimeOffset By, PromiseState State)
{
    /// <summary>The moment of the new promise; null when none was made.</summary>
    public DateTimeOffset? NewBy { get; init; }

    /// <summary>When a person of ours first answered; null while nobody has.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>True when the first promise was broken and the new one kept.</summary>
    public bool IsKeptAnew => State == PromiseState.Broken && AnsweredAt <= NewBy;

    /// <summary>The outcome at an instant; null for a ticket without a promise.</summary>
    /// <remarks>
    /// Only a person's answer keeps a promise, at the very moment or before. Solving without an answer keeps nothing: the customer
    /// was promised a word. Of a ticket that was merged before the moment the answer comes in another ticket, so nobody can say.
    /// </remarks>
    public static PromiseOutcome? Of(Ticket ticket, DateTimeOffset now) => ticket.Promise is { } promise
        ? new(ticket.Category, ticket.Language, promise.MadeAt, promise.By, StateOf(ticket, promise, now))
        {
            NewBy = promise.NewBy,
            AnsweredAt = ticket.AnsweredAt,
        }
        : null;

    private static PromiseState StateOf(Ticket ticket, TicketPromise promise, DateTimeOffset now) =>
        promise.IsWithdrawn ? PromiseState.Withdrawn
        : ticket.AnsweredAt <= promise.By ? PromiseState.Kept
        : ticket.MergedInto is not null && ticket.ResolvedAt <= promise.By ? PromiseState.Withdrawn
        : now >= promise.By ? PromiseState.Broken
        : PromiseState.Running;
}

/// <summary>Whether a promise was kept.</summary>
public enum PromiseState
{
    /// <summary>Its moment lies ahead and nobody has answered.</summary>
    Running,

    /// <summary>A person answered in time.</summary>
    Kept,

    /// <summary>No person answered in time.</summary>
    Broken,

    /// <summary>The customer never got it, or another ticket goes on with the matter: it is in no percentage.</summary>
    Withdrawn,
}
