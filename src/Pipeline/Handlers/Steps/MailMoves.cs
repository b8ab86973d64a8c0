using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Moves a ticket's mail to another state together with the event that tells of it, in one transaction.</summary>
public sealed class MailMoves(
    TicketStore tickets, OutboxStore outbox, EffectsDispatcher effects, HouseRules house, ILogger<MailMoves> logger)
{
    private const int Tries = 10;

    /// <summary>Moves a mail as it is told to by what it reads; null when there is no such mail or nothing to move.</summary>
    /// <param name="number">The ticket.</param>
    /// <param name="mailId">Its mail.</param>
    /// <param name="decide">What to do with the row as it lies now; asked again when the ticket moved meanwhile, null for nothing.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<OutboxRow?> MoveAsync(
        TicketNumber number, string mailId, Func<StoredTicket, OutboxRow, MailMove?> decide, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var stored = await tickets.LoadAsync(number, cancellation);
            if (stored.Outbox.FirstOrDefault(o => o.Mail.Id == mailId) is not { } row || decide(stored, row) is not { } move)
            {
                return null;
            }

            var events = TicketDecider.Decide(stored.History, move.Command, house);
            var after = TicketDecider.Apply(stored.History, events, house);
            if (after.Ticket is not { } ticket || events.Count == 0)
            {
                return await outbox.MoveAsync(move.Next, cancellation);
            }

            if (await tickets.SaveAsync(new TicketSave(stored, ticket, events, null, []) { Moved = move.Next }, cancellation) == SaveResult.Saved)
            {
                await effects.DispatchAsync(number, ReplyPlan.For(stored.History.Ticket, after, events, house), cancellation);
                return move.Next;
            }

            logger.TicketMoved(number.Value, nameof(SaveResult.Conflict));
        }

        throw new InvalidOperationException($"Ticket {number} moved {Tries} times while its mail {mailId} was moved.");
    }
}

/// <summary>A mail's next state, and what its ticket is told.</summary>
/// <param name="Next">The row over the one that was read.</param>
/// <param name="Command">What happened.</param>
public sealed record MailMove(OutboxRow Next, TicketCommand Command);
