using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>What becomes of a held mail once its breaker is released.</summary>
public static class HeldMail
{
    /// <summary>Why it is set aside; null when it goes on.</summary>
    /// <param name="history">Its ticket.</param>
    /// <param name="mailId">The mail.</param>
    /// <param name="isDropped">True when the person who released it wants it dropped.</param>
    /// <param name="isMuted">True when its address has been muted meanwhile.</param>
    /// <param name="now">Now.</param>
    public static MailDropCause? Drops(TicketHistory history, string mailId, bool isDropped, bool isMuted, DateTimeOffset now) =>
        (isDropped, IsLate(history, mailId, now), isMuted) switch
        {
            (true, _, _) => MailDropCause.Person,
            (_, true, _) => MailDropCause.PromisePassed,
            (_, _, true) => MailDropCause.Muted,
            _ => null,
        };

    // A mail that promises an answer by a moment that has passed would be a broken promise in writing.
    private static bool IsLate(TicketHistory history, string mailId, DateTimeOffset now) =>
        history.PromiseOf(mailId) <= now;
}
