using Mailroom.Core.Effects;
using Mailroom.Core.Failures;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Sets a mail aside for a person, where the person looks: on its ticket.</summary>
public sealed class MailParking(MailMoves moves, OutboxStore outbox, TimeProvider clock, ILogger<MailParking> logger)
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
            await outbox.MoveAsync(parked, cancellation);
        }

        // The server's words name addresses: they belong on the ticket and in no log.
        logger.MailOutParked(row.Mail.Id, row.Partition, reason.Verdict);
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
