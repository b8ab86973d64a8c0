using Mailroom.Core.Effects;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers;

/// <summary>Looks at one ticket's clock: hint, sweep and restart all end here.</summary>
public sealed class CheckDeadline(
    TicketStore tickets,
    EffectsDispatcher effects,
    AcknowledgementGrant grant,
    KnownResponses responses,
    PipelineQueues queues,
    HouseRules house,
    TimeProvider clock,
    ILogger<CheckDeadline> logger)
{
    private const int Tries = 10;

    /// <summary>Evaluates the ticket at now; does nothing when nothing is due.</summary>
    /// <exception cref="InvalidDataException">The message names no ticket.</exception>
    public async Task HandleAsync(DeadlinePointer message, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (!TicketNumber.TryParse(message.Ticket, out var number))
        {
            throw new InvalidDataException("The message names no ticket.");
        }

        if (message.At > now)
        {
            // A hop of a wait that is longer than a queue can hold.
            await queues.SendAsync(message, cancellation);
            return;
        }

        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var stored = await tickets.LoadAsync(number, cancellation);
            if (stored.History.Ticket is null)
            {
                logger.TicketMissing(number.Value);
                return;
            }

            if (await EvaluateAsync(stored, now, cancellation))
            {
                return;
            }
        }

        throw new InvalidOperationException($"Ticket {number} moved {Tries} times while its deadlines were looked at.");
    }

    // What time asks to be written to the customer needs the same leave as an acknowledgement; nearly no look does.
    private async Task<TicketCommand.CheckDeadlines> CommandAsync(TicketHistory history, DateTimeOffset now, CancellationToken cancellation)
    {
        var look = new TicketCommand.CheckDeadlines(now);
        var reached = TicketTimers.Look(history, now, house).Reached;
        if (reached.Select(CustomerTimers.MailOf).FirstOrDefault(m => m is not null) is not { } mailId)
        {
            return look;
        }

        var why = CustomerTimers.Silenced(history) ?? (await grant.AskAsync(history, mailId, cancellation) is { MayWrite: false } verdict ? verdict.Reason : null);
        if (why is not null)
        {
            logger.CustomerMailWithheld(history.Ticket!.Number.Value, why);
            return look with { KeptBack = why };
        }

        return reached.Any(e => e is TicketEvent.Repromised) ? look with { Times = await responses.FindAsync(mayAsk: true, cancellation) } : look;
    }

    private async Task<bool> EvaluateAsync(StoredTicket stored, DateTimeOffset now, CancellationToken cancellation)
    {
        var events = TicketDecider.Decide(stored.History, await CommandAsync(stored.History, now, cancellation), house);
        if (events.Count == 0)
        {
            await effects.SettleAsync(stored, TicketTimers.Look(stored.History, now, house).NextCheck, cancellation);
            return true;
        }

        var after = TicketDecider.Apply(stored.History, events, house);
        var ordered = ReplyPlan.For(stored.History.Ticket, after, events, house);
        var mails = ordered.OfType<Effect.SendMail>().Select(s => s.Mail).ToList();
        if (await tickets.SaveAsync(new TicketSave(stored, after.Ticket!, events, null, mails), cancellation) != SaveResult.Saved)
        {
            return false;
        }

        logger.RungsReached(stored.Number.Value, events.Count);
        await effects.DispatchAsync(stored.Number, ordered, cancellation);
        return true;
    }
}
