using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers.Steps;

namespace Mailroom.Pipeline.Handlers;

/// <summary>Merges one ticket into another: the other learns of it first, so that a crash between leaves nothing that leads nowhere.</summary>
public sealed class MergeTickets(TicketStore tickets, MergedTickets merged, TicketChange change, TimeProvider clock)
{
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
        await change.MakeAsync(
            target, new TicketCommand.TakeIn(now, agent, from, source.People), e => e is TicketEvent.TookIn took && took.From == from, cancellation);
        await change.MakeAsync(from, new TicketCommand.Merge(now, agent, target), e => e is TicketEvent.MergedInto, cancellation);
        return new MergeResult.Merged(target);
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
