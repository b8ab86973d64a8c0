namespace Mailroom.Core.Tickets;

/// <summary>What time has written to a customer: it needs the same leave as an acknowledgement, which the shell asks for.</summary>
public static class CustomerTimers
{
    /// <summary>The mail to the customer that an event orders because time passed; null for all others.</summary>
    public static string? MailOf(TicketEvent reached) => reached switch
    {
        TicketEvent.Repromised e => e.MailId,
        TicketEvent.Reminded e => e.MailId,
        TicketEvent.ClosedUnanswered e => e.MailId,
        TicketEvent.SatisfactionAsked e => e.MailId,
        _ => null,
    };

    /// <summary>Why nothing automatic is written about a ticket at all; null when it may be.</summary>
    /// <remarks>Who was not acknowledged, for a list, a machine's mark or a budget, is not reminded either.</remarks>
    public static string? Silenced(TicketHistory history) =>
        history.Ticket is { Requester.Address.Length: 0 } ? "the mail named no sender"
        : history.Events.Any(e => e is TicketEvent.Promised) ? null
        : "its mail was not acknowledged automatically either";

    /// <summary>The event without its mail. A ticket is closed all the same; a reminder or a question is not tried again.</summary>
    public static TicketEvent Without(TicketEvent reached, string why) => reached switch
    {
        TicketEvent.Reminded e => e with { KeptBack = why },
        TicketEvent.ClosedUnanswered e => e with { KeptBack = why },
        TicketEvent.SatisfactionAsked e => e with { KeptBack = why },
        _ => reached,
    };
}
