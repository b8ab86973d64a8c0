using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets;

/// <summary>What steps of the ladder do to a ticket.</summary>
public sealed class LadderTimerTests
{
    private static readonly DateTimeOffset Late = Moments.Shanghai("2026-03-03 10:00");

    [Fact]
    public void A_step_gives_the_ticket_to_another_team_and_raises_it()
    {
        var after = Look(Late, Step("breach", 100) with { Reassign = "risk", Raise = Priority.P2 });

        Assert.Equal(("risk", Priority.P2), (after.Ticket!.Team, after.Ticket.Priority));
        var raised = Assert.Single(after.Events.OfType<TicketEvent.Prioritised>());
        Assert.Equal((TicketEvent.LadderAgent, "breach"), (raised.Agent, raised.Why));
        Assert.Single(after.Events.OfType<TicketEvent.Reassigned>());
    }

    [Theory]
    [InlineData(Priority.P3)]
    [InlineData(Priority.P4)]
    public void Nothing_is_ever_lowered(Priority priority)
    {
        var after = Look(Late, Step("breach", 100) with { Raise = priority });

        Assert.Single(after.Events.OfType<TicketEvent.LadderReached>());
        Assert.Empty(after.Events.OfType<TicketEvent.Prioritised>());
        Assert.Equal(Priority.P3, after.Ticket!.Priority);
    }

    [Fact]
    public void What_a_step_changed_decides_whether_the_next_is_still_about_the_ticket()
    {
        var after = Look(
            Late.AddDays(10),
            Step("breach", 100) with { Reassign = "risk" },
            Step("payments only", 150) with { When = new() { Teams = ["payments"] } });

        Assert.DoesNotContain(after.Events.OfType<TicketEvent.LadderReached>(), e => e.Step == "payments only");
    }

    [Fact]
    public void Giving_a_ticket_back_and_forth_tells_no_rung_twice()
    {
        var story = Opened(Monday10, Understood("refund", Priority.P3)).Look(Late);
        for (var turn = 1; turn <= 6; turn++)
        {
            story = story.Then(new TicketCommand.Reassign(Late.AddMinutes(turn), "han.meimei", turn % 2 == 1 ? "risk" : "payments", ""))
                .Look(Late.AddMinutes(turn));
        }

        var told = story.History.Events.OfType<TicketEvent.LadderReached>().Where(e => e.Deadline == DeadlineKind.FirstResponse).Select(e => e.Step).ToList();
        Assert.Equal(told.Distinct(), told);
    }

    private static LadderStep Step(string name, int percent) =>
        LadderStep.AtPercent(name, percent, LadderRecipient.Lead) with { Targets = [DeadlineKind.FirstResponse] };

    private static TicketHistory Look(DateTimeOffset at, params IReadOnlyList<LadderStep> ladder)
    {
        var house = Policies.House with { Policy = Policies.Small with { Ladder = ladder } };
        var before = Opened(Monday10, Understood("refund", Priority.P3)).History;
        return TicketDecider.Apply(before, TicketDecider.Decide(before, new TicketCommand.CheckDeadlines(at), house), house);
    }
}
