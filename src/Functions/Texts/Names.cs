using Mailroom.Core.Deadlines;
using Mailroom.Core.Failures;
using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Functions.Texts;

/// <summary>What the product's closed sets are called, in both languages.</summary>
internal static class Names
{
    internal static LocalizedText Of(TicketStatus status) => status switch
    {
        TicketStatus.New => new("新工单", "New"),
        TicketStatus.Open => new("处理中", "Open"),
        TicketStatus.Waiting => new("等待客户", "Waiting for customer"),
        TicketStatus.Resolved => new("已解决", "Resolved"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    internal static LocalizedText Of(TrustLevel trust) => trust switch
    {
        TrustLevel.Unverified => new("发件地址未经验证", "Sender address not verified"),
        TrustLevel.Verified => new("发件域名已验证", "Sender domain verified"),
        TrustLevel.Failed => new("发件域名疑似伪造", "Sender domain looks forged"),
        _ => throw new ArgumentOutOfRangeException(nameof(trust), trust, null),
    };

    internal static LocalizedText Of(Priority priority) => priority switch
    {
        Priority.P1 => new("紧急：资金或账户正处于风险中", "Urgent: money or account at risk now"),
        Priority.P2 => new("高：资金未到账或无法登录", "High: money missing, or locked out"),
        Priority.P3 => new("普通", "Ordinary"),
        Priority.P4 => new("低：咨询与建议", "Low: questions and feedback"),
        _ => throw new ArgumentOutOfRangeException(nameof(priority), priority, null),
    };

    internal static LocalizedText Of(DeadlineKind deadline) => deadline switch
    {
        DeadlineKind.FirstResponse => new("首次回复", "first reply"),
        DeadlineKind.NextResponse => new("后续回复", "next reply"),
        DeadlineKind.Resolution => new("解决", "solution"),
        DeadlineKind.Regulatory => new("监管办理", "solution by regulation"),
        _ => throw new ArgumentOutOfRangeException(nameof(deadline), deadline, null),
    };

    internal static LocalizedText Of(FailureKind cause) => cause switch
    {
        FailureKind.Unreachable => new("多次连接不上邮件服务器", "the mail server could not be reached, time and again"),
        FailureKind.Uncertain => new("发送途中连接中断，无法确定对方是否已收到，为免重复不再自动发送", "the connection broke off, so it may have left or not, and it must not go twice"),
        FailureKind.Temporary => new("邮件服务器多次要求稍后再试", "the mail server said “later”, time and again"),
        FailureKind.Refused => new("被邮件服务器拒收", "the mail server refused it"),
        FailureKind.SignIn => new("登录邮件服务器失败", "signing in to the mail server failed"),
        FailureKind.Unsafe => new("邮件服务器无法建立所要求的加密登录连接，或证书无效", "the mail server offers no safe connection, or its certificate is not valid"),
        FailureKind.Unwritable => new("邮件模板有误，无法生成", "the mail could not be written from its template"),
        FailureKind.WebhookDown => new("多次连接不上 webhook，或对方暂时无法接收", "the webhook could not take the call, time and again"),
        FailureKind.WebhookRefused => new("webhook 拒绝了调用，或设置中已没有它", "the webhook refused the call, or is not in the settings any more"),
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, null),
    };

    internal static LocalizedText Of(PassedBound passed) => new(
        passed.Bound switch
        {
            MailBound.Size when passed.Found <= passed.Limit => $"这封邮件有 {Megabytes.Up(passed.Found)}，只读取了邮件头。",
            MailBound.Size => $"这封邮件有 {Megabytes.Up(passed.Found)}，超过 {Megabytes.Down(passed.Limit)} 的上限，只读取了邮件头。",
            MailBound.Time => $"读取这封邮件超过了 {passed.Limit} 秒，只读取了邮件头。",
            MailBound.Parts => $"这封邮件的部分超过 {passed.Limit} 个，打开的部分里没有文字，只读取了邮件头。",
            MailBound.Depth => $"这封邮件的嵌套超过 {passed.Limit} 层，打开的部分里没有文字，只读取了邮件头。",
            MailBound.Form => "这封邮件无法解析，只读取了邮件头。",
            _ => throw new ArgumentOutOfRangeException(nameof(passed), passed.Bound, null),
        } + (passed.Kept is { } kept ? $"这里只保存了前 {Megabytes.Down(kept)}，完整邮件仍在原处（{passed.Elsewhere}）。" : ""),
        passed.Sentence);

    internal static LocalizedText Of(MailboxTroubleKind kind) => kind switch
    {
        MailboxTroubleKind.Unreachable => new("连接不上邮件服务器", "the mail server cannot be reached"),
        MailboxTroubleKind.SignIn => new("邮件服务器拒绝登录，请检查密码，或应用的密钥与权限", "the mail server refuses our sign-in: check the password, or the application's secret and rights"),
        MailboxTroubleKind.Refused => new("邮件服务器拒绝读取，请检查文件夹的设置", "the mail server refuses what we ask: check the folders in the settings"),
        MailboxTroubleKind.Unsafe => new("无法与邮件服务器建立可信的加密连接，请检查服务器名称及其证书", "no trusted encrypted connection is possible: check the server's name and its certificate"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    internal static LocalizedText Of(MailKind kind) => kind switch
    {
        MailKind.Human => new("来信", "mail from a person"),
        MailKind.AutoReply => new("自动回复", "automatic reply"),
        MailKind.Bounce => new("退信", "bounce"),
        MailKind.List => new("群发邮件", "mailing-list mail"),
        MailKind.Report => new("系统报告", "machine report"),
        MailKind.Own => new("我方邮件", "mail of our own"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    internal static LocalizedText Of(ProofKind proof) => proof switch
    {
        ProofKind.ReplyAddress => new("回信地址带有签名", "the signed token in the reply address"),
        ProofKind.TokenMessageId => new("引用了我方带签名的邮件", "the signed token in the id of a mail of ours"),
        ProofKind.KnownMessageId => new("引用了工单中的邮件", "the id of a mail in the ticket"),
        ProofKind.SubjectNumber => new("主题中有工单号", "the number in the subject"),
        _ => throw new ArgumentOutOfRangeException(nameof(proof), proof, null),
    };

    internal static LocalizedText Of(SenderMatch sender) => sender switch
    {
        SenderMatch.Same => new("发件人属于该工单", "the sender belongs to the ticket"),
        SenderMatch.Alias => new("发件人用同一邮箱的另一种写法来信", "the sender wrote from another spelling of an address that belongs to it"),
        SenderMatch.Foreign => new("发件人不属于该工单", "the sender does not belong to the ticket"),
        _ => throw new ArgumentOutOfRangeException(nameof(sender), sender, null),
    };

    internal static LocalizedText Of(SuggestionReason reason) => reason switch
    {
        SuggestionReason.LooksLikeReply => new("看起来是一封回信", "it looks like a reply"),
        SuggestionReason.SameSender => new("发件地址相同", "the same address wrote both"),
        SuggestionReason.SameTransaction => new("交易号或订单号相同", "both name the same transaction"),
        SuggestionReason.SimilarSubject => new("主题相近", "the subjects are alike"),
        SuggestionReason.Recent => new("相隔不到一周", "less than a week lies between"),
        SuggestionReason.NumberInSubject => new("主题中写有该工单号，但发件人不属于该工单", "its subject holds the number, though its sender does not belong there"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    internal static LocalizedText Of(ReplyLanguage language) =>
        language == ReplyLanguage.Chinese ? new("中文", "Chinese") : new("英文", "English");

    /// <summary>A rung of the ladder; a rung that only the policy knows keeps its own name.</summary>
    internal static LocalizedText LadderStep(string step, int percent) => percent switch
    {
        0 => new("立即通知值班人员", "on-call told at once"),
        < 100 => new($"预警（已用 {percent}%）", $"warning at {percent} % of the time"),
        100 => new("超时", "overdue"),
        _ => new($"超时升级（{percent}%，{step}）", $"escalated further at {percent} % ({step})"),
    };
}
