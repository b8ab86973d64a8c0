using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Core.Understanding;

namespace Mailroom.Core.Replies;

/// <summary>Writes what a customer gets whose mail could not be read: we have it, it was too large, please send it again, a person answers by then.</summary>
/// <remarks>
/// It takes the acknowledgement's place and its id, so that a mail is never answered by both. Template values, all strings unless said:
/// <c>ticket</c>; <c>company</c>; <c>name</c> (empty when none is safe); <c>size</c> and <c>limit</c> ("41.2 MB", "35 MB"; both empty when not
/// the size was the trouble); <c>urgent</c> (bool, P1); <c>promise</c> (empty when that moment is past); <c>backAt</c> (as in the
/// acknowledgement); <c>officialChannels</c> (list); <c>antiPhishing</c>.
/// </remarks>
public static class UnreadNotice
{
    /// <summary>The answer to the mail that opened a ticket.</summary>
    public static OutgoingMail Write(Ticket ticket, TicketEvent.Opened opened, TicketEvent.Promised promised, HouseRules house) =>
        Write(ticket, new Unread(MailThread.Shown(opened), opened.Requester, opened.Understanding), promised.MailId, (promised.At, promised.By), house);

    /// <summary>The answer to a mail that joined a ticket.</summary>
    public static OutgoingMail Write(Ticket ticket, TicketEvent.CustomerWrote wrote, TicketEvent.AskedToResend asked, HouseRules house) =>
        Write(ticket, new Unread(wrote.Mail, wrote.Writer, wrote.Understanding), asked.MailId, (asked.At, ticket.ResponseDue), house);

    private static OutgoingMail Write(
        Ticket ticket, Unread unread, string id, (DateTimeOffset Now, DateTimeOffset? By) promise, HouseRules house) => CustomerMail.Of(
        (OutgoingKind.Unread, id),
        new CustomerMailTo(unread.Writer, unread.Understanding.ReplyLanguage, unread.Mail),
        Values(ticket, unread, promise, house.Policy),
        ticket,
        house);

    private static Dictionary<string, object?> Values(
        Ticket ticket, Unread unread, (DateTimeOffset Now, DateTimeOffset? By) promise, SupportPolicy policy)
    {
        var (company, language) = (policy.Company, unread.Understanding.ReplyLanguage);
        var (size, limit) = unread.Understanding.Unread is { Bound: MailBound.Size } bound && bound.Found > bound.Limit
            ? (Megabytes.Up(bound.Found), Megabytes.Down(bound.Limit))
            : ("", "");
        return new()
        {
            ["size"] = size,
            ["limit"] = limit,
            ["urgent"] = ticket.Priority == Priority.P1,
            ["promise"] = promise.By > promise.Now ? PromiseWording.By(promise.By.Value, promise.Now, company, language) : "",
            ["backAt"] = OpeningHours.BackAt(ticket, promise.Now, policy, language),
        };
    }

    private sealed record Unread(MailReference Mail, MailAddress Writer, MailUnderstanding Understanding);
}
