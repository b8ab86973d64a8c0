using System.Globalization;
using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Tickets;

/// <summary>Ids of the mails that a ticket causes: the same cause makes the same id, however often a step runs.</summary>
internal static class MailIds
{
    /// <summary>The acknowledgement of one mail.</summary>
    public static string Acknowledgement(SigningKey key, TicketNumber ticket, string sha256) =>
        key.Derive("acknowledgement", ticket.Value, sha256);

    /// <summary>The notice of one rung of one deadline.</summary>
    public static string Notice(SigningKey key, TicketNumber ticket, Rung rung) =>
        key.Derive(
            "notice",
            ticket.Value,
            rung.Deadline.Kind.ToString(),
            rung.Deadline.Due.UtcTicks.ToString(CultureInfo.InvariantCulture),
            rung.Step.Name);
}
