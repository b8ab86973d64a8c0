using Azure;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies.Digests;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Storage;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Mailroom.LocalHost.Demo;

/// <summary>Reads what is there: ledger, tickets, outboxes, the out folder, the poison queues.</summary>
internal sealed class DemoReader(IServiceProvider services, DateTimeOffset origin, TimeProvider clock)
{
    private readonly LedgerStore _ledger = services.GetRequiredService<LedgerStore>();
    private readonly TicketStore _tickets = services.GetRequiredService<TicketStore>();
    private readonly OutboxStore _outbox = services.GetRequiredService<OutboxStore>();
    private readonly HouseRules _house = services.GetRequiredService<HouseRules>();
    private readonly StorageClients _storage = services.GetRequiredService<StorageClients>();
    private readonly SupportPolicy _policy = services.GetRequiredService<HouseRules>().Policy;
    private readonly MailroomSettings _settings = services.GetRequiredService<IOptions<MailroomSettings>>().Value;
    private readonly OutFolder _out = new(
        services.GetRequiredService<IOptions<MailroomSettings>>().Value.OutFolder,
        services.GetRequiredService<IOptions<MailroomSettings>>().Value.MaxMailBytes);

    /// <summary>The ledger's rows since the start.</summary>
    public async Task<IReadOnlyList<LedgerRow>> LedgerAsync(CancellationToken cancellation)
    {
        var rows = new List<LedgerRow>();
        var last = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        for (var day = DateOnly.FromDateTime(origin.UtcDateTime); day <= last; day = day.AddDays(1))
        {
            await foreach (var row in _ledger.DayAsync(day, cancellation))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    /// <summary>Everything.</summary>
    public async Task<DemoSnapshot> ReadAsync(CancellationToken cancellation)
    {
        var ledger = await LedgerAsync(cancellation);
        var tickets = new Dictionary<string, DemoTicket>(StringComparer.Ordinal);
        foreach (var text in ledger.Select(r => r.Ticket).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (TicketNumber.TryParse(text, out var number)
                && await _tickets.FindAsync(number, cancellation) is { Ticket: { } ticket } history)
            {
                var outbox = await _outbox.ListAsync(OutboxStore.PartitionOf(number), cancellation);
                tickets[text] = new DemoTicket(ticket, history.Events, outbox);
            }
        }

        return new DemoSnapshot(ledger, tickets, await DigestsAsync(cancellation), _out.Read(), await PoisonedAsync(cancellation))
        {
            Lists = await ListsAsync(cancellation),
            At = clock.GetUtcNow(),
        };
    }

    private async Task<IReadOnlyList<OutboxRow>> ListsAsync(CancellationToken cancellation)
    {
        var readers = _house.Policy.Teams.SelectMany(t => new[] { t.Address, t.Lead, t.Manager, t.Head, t.OnCall }).Select(NoticeStore.ReaderOf);
        var lists = new List<OutboxRow>();
        foreach (var reader in readers.Distinct(StringComparer.Ordinal))
        {
            lists.AddRange(await _outbox.ListAsync(NoticeStore.PartitionOf(reader), cancellation));
        }

        return lists;
    }

    private async Task<IReadOnlyList<OutboxRow>> DigestsAsync(CancellationToken cancellation)
    {
        var digests = new List<OutboxRow>();
        foreach (var at in _policy.DigestsInForce.SelectMany(d => DigestTimes.Between(d, _policy, origin, clock.GetUtcNow())).DistinctBy(at => at.UtcTicks))
        {
            digests.AddRange(await _outbox.ListAsync(OutboxStore.PartitionOfDigests(at), cancellation));
        }

        return digests;
    }

    // A poisoned mail-received message has its row in the ledger, once the sweep has seen it; the others have none.
    private async Task<int> PoisonedAsync(CancellationToken cancellation)
    {
        var count = 0;
        foreach (var queue in new[] { _settings.MailOutgoingQueue, _settings.DeadlinesQueue })
        {
            try
            {
                var poison = _storage.Queue(queue + StorageNames.PoisonSuffix);
                count += (await poison.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
            }
            catch (RequestFailedException exception) when (exception.Status == 404)
            {
                // Nothing was ever set aside.
            }
        }

        return count;
    }
}
