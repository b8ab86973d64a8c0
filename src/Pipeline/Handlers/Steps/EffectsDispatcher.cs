using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Carries effects out after the commit. Each may be carried out again without harm.</summary>
public sealed class EffectsDispatcher(DueStore due, ViewStore views, AnswerStore answers, NoticeStore notices, PipelineQueues queues, TimeProvider clock)
{
    /// <summary>Carries out what a ticket's change asked for, mails first.</summary>
    public async Task DispatchAsync(TicketNumber ticket, IReadOnlyList<Effect> effects, CancellationToken cancellation)
    {
        foreach (var effect in effects.OrderBy(e => e is Effect.SendMail ? 0 : 1))
        {
            await (effect switch
            {
                Effect.SendMail { Mail.GatherAt: not null } send => notices.GatherAsync(
                    new OutboxRow(OutboxStore.PartitionOf(ticket), send.Mail, OutboxState.Waiting, 1), cancellation),
                Effect.SendMail send => queues.SendAsync(
                    new OutgoingPointer(1, OutboxStore.PartitionOf(ticket), send.Mail.Id, 1), TimeSpan.Zero, cancellation),
                Effect.CheckAt check => CheckAtAsync(check, cancellation),
                Effect.CountAnswer answer => answers.AddAsync(answer, cancellation),
                Effect.RefreshView refresh => views.RefreshAsync(refresh.Ticket, refresh.Before, cancellation),
                _ => throw new NotSupportedException($"Nobody carries out {effect.GetType().Name}."),
            });
        }
    }

    /// <summary>Carries out what an earlier run may have left: mails that wait without a pointer, and the next look at the clock.</summary>
    public async Task SettleAsync(StoredTicket stored, DateTimeOffset? nextCheck, CancellationToken cancellation)
    {
        await ResendAsync(stored.Outbox, cancellation);
        if (nextCheck is { } at)
        {
            await CheckAtAsync(new Effect.CheckAt(stored.Number, at, stored.History.Ticket!.Version), cancellation);
        }
    }

    /// <summary>Points again to mails that are neither sent nor set aside, and that nobody waits for or works on; notices are gathered again.</summary>
    public async Task<int> ResendAsync(IReadOnlyList<OutboxRow> outbox, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var real = Adapters.Clock.FastClock.RealNow(clock);
        var left = outbox.Where(row => row switch
        {
            { State: OutboxState.Pending } => row.NotBefore is null || row.NotBefore <= now,
            { State: OutboxState.Sending } => row.LeaseUntil <= real,
            _ => false,
        }).ToList();
        foreach (var row in outbox.Where(o => o.State == OutboxState.Waiting))
        {
            await notices.GatherAsync(row, cancellation);
        }

        foreach (var row in left)
        {
            await queues.SendAsync(new OutgoingPointer(1, row.Partition, row.Mail.Id, row.Attempt), TimeSpan.Zero, cancellation);
        }

        return left.Count;
    }

    private async Task CheckAtAsync(Effect.CheckAt check, CancellationToken cancellation)
    {
        // The row is the truth, the message a hint; a row that is there has had its hint, or the sweep makes good for it.
        if (await due.AddAsync(check.Ticket, check.At, check.Version, clock.GetUtcNow(), cancellation))
        {
            await queues.SendAsync(new DeadlinePointer(1, check.Ticket.Value, check.At), cancellation);
        }
    }
}
