using Mailroom.Core.Effects;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Pipeline.Adapters.Mail.Writing;
using Mailroom.Pipeline.Adapters.SignIn;
using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.Options;

namespace Mailroom.Support.Builders;

/// <summary>Mails to send, worded by the shipped templates.</summary>
public static class Outgoing
{
    /// <summary>Settings with the shipped policy.</summary>
    public static MailroomSettings Settings() => new()
    {
        PolicyFile = RepoRoot.At("src", "Functions", "Policy", "policy.yaml"),
        DeskAddress = "https://desk.wallet.example/",
    };

    /// <summary>The same, with an SMTP server on loopback.</summary>
    public static MailroomSettings Settings(int smtpPort)
    {
        var settings = Settings();
        (settings.SmtpHost, settings.SmtpPort, settings.SmtpSecurity) = ("127.0.0.1", smtpPort, "none");
        return settings;
    }

    /// <summary>The way to the SMTP server of settings.</summary>
    public static SmtpDoor Door(MailroomSettings settings) => new(Options.Create(settings), new MailTokens(MailTokens.Entra));

    /// <summary>The writer of the shipped templates, which are compiled once for all tests.</summary>
    public static MailWriter Writer { get; } = WriterOf(Settings());

    /// <summary>A writer of other templates.</summary>
    public static MailWriter WriterOf(MailroomSettings settings) =>
        new(new TemplateRenderer(Options.Create(settings)), TimeProvider.System);

    /// <summary>An acknowledgement.</summary>
    public static OutgoingMail Acknowledgement(ReplyLanguage language = ReplyLanguage.Chinese) => new()
    {
        Id = "mail1",
        Kind = OutgoingKind.Acknowledgement,
        To = [new MailAddress("李雷", "li.lei@customer.example")],
        From = new MailAddress("燕子钱包客服", "support@wallet.example"),
        ReplyTo = new MailAddress("", "support+t-abc@wallet.example"),
        Language = language,
        MessageId = "MR-7K3F-9QXA.mail1.token@wallet.example",
        InReplyTo = "one@customer.example",
        References = ["first@x.example", "one@customer.example"],
        Values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["ticket"] = "MR-7K3F-9QXA",
            ["company"] = "燕子钱包",
            ["name"] = "李雷",
            ["category"] = "<充值> & 提现",
            ["urgent"] = false,
            ["foundFacts"] = true,
            ["transactionId"] = "",
            ["amount"] = "25.00 CNY",
            ["time"] = "",
            ["phone"] = "",
            ["card"] = "4321",
            ["promise"] = "今天 17:30 前（北京时间）",
            ["busy"] = false,
            ["earlierTicket"] = "",
            ["earlierToday"] = false,
            ["backAt"] = "",
            ["missing"] = new List<string> { "交易单号" },
            ["selfHelp"] = new List<string>(),
            ["officialChannels"] = new List<string> { "应用内 > 我的 > 客服" },
            ["antiPhishing"] = "我们绝不会索要密码或验证码。",
            ["supportAddress"] = "support@wallet.example",
        },
    };

    /// <summary>A notice to our own people.</summary>
    public static OutgoingMail Escalation() => new()
    {
        Id = "mail2",
        Kind = OutgoingKind.Escalation,
        To = [new MailAddress("Lead", "lead@wallet.example")],
        From = new MailAddress("Support", "support@wallet.example"),
        Language = ReplyLanguage.English,
        MessageId = "MR-7K3F-9QXA.mail2.token@wallet.example",
        Values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["ticket"] = "MR-7K3F-9QXA",
            ["company"] = "Swallow Wallet",
            ["team"] = "Payments",
            ["priority"] = "P2",
            ["category"] = "Top-up",
            ["subject"] = "Top-up missing",
            ["status"] = "new",
            ["assignee"] = "",
            ["step"] = "breach",
            ["percent"] = "100",
            ["earlier"] = "",
            ["reminder"] = "",
            ["isFirstResponse"] = true,
            ["isNextResponse"] = false,
            ["isResolution"] = false,
            ["isRegulatory"] = false,
            ["overdue"] = true,
            ["atOnce"] = false,
            ["due"] = "2 March 2026, 17:30",
            ["span"] = "",
            ["received"] = "2 March 2026, 15:30",
            ["unverified"] = false,
        },
    };
}
