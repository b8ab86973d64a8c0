using Mailroom.Core.Effects;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers.Steps;

namespace Mailroom.Pipeline.Handlers;

/// <summary>Merges one ticket into another: the other learns of it first, so that a crash between leaves nothing that leads nowhere.</summary>
public sealed class MergeTickets(TicketStore tickets, MergedTickets merged, EffectsDispatcher effects, HouseRules house, TimeProvider clock)
{
    private const int Tries = 10;

    /// <summary>Merges; the same merge again changes nothing.</summary>
    /// <param name="from">The ticket that ends.</param>
    /// <param name="into">The ticket that goes on; where it was merged itself, the one that it leads to.</param>
    /// <param name="agent">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<MergeResult> HandleAsync(TicketNumber from, TicketNumber into, string agent, CancellationToken cancellation)
    {
        if (await tickets.FindHeaderAsync(from, cancellation) is not { } source)
        {
            return new MergeResult.NoTicket(from);
        }

        var way = await merged.WayOfAsync(into, cancellation);
        if (way.Count == 0)
        {
            return new MergeResult.NoTicket(into);
        }

        if (way.Any(t => t.Number == from))
        {
            return new MergeResult.Circle();
        }

        var target = way[^1].Number;
        if (source.MergedInto is { } earlier && earlier != target)
        {
            return new MergeResult.MergedBefore(earlier);
        }

        var now = clock.GetUtcNow();
        await ChangeAsync(target, new TicketCommand.TakeIn(now, agent, from, source.People), cancellation);
        await ChangeAsync(from, new TicketCommand.Merge(now, agent, target), cancellation);
        return new MergeResult.Merged(target);
    }

    private async Task ChangeAsync(TicketNumber number, TicketCommand command, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var stored = await tickets.LoadAsync(number, cancellation);
            var events = TicketDecider.Decide(stored.History, command, house);
            if (events.Count == 0)
            {
                return;
            }

            var after = TicketDecider.Apply(stored.History, events, house);
            var ordered = ReplyPlan.For(stored.History.Ticket, after, events, house);
            var mails = ordered.OfType<Effect.SendMail>().Select(s => s.Mail).ToList();
            if (await tickets.SaveAsync(new TicketSave(stored, after.Ticket!, events, null, mails), cancellation) == SaveResult.Saved)
            {
                await effects.DispatchAsync(number, ordered, cancellation);
                return;
            }
        }

        throw new InvalidOperationException($"Ticket {number} moved {Tries} times while tickets were merged.");
    }
}

/// <summary>How a merge ended.</summary>
public abstract record MergeResult
{
    private MergeResult()
    {
    }

    /// <summary>Done, now or before.</summary>
    /// <param name="Into">The ticket that goes on.</param>
    public sealed record Merged(TicketNumber Into) : MergeResult;

    /// <summary>There is no such ticket.</summary>
    public sealed record NoTicket(TicketNumber Number) : MergeResult;

    /// <summary>The other ticket leads back to this one, or is it.</summary>
    public sealed record Circle : MergeResult;

    /// <summary>It was merged into another one.</summary>
    public sealed record MergedBefore(TicketNumber Into) : MergeResult;
}
