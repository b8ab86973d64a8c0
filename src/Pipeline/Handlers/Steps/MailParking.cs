using Mailroom.Core.Effects;
using Mailroom.Core.Failures;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Sets a mail aside for a person, where the person looks: on its ticket.</summary>
public sealed class MailParking(
    MailMoves moves, OutboxStore outbox, TicketStore tickets, TimeProvider clock, ILogger<MailParking> logger)
{
    /// <summary>Sets a row aside.</summary>
    public async Task ParkAsync(OutboxRow row, FailureKind cause, ParkingReason reason, CancellationToken cancellation)
    {
        var parked = row with { State = OutboxState.Parked, LeaseUntil = null, EndedAt = clock.GetUtcNow(), Reason = reason.Text };
        if (OutboxStore.TicketOf(row.Partition) is { } ticket)
        {
            var told = new TicketCommand.NoteParkedMail(
                parked.EndedAt.Value, row.Mail.Id, row.Attempt, row.Mail.Kind.IsToCustomer(), cause, parked.Reason);

            // A row that another worker has moved, or a lost answer of ours has, is left as it is.
            await moves.MoveAsync(ticket, row.Mail.Id, (_, now) => now.ETag == row.ETag ? new(parked, told) : null, cancellation);
        }
        else
        {
            // The tickets first: once the row is parked, nobody comes back to it.
            await GiveBackAsync(parked, cause, cancellation);
            await outbox.MoveAsync(parked, cancellation);
        }

        // The server's words name addresses: they belong on the ticket and in no log.
        logger.MailOutParked(row.Mail.Id, row.Partition, reason.Verdict);
    }

    // A list of notices lies on no ticket, so that each ticket has its own notice back, parked, where a person sees it and can send it again.
    private async Task GiveBackAsync(OutboxRow list, FailureKind cause, CancellationToken cancellation)
    {
        var told = (list.Mail.Values.GetValueOrDefault(EscalationList.TicketsKey) as IEnumerable<object?> ?? []).OfType<string>();
        foreach (var text in told)
        {
            if (!TicketNumber.TryParse(text, out var ticket))
            {
                continue;
            }

            var stored = await tickets.LoadAsync(ticket, cancellation);
            foreach (var notice in stored.Outbox.Where(o => o.State == OutboxState.Told && o.ToldBy == list.Mail.Id))
            {
                await moves.MoveAsync(
                    ticket,
                    notice.Mail.Id,
                    (_, now) => now.State == OutboxState.Told && now.ToldBy == list.Mail.Id
                        ? new(
                            now with { State = OutboxState.Parked, ToldBy = "", EndedAt = list.EndedAt, Reason = list.Reason },
                            new TicketCommand.NoteParkedMail(list.EndedAt!.Value, now.Mail.Id, now.Attempt, false, cause, list.Reason))
                        : null,
                    cancellation);
            }
        }
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
