using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Handlers;

[Collection(SharedAzurite.Name)]
public sealed class SteerTicketTests(AzuriteServer azurite)
{
    [AzuriteFact]
    public async Task An_answer_that_is_noted_twice_is_one_and_the_clock_of_the_solution_stands()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var number = await OpenAsync(house);
        var wish = new TicketCommand.NoteAgentReply(house.Clock.GetUtcNow(), "mei", "answer-1@pay.example");

        var first = await SteerAsync(house, number, wish, new());
        var second = await SteerAsync(house, number, wish, new());

        Assert.Equal((true, false), (first.IsNew, second.IsNew));
        Assert.Equal((TicketStatus.Waiting, null), (second.History.Ticket!.Status, second.History.Ticket.ResolutionDue));
        Assert.Single(second.History.Events.OfType<TicketEvent.AgentReplied>());
    }

    [AzuriteFact]
    public async Task Of_two_agents_who_take_a_ticket_at_once_one_has_it_and_the_other_is_told_who()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var number = await OpenAsync(house);

        var both = await Task.WhenAll(new[] { "mei", "lei" }.Select(agent =>
            SteerAsync(house, number, new TicketCommand.Assign(house.Clock.GetUtcNow(), agent, agent, ""), new())));

        var (winner, loser) = (both.Single(b => b.IsNew), both.Single(b => !b.IsNew));
        Assert.Equal(new SteerRefusal.Taken(winner.History.Ticket!.Assignee!), loser.Refusal);
    }

    [AzuriteFact]
    public async Task A_solved_ticket_leaves_the_list_of_open_ones_also_when_the_first_run_died_before()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var number = await OpenAsync(house);
        var wish = new TicketCommand.Resolve(house.Clock.GetUtcNow(), "mei");
        await SaveOnlyAsync(house, number, wish);

        await SteerAsync(house, number, wish, new());

        Assert.Empty(await ListAsync(house, resolved: false));
        Assert.Equal(number, Assert.Single(await ListAsync(house, resolved: true)).Number);
    }

    private static async Task<TicketNumber> OpenAsync(House house)
    {
        var row = await house.BringAsync(RawMails.Mail("letter-1@customer.example"));
        return (await house.TicketAsync(row)).Number;
    }

    // As when the host died between the save and what follows from it.
    private static async Task SaveOnlyAsync(House house, TicketNumber number, TicketCommand command)
    {
        var rules = house.Get<HouseRules>();
        var stored = await house.Get<TicketStore>().LoadAsync(number, CancellationToken.None);
        var events = TicketDecider.Decide(stored.History, command, rules);
        var after = TicketDecider.Apply(stored.History, events, rules);
        Assert.Equal(SaveResult.Saved, await house.Get<TicketStore>().SaveAsync(new TicketSave(stored, after.Ticket!, events, null, []), CancellationToken.None));
    }

    private static Task<ChangedTicket> SteerAsync(House house, TicketNumber number, TicketCommand wish, SeenTicket seen) =>
        house.Get<SteerTicket>().HandleAsync(number, wish, seen, CancellationToken.None);

    private static async Task<IReadOnlyList<Ticket>> ListAsync(House house, bool resolved) =>
        (await house.Get<ViewStore>().ListAsync(new TicketQuery(null, resolved, 10, null), CancellationToken.None)).Tickets;
}
