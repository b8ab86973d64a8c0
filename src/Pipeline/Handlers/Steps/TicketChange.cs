using Mailroom.Core.Effects;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Brings what a person asked of a ticket into it: one transaction, then its effects.</summary>
public sealed class TicketChange(TicketStore tickets, EffectsDispatcher effects, HouseRules house)
{
    private const int Tries = 10;

    /// <summary>Makes a change; one that was made before has its effects carried out again, since its first run may have died before.</summary>
    /// <param name="number">The ticket.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="isDone">Tells the event that the change leaves.</param>
    /// <param name="cancellation">Stops.</param>
    public Task MakeAsync(TicketNumber number, TicketCommand command, Func<TicketEvent, bool> isDone, CancellationToken cancellation) =>
        TryMakeAsync(number, command, _ => new SteerVerdict.Go(), isDone, cancellation);

    /// <summary>The same for a change that may be refused by what the ticket is at the moment of saving.</summary>
    /// <param name="number">The ticket.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="judge">Says whether it can be done.</param>
    /// <param name="isDone">Tells the event that the change leaves.</param>
    /// <param name="cancellation">Stops.</param>
    /// <param name="link">The link that asks for it: one that was used before asks for nothing more. Its event is found here.</param>
    public async Task<ChangedTicket> TryMakeAsync(
        TicketNumber number,
        TicketCommand command,
        Func<TicketHistory, SteerVerdict> judge,
        Func<TicketEvent, bool> isDone,
        CancellationToken cancellation,
        UsedLink? link = null)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var stored = await tickets.LoadAsync(number, cancellation);
            var verdict = stored.Links.Any(l => l.Id == link?.Id) ? new SteerVerdict.DoneBefore() : judge(stored.History);
            if (verdict is SteerVerdict.Refused refused)
            {
                return new(stored.History, false, refused.Why);
            }

            var events = verdict is SteerVerdict.Go ? TicketDecider.Decide(stored.History, command, house) : [];
            if (events.Count == 0)
            {
                await RepeatAsync(stored, isDone, cancellation);
                return new(stored.History, false, null);
            }

            var after = TicketDecider.Apply(stored.History, events, house);
            var ordered = ReplyPlan.For(stored.History.Ticket, after, events, house);
            var mails = ordered.OfType<Effect.SendMail>().Select(s => s.Mail).ToList();
            if (await tickets.SaveAsync(new TicketSave(stored, after.Ticket!, events, null, mails) { Link = link is null ? null : link with { Event = stored.History.Events.Count + 1 } }, cancellation) == SaveResult.Saved)
            {
                await effects.DispatchAsync(number, ordered, cancellation);
                return new(after, true, null);
            }
        }

        throw new InvalidOperationException($"Ticket {number} moved {Tries} times while it was changed.");
    }

    private async Task RepeatAsync(StoredTicket stored, Func<TicketEvent, bool> isDone, CancellationToken cancellation)
    {
        var events = stored.History.Events;
        if (events.LastOrDefault(isDone) is not { } done)
        {
            return;
        }

        var before = TicketDecider.Apply(TicketHistory.None, [.. events.TakeWhile(e => e != done)], house);
        var after = TicketDecider.Apply(before, [done], house);
        await effects.DispatchAsync(stored.Number, ReplyPlan.For(before.Ticket, after, [done], house), cancellation);
    }
}

/// <summary>A ticket after a change was asked of it.</summary>
/// <param name="History">The ticket as it is now; without a ticket when there is none.</param>
/// <param name="IsNew">True when this wish changed it; false when it was so before, or was refused.</param>
/// <param name="Refusal">Why it was not done; null when it was.</param>
public sealed record ChangedTicket(TicketHistory History, bool IsNew, SteerRefusal? Refusal);
