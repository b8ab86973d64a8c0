using Mailroom.Core.Mail;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets;

/// <summary>Which bounces mute an address for automatic mail.</summary>
public static class Muting
{
    /// <summary>The address that a bounce is about: the one it names, else the requester's.</summary>
    public static string AddressOf(Ticket ticket, DeliveryReport report) => report.Recipient?.Trim().ToLowerInvariant() ?? ticket.Requester.Key;

    // A full mailbox, a mail that is too large and a server that dislikes us say nothing against the address (RFC 3463 3.3, 3.4, 3.8).
    private static readonly string[] Passing = ["5.2.2", "5.2.3", "5.3.4", "5.7."];

    /// <summary>Until when; null for a failure that may pass, and for an address that does not belong to the ticket, whatever a report says.</summary>
    internal static DateTimeOffset? Until(Ticket ticket, TicketCommand.NoteBounce bounce) =>
        bounce.Report.IsPermanent
        && !Array.Exists(Passing, p => bounce.Report.Status.StartsWith(p, StringComparison.Ordinal))
        && ticket.People.Contains(AddressOf(ticket, bounce.Report), StringComparer.Ordinal)
            ? bounce.At + BudgetPolicy.MutedFor
            : null;
}
