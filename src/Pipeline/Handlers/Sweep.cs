using Mailroom.Core.Policy;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers;

/// <summary>The backstop: every due row up to now, notices that wait for their reader, dead letters into the ledger, mails that were held.</summary>
public sealed class Sweep(
    DueStore due,
    CheckDeadline check,
    DeadLetters deadLetters,
    HeldMails held,
    NoticeDelivery notices,
    BreakerStore breakers,
    KnownResponses responses,
    TimeProvider clock,
    ILogger<Sweep> logger)
{
    // A run stays within a few seconds; the next one goes on where this one stopped.
    private const int MostAtOnce = 500;

    // Twice as long as a mail counts against a budget.
    private static readonly TimeSpan ForgetAfter = 2 * BudgetPolicy.LongestForMany;

    /// <summary>Does all that is due up to now.</summary>
    public async Task HandleAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var read = 0;
        DueRow? left = null;
        await foreach (var row in due.DueAsync(now, cancellation))
        {
            if (++read > MostAtOnce)
            {
                left ??= row;
                break;
            }

            if (!await LookAsync(row, cancellation))
            {
                left ??= row;
            }
        }

        await due.SetLowWaterAsync(now, left, cancellation);
        var told = await notices.DeliverAsync(cancellation);
        var entered = await deadLetters.EnterAsync(cancellation);
        logger.Swept(read, entered, told);
        await held.GoOnAsync(cancellation);
        await breakers.ForgetAsync(now - ForgetAfter, cancellation);
        await responses.FindAsync(mayAsk: true, cancellation);
    }

    // The row goes only when the ticket's effects are out: a crash before leaves it to the next run.
    private async Task<bool> LookAsync(DueRow row, CancellationToken cancellation)
    {
        try
        {
            await check.HandleAsync(new DeadlinePointer(1, row.Ticket.Value, row.At), cancellation);
            await due.DeleteAsync(row, cancellation);
            return true;
        }
#pragma warning disable CA1031 // One ticket that cannot be looked at must not keep the others from being looked at.
        catch (Exception e) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.DueFailed(e, row.Ticket.Value, row.At);
            return false;
        }
    }
}
