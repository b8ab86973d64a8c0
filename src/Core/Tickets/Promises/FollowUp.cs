using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets.Promises;

/// <summary>Whether and what a customer who wrote again is told.</summary>
public static class FollowUp
{
    /// <summary>True when a short mail is due: the policy wants it, and no word of ours, a person's or an automatic one, is fresh.</summary>
    /// <param name="history">The ticket before the mail.</param>
    /// <param name="wrote">The mail.</param>
    /// <param name="policy">The policy.</param>
    public static bool IsWanted(TicketHistory history, TicketEvent.CustomerWrote wrote, SupportPolicy policy) =>
        policy.FollowUp.Acknowledges
        && wrote.Understanding.Unread is null
        && history.Ticket is { MergedInto: null } ticket
        && !history.Events.Any(e => IsOurWord(e, Completes(ticket, wrote)) && (wrote.At - e.At).Duration() < policy.FollowUp.QuietFor);

    /// <summary>True when the mail brings the last of what we asked for.</summary>
    /// <param name="before">The ticket before it.</param>
    /// <param name="wrote">The mail.</param>
    public static bool Completes(Ticket before, TicketEvent.CustomerWrote wrote) =>
        before.Missing.Count > 0 && before.Missing.All(wrote.Brought.Contains);

    /// <summary>The event: the promise that stands, else when the answer is due now, else no moment.</summary>
    /// <param name="after">The ticket after the mail.</param>
    /// <param name="wrote">The mail.</param>
    /// <param name="key">The house's secret.</param>
    internal static TicketEvent Acknowledge(Ticket after, TicketEvent.CustomerWrote wrote, SigningKey key)
    {
        var moment = after.AnsweredAt is null && after.PromisedAt is { } promised ? promised : after.ResponseDue;
        return new TicketEvent.FollowUpAcknowledged(
            wrote.At, moment > wrote.At ? moment : null, MailIds.Acknowledgement(key, after.Number, wrote.Mail.Sha256));
    }

    // Who was asked for facts and sends them waits for a word that they arrived, however soon: the acknowledgement does not silence that one.
    private static bool IsOurWord(TicketEvent e, bool completes) => e switch
    {
        TicketEvent.AgentReplied or TicketEvent.FollowUpAcknowledged or TicketEvent.Repromised or TicketEvent.AskedToResend => true,
        TicketEvent.Promised => !completes,
        _ => false,
    };
}
