using Mailroom.Core.Effects;
using Mailroom.Core.Failures;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Sets a mail aside for a person, where the person looks: on its ticket, in one transaction with the mail.</summary>
public sealed class MailParking(
    TicketStore tickets, OutboxStore outbox, EffectsDispatcher effects, HouseRules house, TimeProvider clock, ILogger<MailParking> logger)
{
    private const int Tries = 10;

    /// <summary>Sets a row aside.</summary>
    public async Task ParkAsync(OutboxRow row, FailureKind cause, ParkingReason reason, CancellationToken cancellation)
    {
        var parked = row with { State = OutboxState.Parked, LeaseUntil = null, EndedAt = clock.GetUtcNow(), Reason = reason.Text };
        if (OutboxStore.TicketOf(row.Partition) is { } ticket)
        {
            await NoteAsync(ticket, parked, cause, cancellation);
        }
        else
        {
            await outbox.MoveAsync(parked, cancellation);
        }

        // The server's words name addresses: they belong on the ticket and in no log.
        logger.MailOutParked(row.Mail.Id, row.Partition, reason.Verdict);
    }

    private async Task NoteAsync(TicketNumber number, OutboxRow parked, FailureKind cause, CancellationToken cancellation)
    {
        var command = new TicketCommand.NoteParkedMail(
            parked.EndedAt!.Value, parked.Mail.Id, parked.Attempt, parked.Mail.Kind == OutgoingKind.Acknowledgement, cause, parked.Reason);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var stored = await tickets.LoadAsync(number, cancellation);
            if (stored.Outbox.FirstOrDefault(o => o.Mail.Id == parked.Mail.Id)?.ETag != parked.ETag)
            {
                // Another worker has moved it, or a lost answer of ours has.
                return;
            }

            var events = TicketDecider.Decide(stored.History, command, house);
            var after = TicketDecider.Apply(stored.History, events, house);
            if (after.Ticket is not { } ticket || events.Count == 0)
            {
                await outbox.MoveAsync(parked, cancellation);
                return;
            }

            if (await tickets.SaveAsync(new TicketSave(stored, ticket, events, null, []) { Moved = parked }, cancellation) == SaveResult.Saved)
            {
                await effects.DispatchAsync(number, ReplyPlan.For(stored.History.Ticket, after, events, house), cancellation);
                return;
            }

            logger.TicketMoved(number.Value, nameof(SaveResult.Conflict));
        }

        throw new InvalidOperationException($"Ticket {number} moved {Tries} times while mail {parked.Mail.Id} was set aside.");
    }
}

/// <summary>Why a mail is set aside.</summary>
/// <param name="Verdict">Our own sentence, which names no address.</param>
/// <param name="Said">What the server said; empty when it said nothing.</param>
public sealed record ParkingReason(string Verdict, string Said)
{
    private const int Longest = 400;

    /// <summary>Both on one line, bounded.</summary>
    public string Text => Said.Length == 0 ? Verdict : $"{Verdict} {OneLine(Said[..Math.Min(Said.Length, Longest)])}";

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
