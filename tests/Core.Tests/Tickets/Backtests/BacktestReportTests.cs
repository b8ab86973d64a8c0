using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Backtests;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets.Backtests;

/// <summary>Refund mails of Monday 10:00 (P3: 8 hours to answer, 3 days to solve), replayed where the answer is due within 4 hours.</summary>
public sealed class BacktestReportTests
{
    private static readonly TicketStory Refund = Opened(Monday10, Understood("refund", Priority.P3));

    [Fact]
    public void An_answer_after_five_hours_is_in_time_now_and_late_by_an_hour_then()
    {
        var report = Replay(Within("PT4H"), Refund.Answer(Shanghai("2026-03-02 16:00")));

        var late = Assert.Single(report.WorstNewlyBreached);
        Assert.Equal((DeadlineKind.FirstResponse, BacktestState.Met, BacktestState.Breached), (late.Kind, late.InForce.State, late.Candidate.State));
        Assert.Equal((Shanghai("2026-03-02 15:00"), TimeSpan.FromHours(1)), (late.Candidate.Due, late.Candidate.Late));
        Assert.Equal(new BacktestCounts(1, new(1, 0, 0), new(0, 1, 0), 1, 0), Row(report, BacktestGrouping.All, "all", DeadlineKind.FirstResponse));
        Assert.Equal(new BacktestCounts(1, new(0, 0, 1), new(0, 0, 1), 0, 0), Row(report, BacktestGrouping.All, "all", DeadlineKind.Resolution));
    }

    [Fact]
    public void A_breach_that_a_longer_target_avoids_is_told_as_gone()
    {
        var report = Replay(Within("PT9H"), Refund.Answer(Shanghai("2026-03-03 10:30")));

        var saved = Assert.Single(report.WorstNoLongerBreached);
        Assert.Equal((TimeSpan.FromMinutes(30), TimeSpan.Zero), (saved.InForce.Late, saved.Candidate.Late));
        Assert.Empty(report.WorstNewlyBreached);
    }

    [Fact]
    public void Each_wait_for_a_next_answer_is_counted_by_the_hour_in_which_its_mail_came()
    {
        var story = Refund.Answer(Shanghai("2026-03-02 11:00"))
            .Reply(Shanghai("2026-03-02 14:10"), "second").Answer(Shanghai("2026-03-02 14:30"))
            .Reply(Shanghai("2026-03-02 15:10"), "third").Answer(Shanghai("2026-03-03 11:50"));

        var report = Replay(Within("PT4H"), story);

        Assert.Equal(1, Row(report, BacktestGrouping.Hour, "14", DeadlineKind.NextResponse).Candidate.Met);
        Assert.Equal(new BacktestCounts(1, new(1, 0, 0), new(0, 1, 0), 1, 0), Row(report, BacktestGrouping.Hour, "15", DeadlineKind.NextResponse));
        Assert.Equal(2, Row(report, BacktestGrouping.Hour, "10", DeadlineKind.FirstResponse).Deadlines + Row(report, BacktestGrouping.Hour, "10", DeadlineKind.Resolution).Deadlines);
    }

    [Fact]
    public void It_is_told_by_category_team_priority_and_language()
    {
        var report = Replay(
            Within("PT4H"),
            Refund,
            Opened(Monday10, Understood("account_security", Priority.P1) with { Language = Core.Understanding.MailLanguage.English }));

        Assert.Equal(["account_security", "refund"], report.Totals(BacktestGrouping.Category).Select(t => t.Key));
        Assert.Equal(["payments", "risk"], report.Totals(BacktestGrouping.Team).Select(t => t.Key));
        Assert.Equal(["P1", "P3"], report.Totals(BacktestGrouping.Priority).Select(t => t.Key));
        Assert.Equal(["en", "zh"], report.Totals(BacktestGrouping.Language).Select(t => t.Key));
        Assert.All(Enum.GetValues<BacktestGrouping>(), by => Assert.Equal(4, report.Totals(by).Sum(t => t.Counts.Deadlines)));
    }

    [Fact]
    public void What_the_policy_gives_a_category_follows_the_candidate_and_what_people_decided_stays()
    {
        var raised = Policies.Small with { Categories = [.. Policies.Small.Categories.Select(c => c.Code == "refund" ? c with { Priority = Priority.P1, Team = "risk" } : c)] };
        var lowered = Refund.Then(new TicketCommand.Prioritise(Monday10.AddMinutes(5), "han.meimei", Priority.P4, "只是咨询"));

        Assert.Equal(Monday10.AddMinutes(30), First(raised, Refund).Candidate.Due);
        Assert.Equal(First(raised, lowered).InForce.Due, First(raised, lowered).Candidate.Due);
    }

    [Fact]
    public void Words_that_made_a_ticket_more_urgent_than_its_category_still_do()
    {
        var urgent = Opened(Monday10, Understood("technical_fault", Priority.P1));
        var lowered = Policies.Small with { Categories = [.. Policies.Small.Categories.Select(c => c.Code == "technical_fault" ? c with { Priority = Priority.P4 } : c)] };

        Assert.Equal(Monday10.AddMinutes(30), First(lowered, urgent).Candidate.Due);
    }

    [Fact]
    public void Another_calendar_moves_what_is_due()
    {
        var always = Policies.Small with { Calendars = new Dictionary<string, WorkingCalendar> { ["china"] = HouseCalendars.Always with { Name = "china" }, ["24x7"] = HouseCalendars.Always } };

        Assert.Equal(Monday10.AddHours(8), First(always, Refund).Candidate.Due);
    }

    [Fact]
    public void A_promise_is_in_no_figure()
    {
        // Promised within the target in force; the candidate's target is judged as if nothing had been promised.
        Assert.NotNull(Refund.Ticket.Promise);
        Assert.Equal(BacktestState.Met, First(Within("PT20H"), Refund.Answer(Shanghai("2026-03-04 09:30"))).Candidate.State);
    }

    [Fact]
    public void What_lies_after_the_moment_of_looking_is_left_out()
    {
        var report = BacktestReport.Of([Ticket(Refund)], new(Policies.Small, Within("PT4H"), Monday10.AddSeconds(-1)));

        Assert.Equal((0, 0), (report.Tickets, report.Rows.Count));
    }

    [Fact]
    public void Only_so_many_examples_are_kept_the_worst_first()
    {
        var stories = Enumerable.Range(1, 5).Select(i => Ticket(Refund.Answer(Shanghai("2026-03-02 15:00").AddMinutes(i))) with { Id = $"T{i}" });

        var report = BacktestReport.Of(stories, new(Policies.Small, Within("PT4H"), Shanghai("2026-03-09 09:00"), Examples: 2));

        Assert.Equal(["T5", "T4"], report.WorstNewlyBreached.Select(e => e.Ticket));
        Assert.Equal(5, Row(report, BacktestGrouping.All, "all", DeadlineKind.FirstResponse).NewlyBreached);
    }

    private static BacktestOutcome First(SupportPolicy candidate, TicketStory story) =>
        BacktestOutcome.All(Ticket(story), new(Policies.Small, candidate, Shanghai("2026-03-09 09:00")))[0];

    private static BacktestReport Replay(SupportPolicy candidate, params TicketStory[] stories) =>
        BacktestReport.Of(stories.Select(Ticket), new(Policies.Small, candidate, Shanghai("2026-03-03 12:00")));

    private static BacktestTicket Ticket(TicketStory story) => BacktestTicket.Of(story.History)!;

    private static SupportPolicy Within(string response) => Policies.Small with
    {
        Targets = new Dictionary<Priority, TargetPolicy>(Policies.Small.Targets)
        {
            [Priority.P3] = Policies.Small.Targets[Priority.P3] with { FirstResponse = new(TargetText.Read(response)) },
        },
    };

    private static BacktestCounts Row(BacktestReport report, BacktestGrouping by, string key, DeadlineKind kind) =>
        Assert.Single(report.Rows, r => r.By == by && r.Key == key && r.Kind == kind).Counts;
}
