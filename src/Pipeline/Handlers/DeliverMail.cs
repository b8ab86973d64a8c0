using Mailroom.Core.Failures;
using Mailroom.Pipeline.Adapters.Clock;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers;

/// <summary>Sends one outbox row's mail.</summary>
public sealed class DeliverMail(
    OutboxStore outbox, MailSending sending, HeldMails held, PipelineQueues queues, TimeProvider clock, ILogger<DeliverMail> logger)
{
    /// <summary>Sends the mail unless it is sent; retries what can be retried later by itself.</summary>
    public async Task HandleAsync(OutgoingPointer message, CancellationToken cancellation)
    {
        var row = await outbox.FindAsync(message.Partition, message.MailId, cancellation);
        switch (row)
        {
            case null:
                logger.MailOutMissing(message.MailId, message.Partition);
                break;
            case { State: OutboxState.Sent or OutboxState.Parked or OutboxState.Held or OutboxState.Dropped or OutboxState.Waiting or OutboxState.Told }:
                logger.MailOutDone(message.MailId, message.Partition, row.State.ToString());
                break;
            case { State: OutboxState.Sending } when row.LeaseUntil - FastClock.RealNow(clock) is { } left && left > TimeSpan.Zero:
                // Somebody is at it, or has died of it: looked at again when the lease is over.
                await queues.SendLaterAsync(message, left, cancellation);
                break;
            case { State: OutboxState.Sending } when !sending.MayRepeat(row.Mail):
                // Whoever was at it died of it, before or after the mail left.
                await sending.FailAsync(row, FailureKind.Uncertain, "", cancellation);
                break;
            case { State: OutboxState.Pending } when row.NotBefore - clock.GetUtcNow() is { } wait && wait > TimeSpan.Zero:
                await queues.SendAsync(message with { Attempt = row.Attempt }, wait, cancellation);
                break;
            case { State: OutboxState.Pending } when await held.HoldAsync(row, cancellation):
                break;
            default:
                await sending.SendAsync(row, cancellation);
                break;
        }
    }
}
