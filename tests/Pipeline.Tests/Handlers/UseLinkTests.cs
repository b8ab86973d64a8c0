using Mailroom.Core.Effects;
using Mailroom.Core.Replies.Digests;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;
using Mailroom.Support.Fakes;

namespace Mailroom.Pipeline.Tests.Handlers;

[Collection(SharedAzurite.Name)]
public sealed class UseLinkTests(AzuriteServer azurite)
{
    [AzuriteFact]
    public async Task Looking_at_a_link_changes_nothing_and_using_it_does_its_one_thing_once()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var (number, token) = await LinkAsync(house, DigestLinks.Extend);
        var before = (await house.Get<TicketStore>().LoadAsync(number, CancellationToken.None)).History.Ticket!;

        var first = await UsableAsync(house, DigestLinks.Extend, token);
        var again = await UsableAsync(house, DigestLinks.Extend, token);
        var used = await UseAsync(house, first);
        var twice = await UseAsync(house, again);

        Assert.Equal(before.Version, again.History.Ticket!.Version);
        Assert.Equal((true, false), (used.IsNew, twice.IsNew));
        var stored = await house.Get<TicketStore>().LoadAsync(number, CancellationToken.None);
        Assert.Single(stored.History.Events.OfType<TicketEvent.Extended>());
        var reading = Assert.IsType<LinkReading.Used>(await LookAsync(house, DigestLinks.Extend, token));
        Assert.IsType<TicketEvent.Extended>(reading.History.Events[reading.Use.Event - 1]);
    }

    [AzuriteFact]
    public async Task Of_two_who_press_at_once_one_escalates_and_one_mail_goes_out()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var (_, token) = await LinkAsync(house, DigestLinks.Escalate);
        var link = await UsableAsync(house, DigestLinks.Escalate, token);

        var both = await Task.WhenAll(UseAsync(house, link), UseAsync(house, link));
        await house.WorkAsync();

        Assert.Single(both, b => b.IsNew);
        Assert.Single(house.Sender.Sent, m => m.Kind == OutgoingKind.HandEscalation);
    }

    [AzuriteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_use_that_dies_anywhere_is_finished_by_pressing_again(bool afterwards)
    {
        var died = true;
        for (var request = 1; died; request++)
        {
            await using var house = await House.OpenAsync(azurite.NewAccount());
            var (number, token) = await LinkAsync(house, DigestLinks.Escalate);
            var link = await UsableAsync(house, DigestLinks.Escalate, token);
            house.Crash.At(request, afterwards);
            try
            {
                await UseAsync(house, link);
            }
            catch (CrashException)
            {
                // The browser shows an error, and the person presses again.
            }

            died = house.Crash.HasHappened;
            house.Crash.Disarm();
            await UseAsync(house, link);
            await house.WorkAsync();

            Assert.Single((await house.Get<TicketStore>().LoadAsync(number, CancellationToken.None)).History.Events.OfType<TicketEvent.EscalatedByHand>());
            Assert.Single(house.Sender.Sent, m => m.Kind == OutgoingKind.HandEscalation);
        }
    }

    [AzuriteFact]
    public async Task A_ticket_that_moved_since_it_was_seen_is_not_touched()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var (number, token) = await LinkAsync(house, DigestLinks.Assign);
        var link = await UsableAsync(house, DigestLinks.Assign, token);
        await house.Get<SteerTicket>().HandleAsync(number, new TicketCommand.Assign(house.Clock.GetUtcNow(), "mei", "mei", ""), new(), CancellationToken.None);

        var used = await UseAsync(house, link);

        Assert.IsType<SteerRefusal.Moved>(used.Refusal);
        Assert.IsType<LinkReading.Usable>(await LookAsync(house, DigestLinks.Assign, token));
    }

    [AzuriteFact]
    public async Task A_link_that_is_old_or_altered_or_for_something_else_cannot_be_used()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var (_, token) = await LinkAsync(house, DigestLinks.Assign);

        Assert.IsType<LinkReading.Unknown>(await LookAsync(house, DigestLinks.Assign, token[..^1] + (token[^1] == '0' ? '1' : '0')));
        Assert.IsType<LinkReading.Unknown>(await LookAsync(house, DigestLinks.Extend, token));
        house.Clock.Advance(TimeSpan.FromHours(72));
        Assert.IsType<LinkReading.Expired>(await LookAsync(house, DigestLinks.Assign, token));
    }

    private static async Task<(TicketNumber Number, string Token)> LinkAsync(House house, string purpose)
    {
        var ticket = (await house.TicketAsync(await house.BringAsync(RawMails.Mail()))).History.Ticket!;
        var rules = house.Get<HouseRules>();
        var manager = rules.Policy.DigestsInForce.First(d => d.TeamsOf(rules.Policy).Any(t => t.Name == ticket.Team));
        return (ticket.Number, ActionToken.Write(rules.Key, DigestLinks.Allowed(purpose, ticket.Number, manager, house.Clock.GetUtcNow(), rules.Key)));
    }

    private static Task<LinkReading> LookAsync(House house, string purpose, string token) =>
        house.Get<UseLink>().LookAsync(purpose, token, house.Clock.GetUtcNow(), CancellationToken.None);

    private static async Task<LinkReading.Usable> UsableAsync(House house, string purpose, string token) =>
        Assert.IsType<LinkReading.Usable>(await LookAsync(house, purpose, token));

    private static Task<ChangedTicket> UseAsync(House house, LinkReading.Usable link)
    {
        var choice = LinkChoice.Of(link.Allowed.Purpose, link.History, link.Holder, house.Clock.GetUtcNow(), house.Get<HouseRules>())[0];
        return house.Get<UseLink>().UseAsync(link, choice, "because", link.History.Events.Count, CancellationToken.None);
    }
}
