using Mailroom.Core.Failures;

namespace Mailroom.Core.Tests.Failures;

public sealed class FailurePolicyTests
{
    [Theory]
    [InlineData(FailureKind.Unreachable, 1, 1)]
    [InlineData(FailureKind.Unreachable, 5, 30)]
    [InlineData(FailureKind.Unreachable, 11, 960)]
    [InlineData(FailureKind.Temporary, 1, 5)]
    [InlineData(FailureKind.Temporary, 9, 960)]
    [InlineData(FailureKind.SignIn, 1, 15)]
    [InlineData(FailureKind.SignIn, 4, 720)]
    [InlineData(FailureKind.Unsafe, 1, 15)]
    [InlineData(FailureKind.WebhookDown, 1, 1)]
    [InlineData(FailureKind.WebhookDown, 9, 480)]
    public void What_may_pass_is_tried_again(FailureKind kind, int attempt, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Assert.IsType<FailureVerdict.Retry>(FailurePolicy.Decide(kind, attempt, mayGoTwice: false)).After);

    [Theory]
    [InlineData(FailureKind.Unreachable, 12)]
    [InlineData(FailureKind.Temporary, 10)]
    [InlineData(FailureKind.SignIn, 5)]
    [InlineData(FailureKind.Unsafe, 5)]
    [InlineData(FailureKind.Refused, 1)]
    [InlineData(FailureKind.Unwritable, 1)]
    [InlineData(FailureKind.WebhookDown, 10)]
    [InlineData(FailureKind.WebhookRefused, 1)]
    public void What_will_not_pass_is_set_aside_for_a_person(FailureKind kind, int attempt) =>
        Assert.NotEmpty(Assert.IsType<FailureVerdict.Park>(FailurePolicy.Decide(kind, attempt, mayGoTwice: false)).Reason);

    [Theory]
    [InlineData(FailureKind.Unreachable)]
    [InlineData(FailureKind.Temporary)]
    [InlineData(FailureKind.SignIn)]
    public void Delays_grow_and_end(FailureKind kind)
    {
        var delays = Enumerable.Range(1, 50).Select(n => FailurePolicy.Decide(kind, n, mayGoTwice: false)).TakeWhile(v => v is FailureVerdict.Retry)
            .Cast<FailureVerdict.Retry>().Select(v => v.After).ToList();

        Assert.InRange(delays.Count, 1, 20);
        Assert.Equal(delays.Order(), delays);
    }

    [Fact]
    public void Attempts_count_from_one() => Assert.Throws<ArgumentOutOfRangeException>(() => FailurePolicy.Decide(FailureKind.Temporary, 0, mayGoTwice: false));

    [Fact]
    public void What_may_have_left_is_repeated_only_where_that_does_less_harm_than_silence()
    {
        var customer = FailurePolicy.Decide(FailureKind.Uncertain, 1, mayGoTwice: false);
        var manager = FailurePolicy.Decide(FailureKind.Uncertain, 1, mayGoTwice: true);

        Assert.Contains("uncertain", Assert.IsType<FailureVerdict.Park>(customer).Reason, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(1), Assert.IsType<FailureVerdict.Retry>(manager).After);
        Assert.IsType<FailureVerdict.Park>(FailurePolicy.Decide(FailureKind.Uncertain, 6, mayGoTwice: true));
    }
}
