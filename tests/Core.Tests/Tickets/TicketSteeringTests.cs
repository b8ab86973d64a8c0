using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets;

public sealed class TicketSteeringTests
{
    private static readonly DateTimeOffset At = Monday10.AddHours(1);
    private static readonly TicketStory New = Opened(Monday10, Understood("refund", Priority.P3));
    private static readonly TicketStory Solved = New.Then(new TicketCommand.Resolve(Monday10.AddMinutes(5), "mei"));
    private static readonly TicketStory Merged = New.Then(new TicketCommand.Merge(Monday10, "mei", TicketNumber.Derive(Policies.Key, "another", 0)));

    public static TheoryData<string, TicketCommand> Useless => new()
    {
        { "solved", new TicketCommand.Pause(At, "mei", "") },
        { "new", new TicketCommand.EndPause(At, "mei", "") },
        { "new", new TicketCommand.Reopen(At, "mei", "") },
        { "new", new TicketCommand.Recategorise(At, "mei", "refund", "") },
        { "new", new TicketCommand.Recategorise(At, "mei", "weather", "") },
        { "new", new TicketCommand.Prioritise(At, "mei", Priority.P3, "") },
        { "new", new TicketCommand.Reassign(At, "mei", "payments", "") },
        { "new", new TicketCommand.Reassign(At, "mei", "nobody", "") },
        { "merged", new TicketCommand.Reopen(At, "mei", "") },
        { "merged", new TicketCommand.Prioritise(At, "mei", Priority.P1, "") },
    };

    [Theory]
    [MemberData(nameof(Useless), DisableDiscoveryEnumeration = true)]
    public void What_changes_nothing_or_names_what_is_not_there_causes_nothing(string state, TicketCommand command) =>
        Assert.Empty((state switch { "solved" => Solved, "merged" => Merged, _ => New }).Then(command).Events);

    [Fact]
    public void Each_change_is_one_event_with_its_person_and_reason_and_twice_is_once()
    {
        var story = New.Then(new TicketCommand.Reassign(At, "mei", "risk", "looks like fraud"));

        Assert.Equal(new TicketEvent.Reassigned(At, "mei", "risk", "looks like fraud"), Assert.Single(story.Events));
        Assert.Equal("risk", story.Ticket.Team);
        Assert.Empty(story.Then(new TicketCommand.Reassign(At, "mei", "risk", "looks like fraud")).Events);
    }

    [Fact]
    public void Who_takes_a_ticket_has_it_until_it_is_put_back_or_goes_to_another_team()
    {
        var taken = New.Then(new TicketCommand.Assign(At, "mei", "mei", ""));

        Assert.Equal(new TicketEvent.Assigned(At, "mei", "mei", ""), Assert.Single(taken.Events));
        Assert.Equal("mei", taken.Ticket.Assignee);
        Assert.Empty(taken.Then(new TicketCommand.Assign(At, "mei", "mei", "")).Events);
        Assert.Null(taken.Then(new TicketCommand.Assign(At, "lei", null, "on leave")).Ticket.Assignee);
        Assert.Null(taken.Then(new TicketCommand.Reassign(At, "mei", "risk", "")).Ticket.Assignee);
    }

    [Fact]
    public void A_ticket_that_becomes_urgent_tells_who_is_on_call_at_once()
    {
        var story = New.Then(new TicketCommand.Prioritise(At, "mei", Priority.P1, "盗刷"));

        Assert.Equal(Priority.P1, story.Ticket.Priority);
        Assert.Contains(story.Events.OfType<TicketEvent.LadderReached>(), e => e.Step == "on-call");
    }
}
