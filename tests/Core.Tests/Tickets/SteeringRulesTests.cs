using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets;

public sealed class SteeringRulesTests
{
    private static readonly DateTimeOffset At = Monday10.AddHours(1);
    private static readonly TicketNumber Other = TicketNumber.Derive(Policies.Key, "another", 0);
    private static readonly TicketStory New = Opened(Monday10, Understood("refund", Priority.P3));
    private static readonly TicketStory Taken = New.Then(new TicketCommand.Assign(At, "lei", "lei", ""));
    private static readonly TicketStory Solved = New.Then(new TicketCommand.Resolve(At, "lei"));
    private static readonly TicketStory Waiting = New.Answer(At);

    public static TheoryData<string, TicketCommand, string> Refusals => new()
    {
        { "taken", new TicketCommand.Assign(At, "mei", "mei", ""), "Taken" },
        { "taken", new TicketCommand.Assign(At, "mei", null, ""), "Taken" },
        { "solved", new TicketCommand.Assign(At, "mei", "mei", ""), "IsResolved" },
        { "solved", new TicketCommand.Pause(At, "mei", ""), "IsResolved" },
        { "solved", new TicketCommand.EndPause(At, "mei", ""), "IsResolved" },
        { "solved", Extend(DeadlineKind.Resolution, Hours(4)), "NothingDue" },
        { "waiting", Extend(DeadlineKind.FirstResponse, Hours(4)), "NothingDue" },
        { "new", Extend(DeadlineKind.NextResponse, Hours(4)), "NothingDue" },
        { "new", Extend(DeadlineKind.Resolution, new ExtensionLength.Until(At.AddHours(2))), "NotLater" },
        { "new", Extend(DeadlineKind.Resolution, new ExtensionLength.Until(At)), "NotLater" },
        { "new", Extend(DeadlineKind.Resolution, Hours(81)), "TooFar" },
        { "new", new TicketCommand.Recategorise(At, "mei", "weather", ""), "Unknown" },
        { "new", new TicketCommand.Reassign(At, "mei", "nobody", ""), "Unknown" },
        { "merged", new TicketCommand.NoteAgentReply(At, "mei", "1@mail.example"), "Merged" },
        { "none", new TicketCommand.Resolve(At, "mei"), "NoTicket" },
    };

    public static TheoryData<string, TicketCommand> SoAlready => new()
    {
        { "taken", new TicketCommand.Assign(At, "mei", "lei", "") },
        { "new", new TicketCommand.Assign(At, "mei", null, "") },
        { "solved", new TicketCommand.Resolve(At, "mei") },
        { "waiting", new TicketCommand.Pause(At, "mei", "") },
        { "new", new TicketCommand.EndPause(At, "mei", "") },
        { "new", new TicketCommand.Reopen(At, "mei", "") },
        { "new", new TicketCommand.Recategorise(At, "mei", "refund", "") },
        { "new", new TicketCommand.Prioritise(At, "mei", Priority.P3, "") },
        { "new", new TicketCommand.Reassign(At, "mei", "payments", "") },
        { "new", Extend(DeadlineKind.Resolution, new ExtensionLength.Until(Moments.Shanghai("2026-03-05 10:00"))) },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_done_says_why(string state, TicketCommand wish, string refusal)
    {
        var verdict = Assert.IsType<SteerVerdict.Refused>(Judge(In(state), wish, new()));

        Assert.Equal(refusal, verdict.Why.GetType().Name);
    }

    [Theory]
    [MemberData(nameof(SoAlready), DisableDiscoveryEnumeration = true)]
    public void What_is_so_already_is_done_even_for_somebody_who_saw_less(string state, TicketCommand wish) =>
        Assert.IsType<SteerVerdict.DoneBefore>(Judge(In(state), wish, new(Version: 1)));

    [Fact]
    public void Two_agents_do_not_overwrite_each_other()
    {
        var seen = new SeenTicket(New.Ticket.Version);
        var first = New.Then(new TicketCommand.Prioritise(At, "lei", Priority.P2, ""));
        var wish = new TicketCommand.Prioritise(At, "mei", Priority.P4, "");

        Assert.IsType<SteerVerdict.Go>(Judge(New.History, wish, seen));
        Assert.Equal(new SteerVerdict.Refused(new SteerRefusal.Moved()), Judge(first.History, wish, seen));
        Assert.IsType<SteerVerdict.Go>(Judge(first.History, wish, new(first.Ticket.Version)));
        Assert.Equal(new SteerVerdict.Refused(new SteerRefusal.Moved()), Judge(New.History, wish, new(New.Ticket.Version + 1)));
    }

    [Fact]
    public void What_the_program_notes_by_itself_is_no_move()
    {
        var seen = new SeenTicket(New.Ticket.Version);
        var warned = New.Look(Moments.Shanghai("2026-03-02 18:00"));

        Assert.NotEmpty(warned.Events);
        Assert.IsType<SteerVerdict.Go>(Judge(warned.History, new TicketCommand.Assign(At, "mei", "mei", ""), seen));
    }

    [Fact]
    public void The_same_wish_on_the_same_version_is_done_once_whatever_came_after()
    {
        var wish = Extend(DeadlineKind.Resolution, Hours(4));
        var seen = new SeenTicket(New.Ticket.Version);
        var done = New.Then(wish).Then(new TicketCommand.Prioritise(At, "lei", Priority.P2, ""));

        Assert.IsType<SteerVerdict.Go>(Judge(New.History, wish, seen));
        Assert.IsType<SteerVerdict.DoneBefore>(Judge(done.History, wish, seen));
    }

    [Fact]
    public void Who_insists_takes_a_ticket_from_somebody_else() =>
        Assert.IsType<SteerVerdict.Go>(Judge(Taken.History, new TicketCommand.Assign(At, "mei", "mei", ""), new(Force: true)));

    [Fact]
    public void Extensions_add_up_to_the_policys_bound_and_no_further()
    {
        var story = New.Then(Extend(DeadlineKind.Resolution, Hours(78)));

        var refused = Assert.IsType<SteerVerdict.Refused>(Judge(story.History, Extend(DeadlineKind.Resolution, Hours(3)), new()));
        Assert.Equal(new SteerRefusal.TooFar(TimeSpan.FromHours(2)), refused.Why);
        Assert.IsType<SteerVerdict.Go>(Judge(story.History, Extend(DeadlineKind.Resolution, Hours(2)), new()));
        Assert.Empty(story.Then(Extend(DeadlineKind.Resolution, Hours(3))).Events);
    }

    private static SteerVerdict Judge(TicketHistory history, TicketCommand wish, SeenTicket seen) => SteeringRules.Judge(history, wish, seen, Policies.Small);

    private static TicketCommand.Extend Extend(DeadlineKind kind, ExtensionLength length) => new(At, "mei", kind, length, "the bank is slow");

    private static ExtensionLength.By Hours(int hours) => new(Target.Of(TimeSpan.FromHours(hours)));

    private static TicketHistory In(string state) => state switch
    {
        "taken" => Taken.History,
        "solved" => Solved.History,
        "waiting" => Waiting.History,
        "merged" => New.Then(new TicketCommand.Merge(At, "mei", Other)).History,
        "none" => TicketHistory.None,
        _ => New.History,
    };
}
