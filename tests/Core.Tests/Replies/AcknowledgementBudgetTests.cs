using Mailroom.Core.Policy;
using Mailroom.Core.Replies;

namespace Mailroom.Core.Tests.Replies;

public sealed class AcknowledgementBudgetTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 6, 10, 0, 0, TimeSpan.Zero);
    private static readonly BudgetPolicy Budget = new(PerSenderPerHour: 2, PerSenderPerDay: 3);

    [Theory]
    [InlineData(new int[0], true)]
    [InlineData(new[] { 5 }, true)]
    [InlineData(new[] { 5, 59 }, false)]
    [InlineData(new[] { 5, 60 }, true)]
    [InlineData(new[] { 61, 120, 1439 }, false)]
    [InlineData(new[] { 61, 120, 1440 }, true)]
    public void An_address_is_written_to_within_its_budget(int[] minutesAgo, bool mayWrite)
    {
        var verdict = AcknowledgementBudget.Decide([.. minutesAgo.Select(m => Now.AddMinutes(-m))], null, Budget, Now);

        Assert.Equal(mayWrite, verdict.MayWrite);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    public void A_muted_address_is_left_alone_until_its_time_is_over(int hoursLeft, bool mayWrite)
    {
        var verdict = AcknowledgementBudget.Decide([], Now.AddHours(hoursLeft), Budget, Now);

        Assert.Equal(mayWrite, verdict.MayWrite);
    }

    [Fact]
    public void Each_refusal_says_why()
    {
        string[] reasons =
        [
            AcknowledgementBudget.Decide([], Now.AddDays(1), Budget, Now).Reason,
            AcknowledgementBudget.Decide([Now, Now], null, Budget, Now).Reason,
            AcknowledgementBudget.Decide([Now.AddHours(-2), Now.AddHours(-3), Now.AddHours(-4)], null, Budget, Now).Reason,
        ];

        Assert.Equal(3, reasons.Distinct(StringComparer.Ordinal).Count());
    }
}
