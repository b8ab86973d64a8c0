using Mailroom.Core.Policy;
using Mailroom.Core.Replies.Digests;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers;

/// <summary>The signed links of digests: looking at one changes nothing, using one does its one thing once.</summary>
public sealed class UseLink(TicketStore tickets, TicketChange change, HouseRules house, ILogger<UseLink> logger)
{
    /// <summary>What a link is worth at a moment. Anything may be shown to it.</summary>
    public async Task<LinkReading> LookAsync(string purpose, string token, DateTimeOffset now, CancellationToken cancellation)
    {
        if (ActionToken.Read(house.Key, purpose, token, now) is not { } read || read is ActionReading.Forged
            || DigestLinks.HolderOf(Allowed(read), house) is not { } holder)
        {
            return new LinkReading.Unknown();
        }

        var allowed = Allowed(read);
        var stored = await tickets.LoadAsync(allowed.Ticket, cancellation);
        var id = DigestLinks.IdOf(allowed, house.Key);
        return stored.History.Ticket is null ? new LinkReading.Unknown()
            : stored.Links.FirstOrDefault(l => l.Id == id) is { } used ? new LinkReading.Used(holder, stored.History, used)
            : read is ActionReading.Expired ? new LinkReading.Expired(holder, allowed)
            : new LinkReading.Usable(holder, stored.History, allowed);
    }

    /// <summary>Uses a link; the second use of it changes nothing.</summary>
    /// <param name="link">The link, as a look found it.</param>
    /// <param name="choice">Which of the things that it can do.</param>
    /// <param name="why">The reason; empty for none.</param>
    /// <param name="version">The ticket's version that the person saw.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<ChangedTicket> UseAsync(LinkReading.Usable link, LinkChoice choice, string why, int version, CancellationToken cancellation)
    {
        var wish = choice.Because(why);
        var seen = new SeenTicket(version, Force: true);
        var used = new UsedLink(DigestLinks.IdOf(link.Allowed, house.Key), wish.At, 0);
        var changed = await change.TryMakeAsync(
            link.Allowed.Ticket, wish, history => SteeringRules.Judge(history, wish, seen, house.Policy), e => SteeringRules.IsTrace(wish, e), cancellation, used);
        if (changed.IsNew)
        {
            logger.LinkUsed(link.Allowed.Ticket.Value, link.Allowed.Purpose);
        }

        return changed;
    }

    private static AllowedAction Allowed(ActionReading read) => read switch
    {
        ActionReading.Valid valid => valid.Allowed,
        ActionReading.Expired expired => expired.Allowed,
        _ => throw new NotSupportedException("A forged token allows nothing."),
    };
}

/// <summary>What a link is worth.</summary>
public abstract record LinkReading
{
    private LinkReading()
    {
    }

    /// <summary>It is none of ours, or its holder gets no digests any more.</summary>
    public sealed record Unknown : LinkReading;

    /// <summary>Its time is over.</summary>
    public sealed record Expired(DigestPolicy Holder, AllowedAction Allowed) : LinkReading;

    /// <summary>It was used.</summary>
    public sealed record Used(DigestPolicy Holder, TicketHistory History, UsedLink Use) : LinkReading;

    /// <summary>It can be used.</summary>
    public sealed record Usable(DigestPolicy Holder, TicketHistory History, AllowedAction Allowed) : LinkReading;
}
