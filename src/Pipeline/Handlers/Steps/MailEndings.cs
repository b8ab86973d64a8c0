using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Writes how a mail ended: the last step of its way.</summary>
public sealed class MailEndings(LedgerStore ledger, TimeProvider clock, ILogger<MailEndings> logger)
{
    /// <summary>Writes the ending, the rule and the reason.</summary>
    public async Task WriteAsync(
        MailInHand mail, MailEnding ending, string rule, string reason, TicketNumber? ticket, CancellationToken cancellation)
    {
        var row = new LedgerRow(mail.Sha256, mail.ReceivedAt, [], ending, rule, reason, ticket?.Value, clock.GetUtcNow());
        await ledger.EndAsync(row, cancellation);
        logger.MailEnded(mail.Sha256, ending.ToText(), rule, ticket?.Value ?? "none");
    }

    /// <summary>Writes that the bytes are no mail that anyone could answer.</summary>
    public Task WriteAsync(MailInHand mail, ReadMail.Unreadable unreadable, CancellationToken cancellation) => WriteAsync(
        mail, MailEnding.Unreadable, nameof(ReadMail), unreadable.Reason, null, cancellation);
}
