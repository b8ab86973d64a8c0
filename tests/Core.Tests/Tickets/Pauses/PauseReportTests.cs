using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Pauses;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets.Pauses;

/// <summary>A refund mail of Monday 10:00 has three working days of eight hours: due on Thursday 10:00, warned of at 75 %, on Wednesday 12:00.</summary>
public sealed class PauseReportTests
{
    private static readonly PauseRules March = new(Shanghai("2026-03-01 00:00"), Shanghai("2026-04-01 00:00"));
    private static readonly TicketStory New = Opened(Monday10, Understood("refund", Priority.P3));

    [Theory]
    [InlineData("2026-03-02 12:00", false)]
    [InlineData("2026-03-04 16:35", false)]
    [InlineData("2026-03-04 16:36", true)]
    [InlineData("2026-03-05 09:59", true)]
    [InlineData("2026-03-05 10:01", false)]
    public void A_pause_in_the_last_tenth_stands_out_and_one_after_the_deadline_gains_nothing(string at, bool expected)
    {
        var pause = Assert.Single(Pause(New, at).Ticket.Pauses);

        Assert.Equal(expected, March.IsNear(pause));
        Assert.Equal((Shanghai("2026-03-05 10:00"), TimeSpan.FromHours(24)), (pause.Due, pause.Target));
    }

    [Fact]
    public void So_many_minutes_before_the_deadline_can_count_too()
    {
        var pause = Pause(New, "2026-03-04 15:00").Ticket.Pauses[0];

        Assert.False(March.IsNear(pause));
        Assert.True((March with { Within = TimeSpan.FromHours(4) }).IsNear(pause));
    }

    [Theory]
    [InlineData("2026-03-04 12:00", true)]
    [InlineData("2026-03-04 13:02", false)]
    public void A_pause_right_after_a_warning_stands_out(string at, bool expected)
    {
        var warned = New.Look(Shanghai("2026-03-04 12:00"));

        Assert.Contains(warned.Events.OfType<TicketEvent.LadderReached>(), e => e.Deadline == DeadlineKind.Resolution && e.Step == "warning");
        Assert.Equal(expected, Pause(warned, at).Ticket.Pauses[0].IsWarned);
    }

    [Fact]
    public void An_answer_is_no_pause_and_a_pause_keeps_the_team_and_category_of_its_time()
    {
        var story = Pause(New.Answer(Shanghai("2026-03-02 11:00")).Reply(Shanghai("2026-03-02 12:00")), "2026-03-02 13:00")
            .Then(new TicketCommand.Reassign(Shanghai("2026-03-02 14:00"), "lei", "risk", ""));

        Assert.Equal(("mei", "payments", "refund"), (Assert.Single(story.Ticket.Pauses).Agent, story.Ticket.Pauses[0].Team, story.Ticket.Pauses[0].Category));
    }

    [Fact]
    public void The_report_counts_by_person_team_and_category_and_lists_what_stands_out()
    {
        Ticket[] tickets =
        [
            Pause(New, "2026-03-02 12:00").Ticket,
            Pause(New, "2026-03-05 09:30").Ticket,
            Pause(New, "2026-03-05 09:40", "lei").Ticket,
            Pause(New, "2026-04-05 09:40", "lei").Ticket,
        ];

        var report = PauseReport.Of(tickets, March);

        Assert.Equal(new PauseCounts(3, 2, 0, 2), report.Total);
        Assert.Equal([("lei", 1, 1.0), ("mei", 1, 0.5)], report.Agents.Select(r => (r.Name, r.Counts.StandOut, r.Counts.Share!.Value)));
        Assert.Equal(["payments"], report.Teams.Select(r => r.Name));
        Assert.Equal(["refund"], report.Categories.Select(r => r.Name));
        Assert.Equal(["mei", "lei"], report.Cases.Select(c => c.Pause.Agent));
    }

    private static TicketStory Pause(TicketStory story, string at, string agent = "mei") => story.Then(new TicketCommand.Pause(Shanghai(at), agent, "waiting for the bank"));
}
