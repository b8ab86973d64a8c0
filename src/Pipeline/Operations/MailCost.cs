using System.Globalization;
using System.Text;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Storage;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace Mailroom.Pipeline.Operations;

/// <summary>Counts what one new mail costs: brings a sample mail through and counts the storage requests of each step.</summary>
/// <remarks>It opens a ticket and sends an acknowledgement as set: meant for a storage of its own, such as an emulator's.</remarks>
public static class MailCost
{
    // The host takes each message out of its queue and deletes it: mail-received and mail-outgoing.
    private const int HostRequests = 4;

    /// <summary>Brings one new mail through and counts.</summary>
    /// <param name="services">The shell, its storage created.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidOperationException">The sample mail opened no ticket.</exception>
    public static async Task<MailCostReport> MeasureAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var counter = services.GetRequiredService<OperationCounter>();
        var ledger = services.GetRequiredService<LedgerStore>();

        counter.Reset();
        var receipt = await services.GetRequiredService<AcceptMail>().HandleAsync(Sample(), "mail-cost", cancellation);
        var accept = counter.Counts;
        var row = await ledger.FindAsync(receipt.Sha256, cancellation);

        counter.Reset();
        await services.GetRequiredService<ReceiveMail>().HandleAsync(new MailPointer(1, receipt.Sha256, row!.ReceivedAt), cancellation);
        var receive = counter.Counts;
        row = await ledger.FindAsync(receipt.Sha256, cancellation);
        if (!TicketNumber.TryParse(row?.Ticket, out var ticket))
        {
            throw new InvalidOperationException($"The sample mail opened no ticket: {row?.Reason}");
        }

        var partition = OutboxStore.PartitionOf(ticket);
        var mail = (await services.GetRequiredService<OutboxStore>().ListAsync(partition, cancellation))[0].Mail;
        counter.Reset();
        await services.GetRequiredService<DeliverMail>().HandleAsync(new OutgoingPointer(1, partition, mail.Id, 1), cancellation);
        return new MailCostReport(
            [new("accept", accept), new("receive", receive), new("deliver", counter.Counts)], HostRequests, ticket.Value);
    }

    // Random, so that each run brings a new mail of a new sender.
    private static BinaryData Sample()
    {
        var id = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        return new BinaryData(Encoding.UTF8.GetBytes(
            $"From: Mail cost <mail-cost-{id}@customer.invalid>\r\nTo: support@swallowpay.example\r\n"
            + $"Subject: Refund has not arrived\r\nMessage-ID: <{id}@customer.invalid>\r\nDate: Wed, 6 May 2026 10:00:00 +0800\r\n"
            + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            + "I was promised a refund of 25 USD last week, but it has not arrived. Can you tell me when it comes?\r\n"));
    }
}

/// <summary>What one new mail costs.</summary>
/// <param name="Steps">The requests of each step.</param>
/// <param name="HostRequests">What the host itself asks of the queues for it.</param>
/// <param name="Ticket">The ticket that the sample mail opened.</param>
public sealed record MailCostReport(IReadOnlyList<MailCostStep> Steps, int HostRequests, string Ticket)
{
    /// <summary>All requests, the host's included.</summary>
    public int Total => HostRequests + Steps.Sum(s => s.Total);
}

/// <summary>What one step costs.</summary>
/// <param name="Name">"accept", "receive" or "deliver".</param>
/// <param name="Counts">Its requests.</param>
public sealed record MailCostStep(string Name, IReadOnlyList<OperationCount> Counts)
{
    /// <summary>All its requests.</summary>
    public int Total => Counts.Sum(c => c.Count);
}
