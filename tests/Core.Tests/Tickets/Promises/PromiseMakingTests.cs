using FsCheck;
using FsCheck.Fluent;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Tests.Deadlines;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Promises;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets.Promises;

/// <summary>Refund mails: P3, 8 hours to answer on the working calendar; least promise one hour.</summary>
public sealed class PromiseMakingTests
{
    private static readonly SupportPolicy Policy = Policies.House.Policy;

    [Theory]
    [InlineData("2026-03-02 10:00", 100, "2026-03-02 11:45")]
    [InlineData("2026-03-02 10:00", 150, "2026-03-02 13:30")]
    [InlineData("2026-03-02 10:07", 200, "2026-03-02 14:30")]
    [InlineData("2026-03-02 17:00", 90, "2026-03-03 09:30")]
    [InlineData("2026-03-02 17:00", 60, "2026-03-02 18:00")]
    [InlineData("2026-03-07 11:00", 61, "2026-03-09 10:30")]
    public void It_is_a_moment_that_people_say_in_working_hours(string opened, int minutes, string by) =>
        Assert.Equal(Shanghai(by), Promise(Shanghai(opened), minutes).By);

    [Fact]
    public void It_is_never_less_than_the_policy_says() => Assert.Equal(Monday10.AddHours(1), Promise(Monday10, 5).By);

    [Theory]
    [InlineData(480)]
    [InlineData(479)]
    [InlineData(4000)]
    public void It_is_never_later_than_the_deadline(int minutes)
    {
        var promise = Promise(Monday10, minutes);

        Assert.Equal((Shanghai("2026-03-03 10:00"), null), (promise.By, promise.Usual));
    }

    [Fact]
    public void Where_nothing_is_known_it_is_the_deadline() =>
        Assert.Equal(new PromiseMade(Shanghai("2026-03-03 10:00"), false, null), PromiseMaking.Make(Ticket(Monday10), Monday10, null, Policy));

    [Fact]
    public void A_company_may_promise_the_deadline_alone() =>
        Assert.Null(PromiseMaking.Make(Ticket(Monday10), Monday10, Usual(Monday10, 100), Policy with { Promise = new() { Early = false } }).Usual);

    [Fact]
    public void A_busy_team_promises_the_deadline_and_says_so()
    {
        var busy = Usual(Monday10, 100) with { Loads = [new TeamLoad(Ticket(Monday10).Team, "china", 50, 10)] };

        Assert.Equal(new PromiseMade(Shanghai("2026-03-03 10:00"), true, null), PromiseMaking.Make(Ticket(Monday10), Monday10, busy, Policy));
    }

    [Fact]
    public void A_mail_that_is_worked_late_is_promised_from_then_on() =>
        Assert.Equal(Shanghai("2026-03-02 15:45"), PromiseMaking.Make(Ticket(Monday10), Monday10.AddHours(4), Usual(Monday10.AddHours(4), 100), Policy).By);

    [Fact]
    public void The_acknowledgement_says_it_and_the_ticket_keeps_it()
    {
        var story = new TicketStory(TicketHistory.None, [], [])
            .Then(Open(Monday10, Understood("refund", Priority.P3)) with { Times = Usual(Monday10, 100) });

        Assert.Equal("今天 11:45 前（北京时间）", story.Mails[0].Values["promise"]);
        Assert.Equal((Monday10.AddMinutes(105), Monday10.AddMinutes(105)), (story.Ticket.PromisedAt!.Value, story.Ticket.ResponseDue!.Value));
        Assert.Equal(100, story.Events.OfType<TicketEvent.Promised>().Single().Usual!.Within!.Value.TotalMinutes);
    }

    [Theory]
    [InlineData(ReplyLanguage.Chinese, "已向客户承诺 3月2日（周一）11:45 前回复，早于规定时限 8 小时")]
    [InlineData(ReplyLanguage.English, "promised to the customer: Mon 2 Mar 11:45, sooner than the target's own 8 h")]
    public void Agents_read_it_in_the_explanation_of_the_deadline(ReplyLanguage language, string line)
    {
        var story = new TicketStory(TicketHistory.None, [], [])
            .Then(Open(Monday10, Understood("refund", Priority.P3)) with { Times = Usual(Monday10, 100) });

        var first = TicketClock.Reading(story.History, Policy, Monday10)!.FirstResponse;

        Assert.Equal(line, DeadlineWords.Of(first, Policy.Company, language)[^1]);
    }

    [Fact]
    public void For_every_calendar_it_lies_in_open_hours_not_before_now_and_slower_answers_make_it_no_sooner() => Prop.ForAll(
        (from c in AnyClock.Case from first in Gen.Choose(0, 3000) from second in Gen.Choose(0, 3000) select (c, first, second)).ToArbitrary(),
        x =>
        {
            var (calendar, now) = (x.c.History.Targets[0].Targets.FirstResponse.Calendar, x.c.Now);
            var (faster, slower) = (Rounded(calendar, now, Math.Min(x.first, x.second)), Rounded(calendar, now, Math.Max(x.first, x.second)));
            return faster >= now && faster <= slower
                && calendar.OpenTime(now, faster) >= TimeSpan.FromMinutes(Math.Min(x.first, x.second))
                && (calendar.IsOpen(faster) || calendar.IsOpen(faster.AddTicks(-1)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260302, 7));

    [Fact]
    public void For_every_moment_it_is_no_later_than_the_deadline_and_the_clock_is_due_at_it() => Prop.ForAll(
        (from minutes in Gen.Choose(0, 28 * 1440) from within in Gen.Choose(1, 900) from samples in Gen.Choose(20, 40) from p in Gen.Elements(Enum.GetValues<Priority>()) select (minutes, within, samples, p)).ToArbitrary(),
        x =>
        {
            var at = Monday10.AddDays(-21).AddMinutes(x.minutes);
            var plain = Opened(at, Understood("refund", x.p)).Ticket;
            var story = new TicketStory(TicketHistory.None, [], []).Then(Open(at, Understood("refund", x.p)) with { Times = Usual(at, x.within, x.samples) });
            var (by, due) = (story.Ticket.PromisedAt!.Value, plain.ResponseDue!.Value);
            var first = TicketClock.Reading(story.History, Policy, at)!.FirstResponse;
            return at <= by && by <= due
                && (x.samples >= ResponseTimes.FewestSamples || by == due)
                && first.Due == by && story.Ticket.ResponseDue == by
                && first.Elapsed + first.Remaining == first.Target
                && DeadlineExplanation.Of(first).Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Counted) == first.Target;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260302, 7));

    private static DateTimeOffset Rounded(WorkingCalendar calendar, DateTimeOffset from, int minutes) =>
        PromiseMaking.RoundedUp(calendar, from, TimeSpan.FromMinutes(minutes));

    private static PromiseMade Promise(DateTimeOffset opened, int minutes) =>
        PromiseMaking.Make(Ticket(opened), opened, Usual(opened, minutes), Policy);

    private static Ticket Ticket(DateTimeOffset opened) => Opened(opened, Understood("refund", Priority.P3)).Ticket;

    /// <summary>Refunds of each priority that took so many minutes, each.</summary>
    private static ResponseTimes Usual(DateTimeOffset at, int minutes, int samples = 30) => new(
        at,
        ResponseTimes.UsualOf(
            from priority in Enum.GetValues<Priority>()
            from calendar in Policy.Calendars.Keys
            from n in Enumerable.Range(0, samples)
            select new ResponseSample(new("refund", priority, calendar, 0), TimeSpan.FromMinutes(minutes), true)),
        []);
}
