using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>Writes to somebody who wrote again that their mail has joined the ticket.</summary>
/// <remarks>
/// Template values, all strings unless said: those of every mail to a customer (see <see cref="NewPromise"/>); <c>promise</c> (empty when there
/// is no moment ahead); <c>unchanged</c> (bool: it is the one that was promised before); <c>late</c> (bool: the promised moment has passed
/// without an answer); <c>complete</c> (bool: the mail brings the last of what we asked for); <c>missing</c> (list: what is still missing);
/// <c>backAt</c> (as in the acknowledgement).
/// </remarks>
public static class FollowUpNotice
{
    /// <summary>The short acknowledgement of one more mail.</summary>
    /// <param name="ticket">The ticket with the mail.</param>
    /// <param name="wrote">The mail.</param>
    /// <param name="told">That it is acknowledged.</param>
    /// <param name="house">Policy and key.</param>
    public static OutgoingMail Write(Ticket ticket, TicketEvent.CustomerWrote wrote, TicketEvent.FollowUpAcknowledged told, HouseRules house)
    {
        var (policy, to) = (house.Policy, new CustomerMailTo(wrote.Writer, wrote.Understanding.ReplyLanguage, wrote.Mail));
        var values = new Dictionary<string, object?>
        {
            ["promise"] = told.By is { } by ? PromiseWording.By(by, told.At, policy.Company, to.Language) : "",
            ["unchanged"] = ticket.AnsweredAt is null && told.By is not null && told.By == ticket.PromisedAt,
            ["late"] = ticket.AnsweredAt is null && ticket.PromisedAt <= told.At,
            ["complete"] = wrote.Brought.Count > 0 && ticket.Missing.Count == 0,
            ["missing"] = wrote.Brought.Count > 0 ? CustomerMail.Asked(ticket.Missing, policy, to.Language) : [],
            ["backAt"] = OpeningHours.BackAt(ticket, told.At, policy, to.Language),
        };
        return CustomerMail.Of((OutgoingKind.FollowUp, told.MailId), to, values, ticket, house);
    }
}
