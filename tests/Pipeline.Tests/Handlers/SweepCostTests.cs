using System.Globalization;
using Azure.Data.Tables;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Storage;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;
using Xunit.Abstractions;
using static Mailroom.Support.Builders.Moments;

namespace Mailroom.Pipeline.Tests.Handlers;

/// <summary>
/// The sweep costs what is due and not what is open. MAILROOM_SWEEP_ROWS=100000 measures with as many open tickets, instead of 12,000.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class SweepCostTests(AzuriteServer azurite, ITestOutputHelper output)
{
    private const int Due = 50;
    private const int Few = 1_000;
    private static readonly DateTimeOffset Opened = Shanghai("2026-05-06 10:00");
    private static readonly DateTimeOffset Warned = Shanghai("2026-05-06 17:00");

    private static int Many =>
        int.TryParse(Environment.GetEnvironmentVariable("MAILROOM_SWEEP_ROWS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows : 12_000;

    [AzuriteFact]
    public async Task The_sweep_reads_no_more_rows_however_many_tickets_are_open()
    {
        var (few, many) = (await MeasureAsync(Few), await MeasureAsync(Many));

        output.WriteLine($"{Few} open: {few}");
        output.WriteLine($"{Many} open: {many}");
        Assert.Equal(few.Idle, many.Idle);
        Assert.Equal(few.Busy, many.Busy);
        Assert.InRange(many.Idle.Rows, 0, 5);
        Assert.InRange(many.Idle.Requests, 1, 15);
    }

    private async Task<Measured> MeasureAsync(int open)
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        await FillAsync(house, open);
        for (var i = 0; i < Due; i++)
        {
            await OpenAsync(house, i);
        }

        // The first sweep sets its mark.
        house.Clock.Set(Warned - TimeSpan.FromMinutes(1));
        await house.SweepAsync();
        var idle = await CostAsync(house);
        house.Clock.Set(Warned);
        var busy = await CostAsync(house);
        await house.WorkAsync();
        Assert.Equal(Due, Assert.Single(house.Sender.Sent).Tells.Count);
        return new(idle, busy);
    }

    private static async Task<Cost> CostAsync(House house)
    {
        var requests = house.Get<OperationCounter>();
        requests.Reset();
        house.Rows.Reset();
        await house.SweepAsync();
        return new(house.Rows.Rows, requests.Counts.Sum(c => c.Count));
    }

    // Their rows alone: the sweep comes to a ticket only by its row. From a minute after the sweep on, over five days.
    private static async Task FillAsync(House house, int open)
    {
        var table = house.Get<StorageClients>().Table(StorageNames.Due);
        var rows = Enumerable.Range(0, open).Select(i =>
        {
            var at = Warned.AddMinutes(1 + (i % (5 * 24 * 60)));
            var ticket = TicketNumber.Derive(house.Get<HouseRules>().Key, $"open {i}", 0).Value;
            var partition = string.Create(CultureInfo.InvariantCulture, $"d|{at.UtcDateTime:yyyyMMddHH}|{ticket[^1] % 16:x}");
            var key = string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks:D19}|{ticket}|check|1");
            return new TableEntity(partition, key) { ["Ticket"] = ticket, ["At"] = at, ["Version"] = 1 };
        });
        var batches = rows.GroupBy(r => r.PartitionKey).SelectMany(p => p.Chunk(100));
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (batch, cancellation) =>
            await table.SubmitTransactionAsync(batch.Select(r => new TableTransactionAction(TableTransactionActionType.Add, r)), cancellation));
    }

    private static Task OpenAsync(House house, int i)
    {
        var mail = TicketStory.MailOf($"due-{i}");
        var number = TicketNumber.Derive(house.Get<HouseRules>().Key, mail.Sha256, 0);
        var open = TicketStory.Open(Opened, TicketStory.Understood("refund", Priority.P3), mayAcknowledge: false) with { Number = number, Mail = mail };
        return house.Get<TicketChange>().MakeAsync(number, open, _ => false, CancellationToken.None);
    }

    private sealed record Measured(Cost Idle, Cost Busy);

    private sealed record Cost(int Rows, int Requests);
}
