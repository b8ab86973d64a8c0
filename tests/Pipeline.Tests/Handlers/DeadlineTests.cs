using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Handlers;

[Collection(SharedAzurite.Name)]
public sealed class DeadlineTests(AzuriteServer azurite)
{
    [AzuriteFact]
    public async Task Nothing_happens_before_a_deadline_nears()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var row = await house.BringAsync(RawMails.Mail());
        var before = await house.TicketAsync(row);
        house.Clock.Set(before.History.Ticket!.NextCheck!.Value - TimeSpan.FromSeconds(1));

        await house.SweepAsync();

        Assert.Equal(before.ETag, (await house.TicketAsync(row)).ETag);
    }

    [AzuriteFact]
    public async Task A_rung_is_told_once_however_often_it_is_looked_at()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var row = await house.BringAsync(RawMails.Mail());
        var at = (await house.TicketAsync(row)).History.Ticket!.NextCheck!.Value;
        house.Clock.Set(at);
        var look = new DeadlinePointer(1, row.Ticket!, at);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            Task.Run(() => house.Get<CheckDeadline>().HandleAsync(look, CancellationToken.None))));
        await house.SweepAsync();
        await house.SweepAsync();
        await house.WorkAsync();

        var told = (await house.TicketAsync(row)).History.Events.OfType<TicketEvent.LadderReached>().ToList();
        Assert.Equal(told.DistinctBy(e => (e.Deadline, e.Step)), told);
        Assert.Equal(told.Count, house.Sender.Sent.Count(m => m.Kind == OutgoingKind.Escalation));
        Assert.NotEmpty(told);
    }

    [AzuriteFact]
    public async Task The_sweep_follows_a_ticket_up_the_whole_ladder()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var row = await house.BringAsync(RawMails.Mail());

        for (var looks = 0; (await house.TicketAsync(row)).History.Ticket!.NextCheck is { } next && looks < 20; looks++)
        {
            house.Clock.Set(next);
            await house.SweepAsync();
        }

        // What was reached at closing time waits for the morning.
        house.Clock.Advance(TimeSpan.FromDays(7));
        await house.SweepAsync();
        await house.WorkAsync();
        var ticket = await house.TicketAsync(row);
        Assert.Null(ticket.History.Ticket!.NextCheck);
        Assert.Contains(ticket.History.Events.OfType<TicketEvent.LadderReached>(), e => e.Percent >= 200);
        Assert.All(ticket.Outbox, o => Assert.Contains(o.State, new[] { OutboxState.Sent, OutboxState.Told }));
        Assert.Empty(await DueAsync(house));
    }

    [AzuriteFact]
    public async Task A_sweep_after_a_long_sleep_does_all_that_is_due()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail());
        var second = await house.BringAsync(RawMails.Mail("letter-2@customer.example"));
        house.Clock.Advance(TimeSpan.FromDays(30));

        await house.SweepAsync();

        foreach (var row in new[] { first, second })
        {
            Assert.Contains((await house.TicketAsync(row)).History.Events.OfType<TicketEvent.LadderReached>(), e => e.Percent >= 200);
        }

        await house.SweepAsync();
        Assert.Empty(await DueAsync(house));
    }

    [AzuriteFact]
    public async Task A_row_whose_ticket_has_moved_on_is_dropped()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var row = await house.BringAsync(RawMails.Mail());
        var before = await house.TicketAsync(row);
        var at = house.Clock.GetUtcNow();
        await house.Get<DueStore>().AddAsync(before.Number, at, 77, at, CancellationToken.None);

        await house.SweepAsync();

        Assert.Empty(await DueAsync(house));
        Assert.Equal(before.ETag, (await house.TicketAsync(row)).ETag);
    }

    [AzuriteFact]
    public async Task A_row_without_a_ticket_is_dropped_and_the_others_are_looked_at()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var row = await house.BringAsync(RawMails.Mail());
        var at = (await house.TicketAsync(row)).History.Ticket!.NextCheck!.Value;
        await house.Get<DueStore>().AddAsync(Facts.OtherTicket, at - TimeSpan.FromHours(1), 1, house.Clock.GetUtcNow(), CancellationToken.None);
        house.Clock.Set(at);

        await house.SweepAsync();

        Assert.Contains((await house.TicketAsync(row)).History.Events, e => e is TicketEvent.LadderReached);
    }

    [AzuriteFact]
    public async Task A_hint_that_comes_early_goes_on_waiting()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var row = await house.BringAsync(RawMails.Mail());
        var before = await house.TicketAsync(row);

        await house.Get<CheckDeadline>().HandleAsync(
            new DeadlinePointer(1, row.Ticket!, house.Clock.GetUtcNow() + TimeSpan.FromDays(30)), CancellationToken.None);

        Assert.Equal(before.ETag, (await house.TicketAsync(row)).ETag);
        Assert.Equal(2, await house.CountAsync("deadlines"));
    }

    private static async Task<IReadOnlyList<DueRow>> DueAsync(House house)
    {
        List<DueRow> rows = [];
        await foreach (var row in house.Get<DueStore>().DueAsync(house.Clock.GetUtcNow(), CancellationToken.None))
        {
            rows.Add(row);
        }

        return rows;
    }
}
