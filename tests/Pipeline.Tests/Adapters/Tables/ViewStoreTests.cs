using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Adapters.Tables;

[Collection(SharedAzurite.Name)]
public sealed class ViewStoreTests(AzuriteServer azurite)
{
    [AzuriteFact]
    public async Task Pages_over_all_teams_run_from_the_soonest_due_to_the_last()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var some = (await house.TicketAsync(await house.BringAsync(RawMails.Mail()))).History.Ticket!;
        var teams = house.Get<HouseRules>().Policy.Teams;
        for (var n = 1; n <= 7; n++)
        {
            var ticket = some with
            {
                Number = TicketNumber.Derive(house.Get<HouseRules>().Key, "test", n),
                Team = teams[n % teams.Count].Name,
                ResponseDue = some.OpenedAt.AddHours(100 - n),
                ResolutionDue = null,
            };
            await house.Get<ViewStore>().RefreshAsync(ticket, null, CancellationToken.None);
        }

        List<Ticket> seen = [];
        var pages = 0;
        string? continuation = null;
        do
        {
            var page = await house.Get<ViewStore>().ListAsync(new TicketQuery(null, false, 3, continuation), CancellationToken.None);
            Assert.InRange(page.Tickets.Count, 1, 3);
            seen.AddRange(page.Tickets);
            (continuation, pages) = (page.Continuation, pages + 1);
        }
        while (continuation is not null);

        Assert.Equal(3, pages);
        Assert.Equal(8, seen.DistinctBy(t => t.Number).Count());
        Assert.Equal(seen.OrderBy(t => t.ResponseDue), seen);
        Assert.Empty((await house.Get<ViewStore>().ListAsync(new TicketQuery(null, true, 3, null), CancellationToken.None)).Tickets);
    }

    [AzuriteFact]
    public async Task Tickets_since_a_moment_are_told_once_whether_open_or_solved()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var some = (await house.TicketAsync(await house.BringAsync(RawMails.Mail()))).History.Ticket!;
        var (views, since) = (house.Get<ViewStore>(), some.OpenedAt.AddDays(-28));
        foreach (var (n, days, status) in new[] { (1, -1, TicketStatus.Resolved), (2, -29, TicketStatus.Resolved), (3, -29, TicketStatus.Open), (4, -28, TicketStatus.Resolved) })
        {
            var at = some.OpenedAt.AddDays(days);
            var ticket = some with { Number = Number(n), Status = status, OpenedAt = at, LastCustomerAt = at };
            await views.RefreshAsync(ticket, null, CancellationToken.None);
        }

        // As when a ticket is solved while its rows are read: seen open, then solved.
        await views.RefreshAsync(some with { Number = Number(1), OpenedAt = some.OpenedAt.AddDays(-1), Version = 1, Status = TicketStatus.Open }, null, CancellationToken.None);
        List<Ticket> told = [];
        await foreach (var ticket in views.SinceAsync(since, CancellationToken.None))
        {
            told.Add(ticket);
        }

        Assert.Equal(
            new[] { some.Number, Number(1), Number(4) }.Select(t => t.Value).Order(StringComparer.Ordinal),
            told.Select(t => t.Number.Value).Order(StringComparer.Ordinal));
        Assert.Equal(TicketStatus.Resolved, told.Single(t => t.Number == Number(1)).Status);

        TicketNumber Number(int n) => TicketNumber.Derive(house.Get<HouseRules>().Key, "since", n);
    }

    [AzuriteFact]
    public async Task A_late_refresh_shows_the_ticket_as_it_now_stands_and_only_once()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var now = (await house.TicketAsync(await house.BringAsync(RawMails.Mail()))).History.Ticket!;
        var old = now with { Version = now.Version - 1, ResponseDue = now.ResponseDue!.Value.AddHours(-3), Subject = "old" };

        await house.Get<ViewStore>().RefreshAsync(old, old with { ResponseDue = now.ResponseDue!.Value.AddHours(-5) }, CancellationToken.None);

        var listed = await house.Get<ViewStore>().ListAsync(new TicketQuery(now.Team, false, 10, null), CancellationToken.None);
        Assert.Equal(now.Version, Assert.Single(listed.Tickets).Version);
    }
}
