using Mailroom.Core.Intake.Mailboxes;

namespace Mailroom.Core.Tests.Intake.Mailboxes;

public sealed class MailboxHealthTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 6, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, MailboxHealth.Well)]
    [InlineData(15, MailboxHealth.Well)]
    [InlineData(16, MailboxHealth.Stale)]
    public void A_mailbox_that_nobody_looked_into_for_a_quarter_of_an_hour_is_stale_without_any_error(int minutes, MailboxHealth expected) =>
        Assert.Equal(expected, MailboxWatch.Of(MailboxState.Fresh with { LookedAt = Now.AddMinutes(-minutes) }, Now));

    [Fact]
    public void A_mailbox_that_was_never_looked_into_is_stale() =>
        Assert.Equal(MailboxHealth.Stale, MailboxWatch.Of(MailboxState.Fresh, Now));

    [Fact]
    public void A_mailbox_in_trouble_says_so_at_once() =>
        Assert.Equal(MailboxHealth.Troubled, MailboxWatch.Of(
            MailboxState.Fresh with { LookedAt = Now, Trouble = MailboxBackOff.After(null, MailboxTroubleKind.SignIn, "no", Now) }, Now));
}
