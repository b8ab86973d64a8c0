using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Replies;

public sealed class DigestTests
{
    private static readonly DateTimeOffset At = Shanghai("2026-03-03 17:00");

    [Fact]
    public void A_manager_hears_what_is_overdue_and_what_is_due_within_a_day_soonest_first()
    {
        Ticket[] tickets =
        [
            Ticket(1, due: At.AddHours(20)),
            Ticket(2, due: At.AddHours(-1)),
            Ticket(3, due: At.AddHours(-30)),
            Ticket(4, due: At.AddHours(25)),
            Ticket(5, due: At.AddHours(2)),
        ];

        var mail = Assert.Single(Digest.Write(tickets, [], At, Policies.House));

        Assert.Equal((OutgoingKind.Digest, "payments-manager@pay.example"), (mail.Kind, Assert.Single(mail.To).Address));
        Assert.Equal([Number(3), Number(2)], Rows(mail, "overdue").Select(r => r["ticket"]));
        Assert.Equal([Number(5), Number(1)], Rows(mail, "soon").Select(r => r["ticket"]));
        Assert.Equal(("2", "2", "2026年3月3日（周二）17:00（北京时间）"), (mail.Values["overdueCount"], mail.Values["soonCount"], mail.Values["at"]));
        Assert.Equal(("1 小时", "今天 16:00", false), (Rows(mail, "overdue")[1]["span"], Rows(mail, "overdue")[1]["due"], Rows(mail, "overdue")[1]["isResolution"]));
    }

    [Theory]
    [InlineData("2026-11-14 17:00", "")]
    [InlineData("2026-11-16 17:00", "china 2027")]
    public void Holidays_that_are_missing_for_next_year_are_told_from_mid_November_on(string at, string gaps)
    {
        var mail = Assert.Single(Digest.Write([Ticket(1, due: Shanghai(at))], [], Shanghai(at), Policies.House));

        Assert.Equal(gaps, string.Join(", ", Rows(mail, "calendarGaps").Select(r => $"{r["calendar"]} {r["year"]}")));
    }

    [Fact]
    public void An_open_breaker_is_told_to_every_manager()
    {
        var limit = new BudgetLimit(1, TimeSpan.FromHours(1));
        BreakerRecord[] breakers = [Breaker.Opened(new("qq.com"), limit, At), Breaker.Opened(new("shop.example"), limit, At), new("closed.example")];

        var mails = Digest.Write([], breakers, At, Policies.House);

        Assert.Equal(2, mails.Count);
        Assert.All(mails, m => Assert.Equal((false, "qq.com, shop.example"), (m.Values["breakerOfAll"], m.Values["breakerDomains"])));
        Assert.All(Digest.Write([], [Breaker.Opened(new(BreakerRecord.All), limit, At)], At, Policies.House), m => Assert.Equal((true, ""), (m.Values["breakerOfAll"], m.Values["breakerDomains"])));
    }

    [Fact]
    public void Counts_are_over_every_open_ticket_of_each_team()
    {
        Ticket[] tickets =
        [
            Ticket(1, due: At.AddHours(-1)),
            Ticket(2, due: At.AddDays(9)),
            Ticket(3, due: null) with { Priority = Priority.P2 },
            Ticket(4, due: null) with { Status = TicketStatus.Resolved },
        ];

        var row = Assert.Single(Rows(Assert.Single(Digest.Write(tickets, [], At, Policies.House)), "teams"));

        Assert.Equal(("payments组", "0", "1", "2", "0", "3", "1"), (row["team"], row["p1"], row["p2"], row["p3"], row["p4"], row["total"], row["overdue"]));
    }

    [Fact]
    public void The_earlier_of_answer_and_solution_counts()
    {
        var ticket = Ticket(1, due: At.AddHours(5)) with { ResolutionDue = At.AddHours(-2) };

        var row = Assert.Single(Rows(Assert.Single(Digest.Write([ticket], [], At, Policies.House)), "overdue"));

        Assert.Equal((true, "2 小时"), (row["isResolution"], row["span"]));
    }

    [Fact]
    public void A_manager_with_nothing_to_hear_gets_no_mail()
    {
        Assert.Empty(Digest.Write([], [], At, Policies.House));
        Assert.Empty(Digest.Write([Ticket(1, due: At.AddDays(3)), Ticket(2, due: null)], [], At, Policies.House));
    }

    [Fact]
    public void Each_manager_hears_of_their_own_teams_in_their_language()
    {
        var mails = Digest.Write([Ticket(1, At), Ticket(2, At) with { Team = "risk" }], [], At, Policies.House);

        Assert.Equal(["payments-manager@pay.example", "risk-manager@pay.example"], mails.Select(m => m.To[0].Address));
        Assert.Equal("Tue 3 March 2026, 17:00 (Beijing time)", mails[1].Values["at"]);
        Assert.Equal(Number(2), Assert.Single(Rows(mails[1], "overdue"))["ticket"]);
    }

    [Fact]
    public void The_same_moment_makes_the_same_mail_and_another_moment_another()
    {
        Ticket[] tickets = [Ticket(1, At)];

        var id = Digest.Write(tickets, [], At, Policies.House)[0].Id;

        Assert.Equal(id, Digest.Write(tickets, [], At.ToUniversalTime(), Policies.House)[0].Id);
        Assert.NotEqual(id, Digest.Write(tickets, [], At.AddHours(8), Policies.House)[0].Id);
    }

    [Fact]
    public void A_long_list_is_cut_and_says_so()
    {
        var mail = Assert.Single(Digest.Write(Enumerable.Range(1, 130).Select(i => Ticket(i, At.AddMinutes(-i))).ToList(), [], At, Policies.House));

        Assert.Equal((100, "30", "130", ""), (Rows(mail, "overdue").Count, mail.Values["moreOverdue"], mail.Values["overdueCount"], mail.Values["moreSoon"]));
    }

    private static Ticket Ticket(int n, DateTimeOffset? due) => Opened(Monday10, Understood("refund", Priority.P3)).Ticket with
    {
        Number = TicketNumber.Derive(Policies.Key, $"digest {n}", 0),
        ResponseDue = due,
        ResolutionDue = null,
    };

    private static string Number(int n) => TicketNumber.Derive(Policies.Key, $"digest {n}", 0).Value;

    private static List<Dictionary<string, object?>> Rows(OutgoingMail mail, string name) =>
        Assert.IsType<List<Dictionary<string, object?>>>(mail.Values[name]);
}
