using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>Writes to a customer that the promised moment will not be kept, and which one will.</summary>
/// <remarks>
/// Template values, all strings unless said: those of every mail to a customer (<c>ticket</c>; <c>company</c>; <c>name</c>, empty when none is
/// safe; <c>officialChannels</c>, a list; <c>antiPhishing</c>); <c>promised</c> and <c>promise</c> (the first moment and the new one);
/// <c>backAt</c> (as in the acknowledgement).
/// </remarks>
public static class NewPromise
{
    /// <summary>The mail about a new promise.</summary>
    /// <param name="ticket">The ticket, promised before.</param>
    /// <param name="opened">Its opening.</param>
    /// <param name="again">The new promise.</param>
    /// <param name="house">Policy and key.</param>
    public static OutgoingMail Write(Ticket ticket, TicketEvent.Opened opened, TicketEvent.Repromised again, HouseRules house)
    {
        var (company, to) = (house.Policy.Company, CustomerMailTo.Requester(opened));
        var first = ticket.Promise is { } promise ? PromiseWording.Named(promise.By, promise.MadeAt) : again.By;
        var values = new Dictionary<string, object?>
        {
            ["promised"] = PromiseWording.By(first, again.At, company, to.Language),
            ["promise"] = PromiseWording.By(again.By, again.At, company, to.Language),
            ["backAt"] = OpeningHours.BackAt(ticket, again.At, house.Policy, to.Language),
        };
        return CustomerMail.Of((OutgoingKind.NewPromise, again.MailId), to, values, ticket, house);
    }
}
