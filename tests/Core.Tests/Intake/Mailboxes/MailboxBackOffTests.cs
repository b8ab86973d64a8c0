using Mailroom.Core.Intake.Mailboxes;

namespace Mailroom.Core.Tests.Intake.Mailboxes;

public sealed class MailboxBackOffTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 6, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(MailboxTroubleKind.Unreachable, 1, 1)]
    [InlineData(MailboxTroubleKind.Unreachable, 3, 5)]
    [InlineData(MailboxTroubleKind.Unreachable, 100, 15)]
    [InlineData(MailboxTroubleKind.SignIn, 1, 5)]
    [InlineData(MailboxTroubleKind.SignIn, 100, 60)]
    [InlineData(MailboxTroubleKind.Refused, 1, 5)]
    [InlineData(MailboxTroubleKind.Refused, 100, 30)]
    [InlineData(MailboxTroubleKind.Unsafe, 2, 10)]
    public void It_rests_longer_each_time_and_is_never_given_up(MailboxTroubleKind kind, int failures, int minutes)
    {
        MailboxTrouble? trouble = null;

        for (var failure = 1; failure <= failures; failure++)
        {
            trouble = MailboxBackOff.After(trouble, kind, "no", Now);
        }

        Assert.Equal(TimeSpan.FromMinutes(minutes), trouble!.NotBefore - Now);
        Assert.Equal(failures, trouble.Failures);
    }

    [Fact]
    public void Another_trouble_counts_anew_and_the_beginning_stays()
    {
        var first = MailboxBackOff.After(MailboxBackOff.After(null, MailboxTroubleKind.Unreachable, "no", Now), MailboxTroubleKind.Unreachable, "no", Now);

        var other = MailboxBackOff.After(first, MailboxTroubleKind.SignIn, "wrong password", Now.AddHours(1));

        Assert.Equal(1, other.Failures);
        Assert.Equal(Now, other.Since);
        Assert.Equal("wrong password", other.Error);
    }
}
