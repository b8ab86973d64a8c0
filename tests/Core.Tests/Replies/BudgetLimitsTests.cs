using Mailroom.Core.Policy;
using Mailroom.Core.Replies;

namespace Mailroom.Core.Tests.Replies;

public sealed class BudgetLimitsTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 6, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(9, 1, null)]
    [InlineData(10, 1, "10 within 10 minutes")]
    [InlineData(14, 3, null)]
    [InlineData(15, 2, "15 within 30 minutes")]
    [InlineData(25, 2.4, "25 within an hour")]
    [InlineData(50, 3.6, "50 within 3 hours")]
    [InlineData(100, 6, "100 within 10 hours")]
    [InlineData(99, 6, null)]
    public void One_tickets_mails_at_an_even_pace_reach_the_grade_of_that_pace(int mails, double minutesApart, string? limit)
    {
        var counted = Enumerable.Range(0, mails).Select(n => new CountedMail(Now.AddMinutes(-n * minutesApart))).ToList();

        Assert.Equal(limit, BudgetLimits.Reached(BudgetPolicy.Usual.PerTicket, counted, Now)?.ToString());
    }

    [Fact]
    public void A_sample_counts_for_all_that_it_stands_for()
    {
        BudgetLimit[] limits = [new(20, TimeSpan.FromHours(1))];

        Assert.Null(BudgetLimits.Reached(limits, [new(Now, 8), new(Now, 8)], Now));
        Assert.NotNull(BudgetLimits.Reached(limits, [new(Now, 8), new(Now, 8), new(Now, 8)], Now));
    }

    [Fact]
    public void A_mail_of_another_instances_faster_clock_counts()
    {
        Assert.NotNull(BudgetLimits.Reached([new(1, TimeSpan.FromMinutes(1))], [new(Now.AddSeconds(5))], Now));
    }

    [Theory]
    [InlineData(1, 1, "1 within a minute")]
    [InlineData(5, 1440, "5 within a day")]
    [InlineData(7, 90, "7 within 1.5 hours")]
    public void A_limit_reads_as_people_say_it(int mails, int minutes, string text) =>
        Assert.Equal(text, new BudgetLimit(mails, TimeSpan.FromMinutes(minutes)).ToString());
}
