using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Replies.Digests;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Replies.Digests;

public sealed class DigestTests
{
    private static readonly DateTimeOffset At = Shanghai("2026-03-03 17:00");
    private static readonly DigestPolicy Payments = Policies.Small.DigestsInForce[0];

    [Fact]
    public void A_manager_hears_what_is_overdue_and_what_nobody_will_reach_before_the_next_shift()
    {
        Ticket[] tickets =
        [
            Ticket(1, due: At.AddHours(15)),
            Ticket(2, due: At.AddHours(-1)),
            Ticket(3, due: At.AddHours(-30)),
            Ticket(4, due: At.AddHours(25)),
            Ticket(5, due: At.AddHours(2)),
        ];

        var mail = Written(Facts(tickets));

        Assert.Equal((OutgoingKind.Digest, "payments-manager@pay.example"), (mail.Kind, Assert.Single(mail.To).Address));
        Assert.Equal([Number(3), Number(2)], Rows(mail, "overdue").Select(r => r["ticket"]));
        Assert.Equal([Number(5), Number(1)], Rows(mail, "soon").Select(r => r["ticket"]));
        Assert.Equal(("2", "2", "", "1", "2026年3月3日（周二）17:00（北京时间）", "明天 09:00"), (mail.Values["overdueCount"], mail.Values["soonCount"], mail.Values["inTimeCount"], mail.Values["laterCount"], mail.Values["at"], mail.Values["nextShift"]));
        Assert.Equal(("1 小时", "今天 16:00", false, "无人认领"), (Rows(mail, "overdue")[1]["span"], Rows(mail, "overdue")[1]["due"], Rows(mail, "overdue")[1]["isResolution"], Rows(mail, "overdue")[1]["why"]));
    }

    [Fact]
    public void What_the_team_reaches_at_its_pace_is_only_counted()
    {
        // After the Spring Festival the last 14 days hold 47 open hours: 94 answers are two in each.
        var answers = Enumerable.Range(1, 94).Select(i => new AnswerGiven(At.AddHours(-i), "payments", "mei")).ToList();

        var mail = Written(Facts([Ticket(1, At.AddMinutes(20)), Ticket(2, At.AddHours(16)), Ticket(3, At.AddHours(17))], answers));

        // The first is done at half past five, the second when the day ends, the third half an hour after the next has begun.
        Assert.Equal([(Number(1), "今天 17:30")], Rows(mail, "soon").Select(r => ((string)r["ticket"]!, (string)r["turn"]!)));
        Assert.Equal(("1", ""), (mail.Values["inTimeCount"], mail.Values["laterCount"]));
        Assert.Contains("每个工作小时答复 2.0 次", Assert.Single((List<string>)mail.Values["pace"]!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-14 17:00", "")]
    [InlineData("2026-11-16 17:00", "china 2027")]
    public void Holidays_that_are_missing_for_next_year_are_told_from_mid_November_on(string at, string gaps)
    {
        var mail = Written(Facts([Ticket(1, due: Shanghai(at))]) with { At = Shanghai(at) });

        Assert.Equal(gaps, string.Join(", ", Rows(mail, "calendarGaps").Select(r => $"{r["calendar"]} {r["year"]}")));
    }

    [Fact]
    public void An_open_breaker_is_something_to_tell()
    {
        var limit = new BudgetLimit(1, TimeSpan.FromHours(1));
        BreakerRecord[] breakers = [Breaker.Opened(new("qq.com"), limit, At), Breaker.Opened(new("shop.example"), limit, At), new("closed.example")];

        var (some, all) = (Written(Facts([]) with { Breakers = breakers }), Written(Facts([]) with { Breakers = [Breaker.Opened(new(BreakerRecord.All), limit, At)] }));

        Assert.Equal((false, "qq.com, shop.example"), (some.Values["breakerOfAll"], some.Values["breakerDomains"]));
        Assert.Equal((true, ""), (all.Values["breakerOfAll"], all.Values["breakerDomains"]));
    }

    [Theory]
    [InlineData(412, 412, 0, false)]
    [InlineData(412, 411, 0, true)]
    [InlineData(412, 412, 1, true)]
    public void A_mail_without_an_end_and_a_dead_letter_are_something_to_tell(int received, int accounted, int dead, bool isTold)
    {
        var proof = new LedgerProof(Shanghai("2026-03-02 08:00"), received, accounted, [.. Enumerable.Repeat("00ff", received - accounted)], dead);

        var mail = Digest.Write(new(Payments, At), Facts([]) with { Ledger = proof }, null, Policies.House);

        Assert.Equal(isTold, mail is not null);
        Assert.Equal(isTold ? $"截至今天 08:00 的 24 小时里，收到 412 封邮件，{accounted} 封有着落。" : null, mail?.Values["ledger"]);
    }

    [Fact]
    public void Counts_are_over_every_open_ticket_of_each_team()
    {
        Ticket[] tickets =
        [
            Ticket(1, due: At.AddHours(-1)),
            Ticket(2, due: At.AddDays(9)),
            Ticket(3, due: null) with { Priority = Priority.P1 },
            Ticket(4, due: null) with { Status = TicketStatus.Resolved },
        ];

        var row = Assert.Single(Rows(Written(Facts(tickets)), "teams"));

        Assert.Equal(("payments组", "3", "1", "1", "1/3"), (row["team"], row["total"], row["urgent"], row["overdue"], row["bar"]));
    }

    [Fact]
    public void The_load_names_everybody_who_has_a_ticket_or_answered()
    {
        Ticket[] tickets = [Ticket(1, At.AddHours(-1)), Ticket(2, At.AddDays(9)) with { Assignee = "mei" }, Ticket(3, At.AddHours(-2)) with { Assignee = "mei" }];
        AnswerGiven[] answers = [new(At.AddHours(-1), "payments", "mei"), new(At.AddHours(-2), "payments", "tom"), new(At.AddHours(-9), "payments", "tom"), new(At.AddHours(-1), "risk", "eve")];

        var mail = Digest.Write(new(Payments, At), Facts(tickets, answers), new(At.AddHours(-8), [], []), Policies.House)!;

        Assert.Equal(
            [("mei", "2", "1", "1"), ("", "1", "1", "0"), ("tom", "0", "0", "1")],
            Rows(mail, "agents").Select(r => ((string)r["agent"]!, (string)r["open"]!, (string)r["overdue"]!, (string)r["answered"]!)));
    }

    [Fact]
    public void The_earlier_of_answer_and_solution_counts()
    {
        var ticket = Ticket(1, due: At.AddHours(5)) with { ResolutionDue = At.AddHours(-2), AnsweredAt = At.AddDays(-1), Status = TicketStatus.Open };

        var row = Assert.Single(Rows(Written(Facts([ticket])), "overdue"));

        Assert.Equal((true, "2 小时", "已答复，尚未解决"), (row["isResolution"], row["span"], row["why"]));
    }

    [Fact]
    public void A_manager_with_nothing_to_hear_gets_no_mail_and_once_a_week_an_all_clear()
    {
        Assert.Null(Digest.Write(new(Payments, At), Facts([]), null, Policies.House));
        Assert.Null(Digest.Write(new(Payments, At), Facts([Ticket(1, due: At.AddDays(3)), Ticket(2, due: null)]), null, Policies.House));

        Assert.Equal(true, Digest.Write(new(Payments, At, IsAllClear: true), Facts([]), null, Policies.House)!.Values["allClear"]);
        Assert.Equal(false, Digest.Write(new(Payments, At, IsAllClear: true), Facts([Ticket(1, At)]), null, Policies.House)!.Values["allClear"]);
    }

    [Fact]
    public void Each_manager_hears_of_their_own_teams_in_their_language_and_time_zone()
    {
        var london = Policies.Small.DigestsInForce[1] with { TimeZone = "Europe/London" };

        var mail = Digest.Write(new(london, At), Facts([Ticket(1, At), Ticket(2, At) with { Team = "risk" }]), null, Policies.House)!;

        Assert.Equal(("risk-manager@pay.example", "Tue 3 March 2026, 09:00 (Europe/London)"), (mail.To[0].Address, mail.Values["at"]));
        Assert.Equal(Number(2), Assert.Single(Rows(mail, "overdue"))["ticket"]);
    }

    [Fact]
    public void The_same_moment_makes_the_same_mail_and_another_moment_another()
    {
        var facts = Facts([Ticket(1, At)]);

        var id = Written(facts).Id;

        Assert.Equal(id, Digest.Write(new(Payments, At.ToUniversalTime()), facts, null, Policies.House)!.Id);
        Assert.NotEqual(id, Digest.Write(new(Payments, At.AddHours(8)), facts, null, Policies.House)!.Id);
    }

    [Fact]
    public void A_long_list_is_cut_and_says_so()
    {
        var mail = Written(Facts([.. Enumerable.Range(1, 130).Select(i => Ticket(i, At.AddMinutes(-i)))]));

        Assert.Equal((25, "105", "130", ""), (Rows(mail, "overdue").Count, mail.Values["moreOverdue"], mail.Values["overdueCount"], mail.Values["moreSoon"]));
    }

    private static OutgoingMail Written(DigestFacts facts) => Digest.Write(new(Payments, facts.At), facts, null, Policies.House)!;

    private static DigestFacts Facts(IReadOnlyList<Ticket> open, IReadOnlyList<AnswerGiven>? answers = null) => new() { At = At, Open = open, Answers = answers ?? [] };

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
