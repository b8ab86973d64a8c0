using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Handlers;

/// <summary>Three hundred mails at once, under the shipped budgets: each gets its ticket, few get an answer.</summary>
[Collection(SharedAzurite.Name)]
public sealed class StormTests(AzuriteServer azurite)
{
    private const int Mails = 300;

    [AzuriteFact]
    public async Task Of_one_sender_is_answered_as_often_as_its_budget_allows()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());

        var rows = await BringAsync(house, n => RawMails.Mail($"storm-{n}@x.example", body: $"Where is my money? {Word(n)}"));

        Assert.Equal(Mails, rows.Select(r => r.Ticket).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(house.Get<HouseRules>().Policy.Budget.PerRecipient[0].Mails, house.Sender.Sent.Count);
        Assert.Empty(await house.Get<Breakers>().ShowAsync(CancellationToken.None));
        var last = await house.TicketAsync(rows[^1]);
        Assert.Contains(
            "No acknowledgement: this address has had its automatic mails, 2 within 30 minutes",
            last.History.Events.OfType<TicketEvent.Opened>().Single().Why,
            StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task Of_one_domain_opens_that_domains_breaker_and_loses_nothing()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var budget = house.Get<HouseRules>().Policy.Budget.PerDomain[0].Mails;

        var rows = await BringAsync(house, n => RawMails.Mail($"storm-{n}@x.example", from: $"user{n}@storm.example"));

        Assert.Equal(Mails, rows.Select(r => r.Ticket).Distinct(StringComparer.Ordinal).Count());
        var breaker = Assert.Single(await house.Get<Breakers>().ShowAsync(CancellationToken.None));
        Assert.Equal(("storm.example", true), (breaker.Record.Scope, breaker.Record.IsOpen));
        Assert.Equal(budget, house.Sender.Sent.Count);
        Assert.Equal(Mails, house.Sender.Sent.Count + breaker.Held);
        var states = await Task.WhenAll(rows.TakeLast(20).Select(async r => (await house.TicketAsync(r)).Outbox[0].State));
        Assert.All(states, s => Assert.Equal(OutboxState.Held, s));
    }

    private static async Task<List<LedgerRow>> BringAsync(House house, Func<int, string> mail)
    {
        List<LedgerRow> rows = [];
        for (var n = 0; n < Mails; n++)
        {
            rows.Add(await house.BringAsync(mail(n)));
        }

        return rows;
    }

    // Letters only: digits are no difference to a fingerprint.
    private static string Word(int n) => string.Concat($"{n}".Select(c => (char)('a' + (c - '0'))));
}
