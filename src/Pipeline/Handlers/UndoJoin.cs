using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers;

/// <summary>Takes a mail out of the ticket that it joined and gives it one of its own.</summary>
/// <remarks>
/// The order goes into the queue before the work begins, so that whoever dies in between leaves it to the next. The mail's own ticket
/// comes first and the one that it leaves learns of it last: in between the mail is in both, never in none.
/// </remarks>
public sealed class UndoJoin(
    TicketStore tickets,
    LedgerStore ledger,
    MailReading reading,
    FactsLookup facts,
    MailPlacement placement,
    MailTaking taking,
    TicketChange change,
    PipelineQueues queues,
    TimeProvider clock,
    ILogger<UndoJoin> logger)
{
    // Longer than the work takes, so that the message finds it done as a rule.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Undoes a join; the same again changes nothing.</summary>
    /// <param name="number">The ticket.</param>
    /// <param name="mail">The mail: its SHA-256 or its Message-ID.</param>
    /// <param name="agent">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<UndoResult> HandleAsync(TicketNumber number, string mail, string agent, CancellationToken cancellation)
    {
        if (await tickets.FindAsync(number, cancellation) is not { } history)
        {
            return new UndoResult.NoTicket();
        }

        if (UndoneJoin.Find(history, mail) is not { } joined)
        {
            return new UndoResult.NoMail();
        }

        var sha256 = joined.Mail.Sha256;
        if (await ledger.FindAsync(sha256, cancellation) is not { Ending: not null } row)
        {
            return new UndoResult.UnderWay();
        }

        var order = new MailPointer(1, sha256, row.ReceivedAt) { Undo = new UndoOrder(number.Value, agent, clock.GetUtcNow()) };
        if (!history.Events.OfType<TicketEvent.JoinUndone>().Any(e => e.Sha256 == sha256))
        {
            await queues.SendLaterAsync(order, Patience, cancellation);
        }

        return new UndoResult.Undone(sha256, await CarryOutAsync(order, cancellation));
    }

    /// <summary>Does what an order says, or what is left of it.</summary>
    /// <returns>The ticket that the mail has now.</returns>
    public async Task<TicketNumber> CarryOutAsync(MailPointer order, CancellationToken cancellation)
    {
        var undo = order.Undo is { } wish && TicketNumber.TryParse(wish.Ticket, out var from)
            ? (From: from, wish.Agent, wish.At)
            : throw new InvalidDataException("The message names no ticket to take a mail out of.");
        var mail = new MailInHand(order.Sha256, order.ReceivedAt);
        var letter = await ReadAsync(mail, cancellation);
        var place = await placement.FindAsync(letter, cancellation);
        var claim = place.Own ?? throw new InvalidOperationException($"Mail {mail.Sha256} has no place in the index.");
        if (claim.Decision is not IntakeDecision.Open)
        {
            claim = await placement.GiveOwnAsync(place, claim, UndoneJoin.Decide(facts.About(mail, letter), undo.From, undo.At), cancellation);
        }

        var own = await taking.TakeAsync(mail, letter, place with { Own = claim }, isFirst: false, cancellation);
        await change.MakeAsync(
            undo.From,
            new TicketCommand.UndoJoin(undo.At, undo.Agent, mail.Sha256, own),
            e => e is TicketEvent.JoinUndone done && done.Sha256 == mail.Sha256,
            cancellation);
        logger.JoinUndone(mail.Sha256, undo.From.Value, own.Value);
        return own;
    }

    private async Task<Letter> ReadAsync(MailInHand mail, CancellationToken cancellation)
    {
        var row = await ledger.FindAsync(mail.Sha256, cancellation);
        return await reading.ReadAsync(mail, row, cancellation) is ReadMail.Readable { Letter: var letter }
            ? letter with { Envelope = MailEnvelope.Together(row?.Envelopes ?? []) }
            : throw new InvalidOperationException($"Mail {mail.Sha256} could be read when it joined, and cannot now.");
    }
}

/// <summary>How an undoing ended.</summary>
public abstract record UndoResult
{
    private UndoResult()
    {
    }

    /// <summary>Done, now or before.</summary>
    /// <param name="Sha256">The mail.</param>
    /// <param name="Ticket">Its own ticket.</param>
    public sealed record Undone(string Sha256, TicketNumber Ticket) : UndoResult;

    /// <summary>There is no such ticket.</summary>
    public sealed record NoTicket : UndoResult;

    /// <summary>No such mail joined this ticket.</summary>
    public sealed record NoMail : UndoResult;

    /// <summary>The mail has not reached its end yet.</summary>
    public sealed record UnderWay : UndoResult;
}
