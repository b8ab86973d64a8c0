using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Core.Policy;
using Mailroom.Functions.Desk;
using Mailroom.Functions.Desk.Pages;
using Mailroom.Pipeline.Operations;

namespace Mailroom.Functions.Tests.Desk;

public sealed class MailboxNoticesTests
{
    private static readonly MailboxState Read = MailboxState.Fresh with { LookedAt = Samples.Now.AddMinutes(-1), Waiting = 3 };

    [Fact]
    public void A_mailbox_that_refuses_us_has_a_banner_with_why_since_when_and_what_next()
    {
        var state = Read with { Trouble = new(MailboxTroubleKind.SignIn, "NO [AUTHENTICATIONFAILED] <b>", Samples.Now.AddHours(-1), 4, Samples.Now.AddHours(1)) };

        var english = Banners(ReplyLanguage.English, state);
        var chinese = Banners(ReplyLanguage.Chinese, state);

        Assert.Contains("mailbox “support” since Fri 20 Nov, 09:00: the mail server refuses our sign-in", english, StringComparison.Ordinal);
        Assert.Contains("Failed 4 times in a row; next attempt Fri 20 Nov, 11:00", english, StringComparison.Ordinal);
        Assert.Contains("邮箱“support”自 11月20日 周五 09:00 起无法收信：邮件服务器拒绝登录", chinese, StringComparison.Ordinal);
        Assert.DoesNotContain("AUTHENTICATIONFAILED", chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mailbox_that_nobody_looks_into_has_a_banner_though_nothing_failed()
    {
        var state = Read with { LookedAt = Samples.Now.AddMinutes(-16) };

        Assert.Contains("Nobody has looked into mailbox “support” since Fri 20 Nov, 09:44", Banners(ReplyLanguage.English, state), StringComparison.Ordinal);
        Assert.Contains("邮箱“support”自 11月20日 周五 09:44 起没有再收信", Banners(ReplyLanguage.Chinese, state), StringComparison.Ordinal);
        Assert.Contains("还没有收过信", Banners(ReplyLanguage.Chinese, MailboxState.Fresh), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mailbox_that_is_well_has_a_line_and_no_banner()
    {
        Assert.Empty(Banners(ReplyLanguage.English, Read));
        Assert.Contains(
            "support (INBOX): last look Fri 20 Nov, 09:59, 3 mails wait, 0 the server did not give",
            MailboxNotices.List(View(ReplyLanguage.English), [Report(Read)]).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_mailboxes_there_is_nothing_to_see() =>
        Assert.Empty(MailboxNotices.List(View(ReplyLanguage.English), []).ToString());

    private static string Banners(ReplyLanguage language, MailboxState state) =>
        MailboxNotices.Banners(View(language), [Report(state)]).ToString().Trim();

    private static MailboxReport Report(MailboxState state) => new("support", "INBOX", state, MailboxWatch.Of(state, Samples.Now));

    private static DeskView View(ReplyLanguage language) => new(language, Samples.Policy, Samples.Now, "/");
}
