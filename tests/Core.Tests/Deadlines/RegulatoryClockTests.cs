using FsCheck;
using FsCheck.Fluent;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Deadlines;

/// <summary>Fifteen days of the calendar from the first mail on, for one category.</summary>
public sealed class RegulatoryClockTests
{
    private static readonly SupportPolicy Policy = Policies.Small with
    {
        Regulatory = [new(["technical_fault"], Target.OfDays(15), "24x7", new("办理时限", "term"), Target.OfDays(60))],
    };

    private static readonly HouseRules House = new(Policy, Policies.Key);
    private static readonly TicketHistory Complaint = After(TicketHistory.None, Open(Monday10, Understood("technical_fault", Priority.P3)));
    private static readonly DateTimeOffset Due = Monday10.AddDays(15);

    [Fact]
    public void It_runs_from_the_first_mail_through_nights_weekends_and_waiting()
    {
        var waiting = After(Complaint, new TicketCommand.NoteAgentReply(Monday10.AddHours(1), "mei", "answer-1"));

        var law = Read(waiting, Monday10.AddDays(5))!;

        Assert.Equal((DeadlineState.Running, Due, TimeSpan.FromDays(5)), (law.State, law.Due, law.Elapsed));
        Assert.Equal(Due, waiting.Ticket!.RegulatoryDue);
        Assert.Null(waiting.Ticket.ResponseDue);
    }

    [Fact]
    public void It_ends_with_the_solution_and_goes_on_as_if_never_solved_when_that_is_reopened()
    {
        var solved = After(Complaint, new TicketCommand.Resolve(Monday10.AddDays(3), "mei"));
        var again = After(solved, new TicketCommand.Reopen(Monday10.AddDays(10), "mei", "not solved"));

        Assert.Equal((DeadlineState.Met, Monday10.AddDays(3)), (Read(solved, Monday10.AddDays(30))!.State, Read(solved, Monday10.AddDays(30))!.StoppedAt));
        Assert.Null(solved.Ticket!.RegulatoryDue);
        Assert.Equal((DeadlineState.Running, Due, TimeSpan.FromDays(11)), (Read(again, Monday10.AddDays(11))!.State, Read(again, Monday10.AddDays(11))!.Due, Read(again, Monday10.AddDays(11))!.Elapsed));
        Assert.Equal(DeadlineState.Breached, Read(again, Due)!.State);
    }

    [Fact]
    public void A_ticket_that_becomes_a_complaint_has_the_term_from_its_opening_and_one_that_is_none_after_all_has_none()
    {
        var refund = After(TicketHistory.None, Open(Monday10, Understood("refund", Priority.P3)));
        var complaint = After(refund, new TicketCommand.Recategorise(Monday10.AddDays(9), "mei", "technical_fault", ""));

        Assert.Null(Read(refund, Monday10.AddDays(9)));
        Assert.Equal(Due, Read(complaint, Monday10.AddDays(9))!.Due);
        Assert.Null(Read(After(complaint, new TicketCommand.Recategorise(Monday10.AddDays(10), "mei", "refund", "")), Monday10.AddDays(10)));
    }

    [Fact]
    public void It_is_extended_with_a_reason_as_far_as_the_law_allows()
    {
        var extended = After(Complaint, Extend(Target.OfDays(30)));

        Assert.Equal(Monday10.AddDays(45), Read(extended, Monday10.AddDays(2))!.Due);
        Assert.Equal(new SteerVerdict.Refused(new SteerRefusal.TooFar(TimeSpan.FromDays(15))), SteeringRules.Judge(extended, Extend(Target.OfDays(16)), new(), Policy));
        Assert.Equal(Monday10.AddDays(60), Read(After(extended, Extend(Target.OfDays(15))), Monday10.AddDays(2))!.Due);
    }

    [Fact]
    public void No_step_of_the_ladder_that_names_no_target_is_told_of_it()
    {
        var solvedLate = After(Complaint, new TicketCommand.NoteAgentReply(Monday10.AddHours(1), "mei", "answer-1"));

        var told = TicketDecider.Decide(solvedLate, new TicketCommand.CheckDeadlines(Due.AddDays(20)), House);

        Assert.DoesNotContain(told.OfType<TicketEvent.LadderReached>(), e => e.Deadline == DeadlineKind.Regulatory);
    }

    [Fact]
    public void Nothing_but_a_solution_moves_it() => Prop.ForAll(
        (from one in AnyClock.Case where one.History.Events.All(e => e.Kind is not (ClockEventKind.Resolve or ClockEventKind.Reopen)) select one).ToArbitrary(),
        one =>
        {
            var term = new ClockTarget(Target.Of(TimeSpan.FromHours(200)), HouseCalendars.Always);
            var law = DeadlineClock.Read(
                one.History with { Targets = [.. one.History.Targets.Select(t => t with { Targets = t.Targets with { Regulatory = term } })] }, one.Now)!.Regulatory!;
            return law.Due == one.History.Events[0].At.AddHours(200) && law.Elapsed == one.Now - one.History.Events[0].At;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Faults_are_told_with_their_place()
    {
        var faults = PolicyValidation.Faults(Policies.Small with
        {
            Regulatory =
            [
                new(["weather"], Target.OfDays(15), "mars", new("时限", "term"), null),
                new([], Target.OfDays(15), "24x7", new("", "term"), Target.OfDays(10)),
                new(["refund", "refund"], Target.OfDays(0), "24x7", new("时限", "term"), null),
                new(["technical_fault"], Target.OfDays(3000), "24x7", new("时限", "term"), null),
            ],
        });

        Assert.Equal(8, faults.Count);
        Assert.All(["\"weather\"", "\"mars\"", "no category", "zh and en", "shorter than within", "longer than nothing", "\"refund\" has 2 terms", "ordinary weeks"],
            fault => Assert.Contains(faults, f => f.Contains(fault, StringComparison.Ordinal)));
    }

    private static TicketCommand.Extend Extend(Target more) => new(Monday10.AddDays(1), "mei", DeadlineKind.Regulatory, new ExtensionLength.By(more), "the bank must answer");

    private static Deadline? Read(TicketHistory history, DateTimeOffset now) => TicketClock.Reading(history, Policy, now)!.Regulatory;

    private static TicketHistory After(TicketHistory history, TicketCommand command) =>
        TicketDecider.Apply(history, TicketDecider.Decide(history, command, House), House);
}
