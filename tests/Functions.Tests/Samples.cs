using Mailroom.Core.Deadlines;
using Mailroom.Core.Failures;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Core.Understanding;

namespace Mailroom.Functions.Tests;

/// <summary>A small house, one ticket and its history, for what shows them.</summary>
internal static class Samples
{
    internal static DateTimeOffset Now { get; } = new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero);

    internal static SupportPolicy Policy { get; } = new()
    {
        Company = new CompanyPolicy
        {
            Name = new("河灯钱包", "Lantern Wallet"),
            SupportAddress = new("", "support@lantern.example"),
            OfficialChannels = new("应用内", "in the app"),
            AntiPhishing = new("绝不索要验证码", "never asks for codes"),
            TimeZone = "Asia/Shanghai",
            TimeZoneName = new("北京时间", "Beijing time"),
        },
        Categories =
        [
            new() { Code = "refund", Name = new("退款", "Refund"), Team = "payments", Priority = Priority.P3 },
            new() { Code = "other", Name = new("其他", "Other"), Team = "payments", Priority = Priority.P4 },
        ],
        Teams = [Team()],
        Targets = new Dictionary<Priority, TargetPolicy>(),
        Calendars = new Dictionary<string, WorkingCalendar>(),
        Ladder = [],
        Facts = new Dictionary<string, LocalizedText> { ["amount"] = new("金额", "the amount") },
    };

    internal static SigningKey Key { get; } = new(new byte[32]);

    internal static TicketNumber Number { get; } = TicketNumber.Derive(Key, "a mail", 0);

    internal static Ticket Ticket { get; } = new()
    {
        Number = Number,
        Version = 2,
        Status = TicketStatus.New,
        Requester = new("林小雨", "lin@mail.example"),
        People = ["lin@mail.example"],
        Language = ReplyLanguage.Chinese,
        Subject = "退款两周了还没到账",
        Excerpt = "你好，我两周前申请的退款……",
        Category = "refund",
        Confidence = 0.82,
        Priority = Priority.P2,
        Team = "payments",
        Missing = ["amount"],
        OriginMail = new string('a', 64),
        OpenedAt = Now.AddHours(-3),
        LastCustomerAt = Now.AddHours(-3),
        PromisedAt = Now.AddHours(-1),
        ResponseDue = Now.AddHours(-1),
        ResolutionDue = Now.AddDays(2),
    };

    internal static MailUnderstanding Understanding { get; } = new()
    {
        Category = "refund",
        Confidence = 0.82,
        Priority = Priority.P2,
        Language = MailLanguage.Chinese,
        Subject = "退款两周了还没到账",
        Excerpt = "你好，我两周前申请的退款……",
        Evidence = ["退款 → refund (+3)"],
        Entities = new(TransactionId: "TX20261101", Amount: "88.00", Currency: "CNY"),
    };

    internal static MailReference Mail { get; } = new(new string('a', 64), "1@mail.example", [], "2026/11/20/a.eml");

    internal static IReadOnlyList<TicketEvent> Events { get; } =
    [
        new TicketEvent.Opened(
            Ticket.OpenedAt, Number, Mail, Ticket.Requester, Understanding, "payments",
            new(TrustLevel.Unverified, []), null, "No earlier ticket: a new one.")
        {
            Suggested = new(Number, 0.8, [SuggestionReason.SameSender, SuggestionReason.LooksLikeReply]),
        },
        new TicketEvent.Promised(Ticket.OpenedAt.AddSeconds(1), Now.AddHours(-1), "m1"),
        new TicketEvent.Promised(Ticket.OpenedAt.AddSeconds(1), Now.AddHours(-1), "m1")
        {
            Usual = new(new("refund", Priority.P2, "china", 9), 132, TimeSpan.FromMinutes(70)), Earlier = new(Number, Now.AddHours(-5)),
        },
        new TicketEvent.Promised(Ticket.OpenedAt.AddSeconds(1), Now.AddHours(-1), "m1") { IsBusy = true },
        new TicketEvent.FollowUpAcknowledged(Now.AddHours(-2), Now.AddHours(-1), "m7"),
        new TicketEvent.FollowUpAcknowledged(Now.AddHours(-2), null, "m8"),
        new TicketEvent.Repromised(Now.AddHours(-2), Now.AddHours(3), "m6"),
        new TicketEvent.RepromiseWithheld(Now.AddHours(-2), "the address is muted"),
        new TicketEvent.AutomaticMailArrived(Now.AddHours(-2), Mail, MailKind.AutoReply, "Auto-Submitted: auto-replied"),
        new TicketEvent.DeliveryFailed(Now.AddHours(-2), Mail, new("x", "lin@mail.example", "5.1.1"), "A bounce of ours.") { MutedUntil = Now.AddDays(60) },
        new TicketEvent.MailParked(Now.AddHours(-2), "m1", 1, true, FailureKind.Uncertain, "It is uncertain whether it left."),
        new TicketEvent.MailParked(Now.AddHours(-2), "m2", 5, false, FailureKind.SignIn, "Check SmtpUser and SmtpPassword."),
        new TicketEvent.MailHeld(Now.AddHours(-2), "m1", null, "The budget was used up."),
        new TicketEvent.MailHeld(Now.AddHours(-2), "m1", "mail.example", "The budget was used up."),
        new TicketEvent.MailReleased(Now.AddHours(-2), "mei", "m1"),
        new TicketEvent.MailDropped(Now.AddHours(-2), "mei", "m1", MailDropCause.Person),
        new TicketEvent.MailDropped(Now.AddHours(-2), "mei", "m1", MailDropCause.PromisePassed),
        new TicketEvent.MailDropped(Now.AddHours(-2), "mei", "m1", MailDropCause.Muted),
        new TicketEvent.MailResent(Now.AddHours(-2), "mei", "m1", 1, true),
        new TicketEvent.MailResent(Now.AddHours(-2), "mei", "m2", 5, false),
        new TicketEvent.LadderReached(Now.AddMinutes(-90), DeadlineKind.FirstResponse, Now.AddHours(-1), "warning", 75, "m2"),
        new TicketEvent.LadderReached(Now.AddMinutes(-60), DeadlineKind.FirstResponse, Now.AddHours(-1), "breach", 100, "m3"),
        new TicketEvent.CustomerWrote(Now.AddMinutes(-30), Mail, Ticket.Requester, Understanding, "The token matches.")
        {
            Evidence = new(Number, [new(ProofKind.ReplyAddress, "To"), new(ProofKind.KnownMessageId, "References", Number)], SenderMatch.Same, TrustLevel.Verified),
        },
        new TicketEvent.CustomerWrote(
            Now.AddMinutes(-25), Mail, Ticket.Requester,
            Understanding with { Unread = new(MailBound.Size, 41_000_000, 36_700_160) { Kept = 524_288, Elsewhere = "imap:support:17:42" } }, "The token matches."),
        new TicketEvent.AskedToResend(Now.AddMinutes(-25), "m5"),
        new TicketEvent.CustomerThanked(Now.AddMinutes(-21), Mail, Ticket.Requester, "Thanks!", "The token matches."),
        new TicketEvent.AgentReplied(Now.AddMinutes(-20), "mei", "m4"),
        new TicketEvent.Paused(Now.AddMinutes(-19), "mei", "the receipt is missing"),
        new TicketEvent.Resumed(Now.AddMinutes(-18), "mei", ""),
        new TicketEvent.Recategorised(Now.AddMinutes(-17), "mei", "refund", "it is about a refund"),
        new TicketEvent.Prioritised(Now.AddMinutes(-16), "mei", Priority.P2, "the money is gone"),
        new TicketEvent.Reassigned(Now.AddMinutes(-15), "mei", "payments", "theirs"),
        new TicketEvent.Assigned(Now.AddMinutes(-15), "mei", "mei", ""),
        new TicketEvent.EscalatedByHand(Now.AddMinutes(-14), "mei", "three mails", "mail"),
        new TicketEvent.Extended(Now.AddMinutes(-15), "mei", DeadlineKind.Resolution, TimeSpan.FromHours(4), "the bank answers tomorrow"),
        new TicketEvent.Reopened(Now.AddMinutes(-14), "mei", "not solved"),
        new TicketEvent.Resolved(Now.AddMinutes(-10), "mei"),
        new TicketEvent.Reminded(Now.AddMinutes(-10), "m6"),
        new TicketEvent.Reminded(Now.AddMinutes(-10), "m6") { KeptBack = "the address is muted" },
        new TicketEvent.ClosedUnanswered(Now.AddMinutes(-10), "m7"),
        new TicketEvent.ClosedUnanswered(Now.AddMinutes(-10), "m7") { KeptBack = "the address is muted" },
        new TicketEvent.SatisfactionAsked(Now.AddMinutes(-10), "m8", Now.AddDays(14)),
        new TicketEvent.SatisfactionAsked(Now.AddMinutes(-10), "m8", Now.AddDays(14)) { KeptBack = "the address is muted" },
        new TicketEvent.CustomerRated(Now.AddMinutes(-9), SatisfactionRating.Good, ""),
        new TicketEvent.CustomerRated(Now.AddMinutes(-9), SatisfactionRating.Bad, "too slow"),
        new TicketEvent.CustomerRated(Now.AddMinutes(-9), SatisfactionRating.NotSolved, "still nothing"),
        new TicketEvent.TookIn(Now.AddMinutes(-9), "mei", Number, ["a@mail.example"]),
        new TicketEvent.MergedInto(Now.AddMinutes(-8), "mei", Number),
        new TicketEvent.JoinUndone(Now.AddMinutes(-7), "mei", new string('b', 64), Number),
    ];

    private static TeamPolicy Team()
    {
        var someone = new MailAddress("", "team@lantern.example");
        return new()
        {
            Name = "payments",
            Title = new("支付组", "Payments"),
            Language = ReplyLanguage.Chinese,
            Address = someone,
            Lead = someone,
            Manager = someone,
            Head = someone,
            OnCall = someone,
        };
    }
}
