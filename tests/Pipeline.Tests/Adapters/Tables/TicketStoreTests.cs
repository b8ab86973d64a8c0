using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Adapters.Tables;

[Collection(SharedAzurite.Name)]
public sealed class TicketStoreTests(AzuriteServer azurite)
{
    [AzuriteFact]
    public async Task A_ticket_that_moved_meanwhile_is_not_overwritten()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var stored = await house.TicketAsync(await house.BringAsync(RawMails.Mail()));
        var store = house.Get<TicketStore>();

        var first = await store.SaveAsync(Resolve(stored, "han.meimei"), CancellationToken.None);
        var second = await store.SaveAsync(Resolve(stored, "lin.tao"), CancellationToken.None);

        Assert.Equal((SaveResult.Saved, SaveResult.Conflict), (first, second));
        var events = (await store.FindAsync(stored.Number, CancellationToken.None))!.Events;
        Assert.Equal("han.meimei", Assert.Single(events.OfType<TicketEvent.Resolved>()).Agent);
    }

    [AzuriteFact]
    public async Task A_mail_that_was_taken_is_known_when_it_is_saved_again()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var stored = await house.TicketAsync(await house.BringAsync(RawMails.Mail()));
        var again = new TicketSave(StoredTicket.Unused(stored.Number), stored.History.Ticket!, stored.History.Events, stored.Inbox[0], []);

        var result = await house.Get<TicketStore>().SaveAsync(again, CancellationToken.None);

        Assert.Equal(SaveResult.TakenBefore, result);
    }

    [AzuriteFact]
    public async Task A_number_of_another_mails_ticket_is_refused()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var stored = await house.TicketAsync(await house.BringAsync(RawMails.Mail()));
        var other = stored.Inbox[0] with { Sha256 = Letters.Sha(9) };
        var save = new TicketSave(
            StoredTicket.Unused(stored.Number), stored.History.Ticket! with { OriginMail = Letters.Sha(9) }, stored.History.Events, other, []);

        var result = await house.Get<TicketStore>().SaveAsync(save, CancellationToken.None);

        Assert.Equal(SaveResult.NumberTaken, result);
    }

    [AzuriteFact]
    public async Task Histories_come_in_the_order_of_their_numbers_each_with_its_events_and_go_on_behind_any()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        for (var i = 0; i < 5; i++)
        {
            await house.BringAsync(RawMails.Mail(from: $"customer{i}@mail.example", id: $"{i}@mail.example"));
        }

        var all = await ReadAsync(null);
        var rest = await ReadAsync(all[2].Ticket!.Number);

        Assert.Equal(5, all.Select(h => h.Ticket!.Number).Distinct().Count());
        Assert.Equal(all.Select(h => h.Ticket!.Number.Value).Order(StringComparer.Ordinal), all.Select(h => h.Ticket!.Number.Value));
        Assert.All(all, h => Assert.Equal((h.Ticket!.Version, true), (h.Events.Count, h.Events[0] is TicketEvent.Opened)));
        Assert.Equal(all.Skip(3).Select(h => h.Ticket!.Number), rest.Select(h => h.Ticket!.Number));

        Task<List<TicketHistory>> ReadAsync(TicketNumber? after) =>
            house.Get<TicketStore>().HistoriesAsync(after, CancellationToken.None).ToListAsync().AsTask();
    }

    [AzuriteFact]
    public async Task Long_texts_are_kept_over_several_columns()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var stored = await house.TicketAsync(await house.BringAsync(RawMails.Mail()));
        var excerpt = new string('长', 3 * TableRules.MaxText);
        var save = Resolve(stored, "han.meimei");

        await house.Get<TicketStore>().SaveAsync(save with { After = save.After with { Excerpt = excerpt } }, CancellationToken.None);

        Assert.Equal(excerpt, (await house.Get<TicketStore>().FindHeaderAsync(stored.Number, CancellationToken.None))!.Excerpt);
    }

    [AzuriteFact]
    public async Task A_number_that_nobody_has_is_no_ticket()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());

        Assert.Null(await house.Get<TicketStore>().FindAsync(Facts.Ticket, CancellationToken.None));
    }

    private static TicketSave Resolve(StoredTicket stored, string agent)
    {
        var after = stored.History.Ticket! with { Version = stored.History.Ticket!.Version + 1, Status = TicketStatus.Resolved };
        return new TicketSave(stored, after, [new TicketEvent.Resolved(after.OpenedAt, agent)], null, []);
    }
}
