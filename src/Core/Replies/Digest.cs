using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>Writes the managers' digests: what is overdue, what will be.</summary>
public static class Digest
{
    /// <summary>The digest of each manager whose teams have something to tell; none for a manager with nothing.</summary>
    /// <param name="openTickets">Every ticket that is not resolved.</param>
    /// <param name="at">The moment the digest is for: with the manager the mail's identity.</param>
    /// <param name="house">Policy and key.</param>
    public static IReadOnlyList<OutgoingMail> Write(IReadOnlyList<Ticket> openTickets, DateTimeOffset at, HouseRules house) =>
        throw new NotSupportedException();
}
