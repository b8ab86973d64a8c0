using Mailroom.Core.Effects;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Holds mails to customers while a breaker is open, and lets them go on when a person has released it.</summary>
public sealed class HeldMails(
    BreakerWatch breakers,
    BreakerStore store,
    HeldMailStore index,
    OutboxStore outbox,
    MailMoves moves,
    AcknowledgementGrant grant,
    PipelineQueues queues,
    HouseRules house,
    TimeProvider clock,
    ILogger<HeldMails> logger)
{
    // Setting aside sends nothing, so that its pace protects only the sweep.
    private const int MostDroppedAtOnce = 200;

    /// <summary>Holds a mail that waits to be sent when a breaker is open for it; false when none is.</summary>
    public async Task<bool> HoldAsync(OutboxRow row, CancellationToken cancellation)
    {
        // Our own people get their mails in any case, and what a person sends again goes by that person's word.
        if (!row.Mail.Kind.IsToCustomer() || row.EarlierAttempts > 0 || OutboxStore.TicketOf(row.Partition) is not { } ticket)
        {
            return false;
        }

        var records = await breakers.RecordsAsync(cancellation);
        if (Breaker.Holding(records, DomainOf(row.Mail)) is not { } breaker)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var why = $"{(breaker.IsForAll ? "The budget of automatic mail in all" : "The budget of automatic mail to this domain")} was used up: {breaker.Notes[^1].Why}.";
        await index.AddAsync(store.KeyOf(breaker.Scope), now, row, cancellation);
        var held = await moves.MoveAsync(
            ticket,
            row.Mail.Id,
            (_, found) => found.ETag == row.ETag
                ? new(
                    found with { State = OutboxState.Held, NotBefore = null, Reason = why },
                    new TicketCommand.NoteHeldMail(now, row.Mail.Id, breaker.IsForAll ? null : breaker.Scope, why))
                : null,
            cancellation);
        if (held is not null)
        {
            logger.MailOutHeld(row.Mail.Id, row.Partition, store.KeyOf(breaker.Scope));
        }

        return true;
    }

    /// <summary>Goes on with what released breakers hold, at the policy's pace. Called by the sweep, once a minute.</summary>
    /// <returns>How many mails went on or were set aside.</returns>
    public async Task<int> GoOnAsync(CancellationToken cancellation)
    {
        var records = await breakers.ReadAsync(cancellation);
        var (done, left) = (0, house.Policy.Budget.ReleasePerMinute);
        foreach (var record in records.Where(r => !r.IsOpen && (r.Drop || Breaker.Holding(records, BreakerRecord.All) is null)))
        {
            var held = await index.ListAsync(store.KeyOf(record.Scope), record.Drop ? MostDroppedAtOnce : left, cancellation);
            foreach (var row in held)
            {
                left -= await GoOnAsync(row, record, cancellation) ? 1 : 0;
                done++;
                if (left <= 0)
                {
                    return done;
                }
            }
        }

        return done;
    }

    // True when a mail goes out by it.
    private async Task<bool> GoOnAsync(HeldRow held, BreakerRecord record, CancellationToken cancellation)
    {
        var row = await outbox.FindAsync(held.Outbox, held.MailId, cancellation);
        if (row is { State: OutboxState.Held } && OutboxStore.TicketOf(held.Outbox) is { } ticket)
        {
            var muted = await grant.MutedAsync(row.Mail.To[0].Key, cancellation);
            row = await moves.MoveAsync(ticket, held.MailId, (stored, found) => found.State == OutboxState.Held
                ? Next(stored, found, record, muted, held.At)
                : null, cancellation) ?? await outbox.FindAsync(held.Outbox, held.MailId, cancellation);
        }

        // Also after a crash between the state and the pointer: a pointer too many sends nothing twice.
        var goes = row is { State: OutboxState.Pending };
        if (goes)
        {
            await queues.SendAsync(new OutgoingPointer(1, held.Outbox, held.MailId, row!.Attempt), TimeSpan.Zero, cancellation);
        }

        if (row is not { State: OutboxState.Held })
        {
            await index.RemoveAsync(held, cancellation);
        }

        return goes;
    }

    private MailMove Next(StoredTicket stored, OutboxRow row, BreakerRecord record, string? muted, DateTimeOffset heldAt)
    {
        var now = clock.GetUtcNow();
        var note = record.Notes[^1];
        var isDropped = record.Drop && heldAt <= record.ReleasedAt;
        return HeldMail.Drops(stored.History, row.Mail.Id, isDropped, muted is not null, now) is { } cause
            ? new(
                row with { State = OutboxState.Dropped, EndedAt = now, Reason = cause == MailDropCause.Muted ? muted! : note.Why },
                new TicketCommand.NoteDroppedMail(now, note.Agent, row.Mail.Id, cause))
            : new(
                row with { State = OutboxState.Pending, Reason = "" },
                new TicketCommand.NoteReleasedMail(now, note.Agent, row.Mail.Id));
    }

    private static string DomainOf(OutgoingMail mail) => MailDomain.Owned(mail.To[0].Domain);
}
