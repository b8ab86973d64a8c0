using System.Globalization;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Replies;

public sealed class BudgetSampleTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(400)]
    [InlineData(1600)]
    [InlineData(6400)]
    public void An_estimate_lies_within_three_times_the_deviation_that_is_promised(int mails)
    {
        for (var run = 0; run < 20; run++)
        {
            var estimate = BudgetSample.OneIn * Enumerable.Range(0, mails).Count(n => BudgetSample.Takes(Policies.Key, Name(run, n)));

            Assert.InRange(Math.Abs(estimate - mails), 0, 3 * Math.Sqrt(7.0 * mails));
        }
    }

    [Fact]
    public void The_same_mail_is_taken_alike_and_the_choice_is_the_houses_own()
    {
        var other = new SigningKey([.. Enumerable.Repeat((byte)7, SigningKey.MinimumLength)]);
        var names = Enumerable.Range(0, 400).Select(n => Name(0, n)).ToList();

        Assert.Equal(names.Where(n => BudgetSample.Takes(Policies.Key, n)), names.Where(n => BudgetSample.Takes(Policies.Key, n)));
        Assert.NotEqual(names.Where(n => BudgetSample.Takes(Policies.Key, n)), names.Where(n => BudgetSample.Takes(other, n)));
    }

    private static string Name(int run, int n) => string.Create(CultureInfo.InvariantCulture, $"mail {run}/{n}");
}
