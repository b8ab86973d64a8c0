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
        var verdict = AcknowledgementBudget.Decide(Known([.. minutesAgo.Select(m => Now.AddMinutes(-m))]), "new", Budget, Now);

        Assert.Equal(mayWrite, verdict.MayWrite);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    public void A_muted_address_is_left_alone_until_its_time_is_over(int hoursLeft, bool mayWrite)
    {
        var verdict = AcknowledgementBudget.Decide(new([], Now.AddHours(hoursLeft)), "new", Budget, Now);

        Assert.Equal(mayWrite, verdict.MayWrite);
    }

    [Fact]
    public void Each_refusal_says_why()
    {
        string[] reasons =
        [
            AcknowledgementBudget.Decide(new([], Now.AddDays(1)), "new", Budget, Now).Reason,
            AcknowledgementBudget.Decide(Known(Now, Now), "new", Budget, Now).Reason,
            AcknowledgementBudget.Decide(Known(Now), "print 0", Budget, Now).Reason,
            AcknowledgementBudget.Decide(Known(Now.AddHours(-2), Now.AddHours(-3), Now.AddHours(-4)), "new", Budget, Now).Reason,
        ];

        Assert.Equal(4, reasons.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("print 0", 5, false)]
    [InlineData("print 0", 1439, false)]
    [InlineData("print 0", 1440, true)]
    [InlineData("other", 5, true)]
    [InlineData(null, 5, true)]
    public void The_same_words_are_acknowledged_once_a_day(string? fingerprint, int minutesAgo, bool mayWrite)
    {
        var verdict = AcknowledgementBudget.Decide(Known(Now.AddMinutes(-minutesAgo)), fingerprint, Budget, Now);

        Assert.Equal(mayWrite, verdict.MayWrite);
    }

    private static AddressMemory Known(params DateTimeOffset[] at) =>
        new([.. at.Select((moment, n) => new GrantedAcknowledgement(moment, $"print {n}"))], null);
}
