namespace Mailroom.Core.Tickets.Promises;

/// <summary>What a ticket's customer was promised: a person's answer by a moment.</summary>
/// <param name="MadeAt">When it was promised.</param>
/// <param name="By">The moment. It is never moved: a new promise stands beside it.</param>
/// <param name="MailId">The mail that says it.</param>
public sealed record TicketPromise(DateTimeOffset MadeAt, DateTimeOffset By, string MailId)
{
    /// <summary>The moment of the new promise that was made because the first would not be kept; null when none was made.</summary>
    public DateTimeOffset? NewBy { get; init; }

    /// <summary>The mail that says the new one; null when there is none.</summary>
    public string? NewMailId { get; init; }

    /// <summary>True when its mail was held back for good, so that the customer never heard of it.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The moment that the customer knows of; null when none.</summary>
    public DateTimeOffset? InForce => IsWithdrawn ? null : NewBy ?? By;

    /// <summary>The promise when a person sends its mail after all.</summary>
    public TicketPromise With(string mailId) => mailId == MailId ? this with { IsWithdrawn = false } : this;

    /// <summary>The promise when a mail is not sent after all: what only that mail says, nobody was promised.</summary>
    public TicketPromise Without(string mailId) =>
        mailId == MailId ? this with { IsWithdrawn = true }
        : mailId == NewMailId ? this with { NewBy = null, NewMailId = null }
        : this;
}
