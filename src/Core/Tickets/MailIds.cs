using System.Globalization;

namespace Mailroom.Core.Tickets;

/// <summary>Ids of the mails that a ticket causes: the same cause makes the same id, however often a step runs.</summary>
internal static class MailIds
{
    /// <summary>The acknowledgement of one mail.</summary>
    public static string Acknowledgement(SigningKey key, TicketNumber ticket, string sha256) =>
        key.Derive("acknowledgement", ticket.Value, sha256);

    /// <summary>The new promise of a ticket, which has one at most.</summary>
    public static string NewPromise(SigningKey key, TicketNumber ticket) => key.Derive("new-promise", ticket.Value);

    /// <summary>A mail of one wait for the customer.</summary>
    public static string OfWait(SigningKey key, string kind, TicketNumber ticket, DateTimeOffset since) =>
        key.Derive(kind, ticket.Value, since.UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>The question how it went, of which a ticket has one at most.</summary>
    public static string Satisfaction(SigningKey key, TicketNumber ticket) => key.Derive("satisfaction", ticket.Value);

    /// <summary>The notice that a person escalated a ticket.</summary>
    public static string HandEscalation(SigningKey key, TicketNumber ticket, TicketCommand.EscalateByHand wish) =>
        key.Derive("escalated", ticket.Value, wish.At.UtcTicks.ToString(CultureInfo.InvariantCulture), wish.Agent);

    /// <summary>One round of one rung of one deadline: what the ids of its notices are derived from.</summary>
    public static string Notice(SigningKey key, TicketNumber ticket, Rung rung)
    {
        var since = rung.Deadline.Spans[0].From.UtcTicks.ToString(CultureInfo.InvariantCulture);
        return key.Derive(
            "notice", ticket.Value, rung.Deadline.Kind.ToString(), since, rung.Step.Name, rung.Round.ToString(CultureInfo.InvariantCulture));
    }
}
