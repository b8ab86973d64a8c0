using Mailroom.Core.Intake.Mailboxes;

namespace Mailroom.Core.Tests.Intake.Mailboxes;

public sealed class MailboxSharesTests
{
    [Theory]
    [InlineData(new[] { 5000, 4 }, 500, new[] { 496, 4 })]
    [InlineData(new[] { 5000, 5000 }, 500, new[] { 250, 250 })]
    [InlineData(new[] { 300, 10, 300 }, 100, new[] { 45, 10, 45 })]
    [InlineData(new[] { 3, 0 }, 500, new[] { 3, 0 })]
    [InlineData(new[] { 9, 9, 9 }, 1, new[] { 1, 0, 0 })]
    [InlineData(new int[0], 10, new int[0])]
    public void Nobody_waits_for_a_larger_mailbox_and_nothing_is_left_unused(int[] waiting, int most, int[] shares) =>
        Assert.Equal(shares, MailboxShares.Divide(waiting, most));
}
