using Mailroom.Core.Effects;
using Mailroom.Core.Failures;
using Mailroom.Pipeline.Adapters.Clock;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Adapters.Webhooks;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Sends under a lease and writes down how it went: "sending" before, "sent" after.</summary>
public sealed class MailSending(
    OutboxStore outbox,
    MailParking parking,
    IMailSender sender,
    WebhookSender webhooks,
    PipelineQueues queues,
    TimeProvider clock,
    ILogger<MailSending> logger)
{
    // Longer than the mail client's own time limits, so that a lease ends only when its holder has.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    // A demonstration's lease shrinks with its clock, but writing a file takes real time. Where repeating does no harm, the lease
    // spares only double work, and a mail whose sender died need not wait long.
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(15);

    /// <summary>True when a mail that may have left can be sent again.</summary>
    public bool MayRepeat(OutgoingMail mail) => sender.IsRepeatable || mail.Kind.MayGoTwice();

    /// <summary>Sends a row's mail; a failure is retried later or set aside, as the failure policy says.</summary>
    public async Task SendAsync(OutboxRow row, CancellationToken cancellation)
    {
        var sending = await outbox.MoveAsync(
            row with
            {
                State = OutboxState.Sending,
                LeaseUntil = FastClock.RealNow(clock) + LeaseTime(),
                NotBefore = null,
                Holder = Guid.NewGuid().ToString("N"),
            },
            cancellation);
        if (sending is null)
        {
            logger.MailOutDone(row.Mail.Id, row.Partition, "in other hands");
            return;
        }

        try
        {
            await (sending.Mail.Kind == OutgoingKind.Webhook
                ? webhooks.SendAsync(sending.Mail, cancellation)
                : sender.SendAsync(sending.Mail, cancellation));
        }
        catch (MailSendException e)
        {
            // Written down even while the host stops; otherwise what surely did not leave would be uncertain.
            await FailAsync(sending, e.Kind, e.Message, CancellationToken.None);
            return;
        }

        // What has left is written down even while the host stops; otherwise it would be uncertain.
        await outbox.MoveAsync(
            sending with { State = OutboxState.Sent, LeaseUntil = null, EndedAt = clock.GetUtcNow(), Reason = "" }, CancellationToken.None);
        logger.MailSent(row.Mail.Id, row.Mail.Kind.ToString(), row.Partition, row.Attempt);
    }

    /// <summary>Carries out what the failure policy says about an attempt: later again, or set aside.</summary>
    /// <param name="row">The mail.</param>
    /// <param name="kind">How it failed.</param>
    /// <param name="said">What was said, by the server as a rule; empty when nothing was.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task FailAsync(OutboxRow row, FailureKind kind, string said, CancellationToken cancellation)
    {
        var verdict = FailurePolicy.Decide(kind, row.Attempt - row.EarlierAttempts, MayRepeat(row.Mail));
        if (verdict is not FailureVerdict.Retry retry)
        {
            await parking.ParkAsync(row, kind, new(verdict.Reason, said), cancellation);
            return;
        }

        var next = row with
        {
            State = OutboxState.Pending,
            Attempt = row.Attempt + 1,
            NotBefore = clock.GetUtcNow() + retry.After,
            LeaseUntil = null,
            Reason = retry.Reason,
        };
        if (await outbox.MoveAsync(next, cancellation) is not null)
        {
            await queues.SendAsync(new OutgoingPointer(1, row.Partition, row.Mail.Id, next.Attempt), retry.After, cancellation);
        }

        if (kind == FailureKind.SignIn)
        {
            logger.SmtpSignInRefused(row.Mail.Id, row.Partition, row.Attempt, retry.After);
        }
        else
        {
            logger.MailOutRetried(row.Mail.Id, row.Partition, row.Attempt, kind.ToString(), retry.After);
        }
    }

    private TimeSpan LeaseTime() =>
        FastClock.RealSpan(clock, Lease) is var span && span > ShortestLease && !sender.IsRepeatable ? span : ShortestLease;
}
