using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Functions.Texts;
using Mailroom.Pipeline.Operations;

namespace Mailroom.Functions.Desk.Pages;

/// <summary>What the desk says of mailboxes: a banner for each that is not read as it should be, and how it goes with all of them.</summary>
internal static class MailboxNotices
{
    /// <summary>The banners; nothing where all is well.</summary>
    internal static Html Banners(DeskView view, IReadOnlyList<MailboxReport> mailboxes) => Html.Of($"""
        {mailboxes.Where(m => m.Health != MailboxHealth.Well).Select(m => Html.Of($"""<p class="banner" role="alert">{Sentence(view, m)}</p>"""))}
        """);

    /// <summary>A folded list; nothing where no mailbox is polled.</summary>
    internal static Html List(DeskView view, IReadOnlyList<MailboxReport> mailboxes) => Html.When(mailboxes.Count > 0, $"""
        <details class="mailboxes"><summary>{view.T("收件邮箱", "Mailboxes")}</summary>
        <ul>{mailboxes.Select(m => Html.Of($"<li>{Line(view, m)}</li>"))}</ul></details>
        """);

    private static string Sentence(DeskView view, MailboxReport mailbox) => mailbox.State switch
    {
        { Trouble: { } trouble } => view.T(
            $"邮箱“{mailbox.Name}”自 {view.Moments.Absolute(trouble.Since)} 起无法收信：{Names.Of(trouble.Kind).Zh}。已连续失败 {trouble.Failures} 次，下次尝试：{view.Moments.Absolute(trouble.NotBefore)}。来信仍在邮箱中，不会丢失。",
            $"No mail comes in from mailbox “{mailbox.Name}” since {view.Moments.Absolute(trouble.Since)}: {Names.Of(trouble.Kind).En}. Failed {trouble.Failures} times in a row; next attempt {view.Moments.Absolute(trouble.NotBefore)}. Mail waits in the mailbox and is not lost."),
        { LookedAt: { } at } => view.T(
            $"邮箱“{mailbox.Name}”自 {view.Moments.Absolute(at)} 起没有再收信，请确认定时任务正在运行。",
            $"Nobody has looked into mailbox “{mailbox.Name}” since {view.Moments.Absolute(at)}: check that the timers run."),
        _ => view.T(
            $"邮箱“{mailbox.Name}”还没有收过信，请确认定时任务正在运行。",
            $"Nobody has looked into mailbox “{mailbox.Name}” yet: check that the timers run."),
    };

    private static string Line(DeskView view, MailboxReport mailbox)
    {
        var looked = mailbox.State.LookedAt is { } at ? view.Moments.Absolute(at) : view.T("尚未", "never");
        return view.T(
            $"{mailbox.Name}（{mailbox.Folder}）：上次收信 {looked}，{mailbox.State.Waiting} 封待取，{mailbox.State.Troubled.Count} 封服务器未能给出",
            $"{mailbox.Name} ({mailbox.Folder}): last look {looked}, {mailbox.State.Waiting} mails wait, {mailbox.State.Troubled.Count} the server did not give");
    }
}
