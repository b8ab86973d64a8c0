using Mailroom.Core.Deadlines;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Support.Builders;

/// <summary>A small sound policy, independent of the shipped one, so that an edit of wording breaks no test of rules.</summary>
public static class Policies
{
    /// <summary>The policy: two teams, four categories, the taxonomy's targets and ladder.</summary>
    public static SupportPolicy Small { get; } = new()
    {
        Company = new()
        {
            Name = new("小燕钱包", "Swallow Pay"),
            SupportAddress = new("Support", "support@pay.example"),
            OwnAddresses = [new("", "help@pay.example")],
            TrustedReceivers = ["mx.pay.example"],
            OfficialChannels = new("热线：400\n官网：pay.example", "Hotline: 400\nWebsite: pay.example"),
            AntiPhishing = new("我们不会索要验证码。", "We never ask for codes."),
            TimeZone = "Asia/Shanghai",
            TimeZoneName = new("北京时间", "Beijing time"),
        },
        Teams = [Team("payments", ReplyLanguage.Chinese), Team("risk", ReplyLanguage.English)],
        Categories =
        [
            Category("refund", "payments", Priority.P3, missingMoney: true, facts: ["transaction_id", "amount", "time"]),
            Category("account_security", "risk", Priority.P1, facts: ["phone", "time"]),
            Category("technical_fault", "payments", Priority.P3, facts: ["device"]),
            Category("other", "payments", Priority.P4) with { SelfHelp = null },
        ],
        Targets = new Dictionary<Priority, TargetPolicy>
        {
            [Priority.P1] = Says(Target.Of(TimeSpan.FromMinutes(30)), Target.Of(TimeSpan.FromHours(8)), "24x7"),
            [Priority.P2] = Says(Target.Of(TimeSpan.FromHours(2)), Target.OfDays(1), "china"),
            [Priority.P3] = Says(Target.Of(TimeSpan.FromHours(8)), Target.OfDays(3), "china"),
            [Priority.P4] = Says(Target.OfDays(2), Target.OfDays(5), "china"),
        },
        TargetRules = [new(new() { Priority = Priority.P2, MissingMoney = true }, new() { Calendar = "24x7" })],
        Calendars = new Dictionary<string, WorkingCalendar> { ["china"] = HouseCalendars.China, ["24x7"] = HouseCalendars.Always },
        Ladder =
        [
            OnCall,
            LadderStep.AtPercent("warning", 75, LadderRecipient.Assignee, LadderRecipient.Team),
            LadderStep.AtPercent("breach", 100, LadderRecipient.Lead),
            LadderStep.AtPercent("breach+50", 150, LadderRecipient.Manager),
            LadderStep.AtPercent("breach+100", 200, LadderRecipient.Head),
        ],
        Facts = new[] { "transaction_id", "amount", "time", "phone", "device" }
            .ToDictionary(code => code, code => new LocalizedText($"请提供{code}", $"your {code}")),
    };

    /// <summary>The step that tells who is on call of P1 at once, and again every ten minutes until somebody takes it.</summary>
    public static LadderStep OnCall => LadderStep.AtPercent("on-call", 0, LadderRecipient.OnCall) with
    {
        Targets = [DeadlineKind.FirstResponse, DeadlineKind.NextResponse],
        When = new() { Priorities = [Priority.P1] },
        Again = new(TimeSpan.FromMinutes(10), LadderRepeatUntil.Taken, 3),
        IsUrgent = true,
    };

    /// <summary>A key for tests; it keeps no secret.</summary>
    public static SigningKey Key { get; } = new([.. Enumerable.Range(1, SigningKey.MinimumLength).Select(i => (byte)i)]);

    /// <summary>The small policy and the key.</summary>
    public static HouseRules House { get; } = new(Small, Key);

    /// <summary>A team whose people are named after it.</summary>
    public static TeamPolicy Team(string name, ReplyLanguage language) => new()
    {
        Name = name,
        Title = new($"{name}组", $"{name} team"),
        Language = language,
        Address = At(name),
        Lead = At($"{name}-lead"),
        Manager = At($"{name}-manager"),
        Head = At("head"),
        OnCall = At($"{name}-oncall"),
    };

    private static TargetPolicy Says(Target response, Target resolution, string calendar) =>
        new() { FirstResponse = new(response), Resolution = new(resolution), Calendar = calendar };

    private static MailAddress At(string local) => new(local, $"{local}@pay.example");

    private static CategoryPolicy Category(string code, string team, Priority priority, bool missingMoney = false, IReadOnlyList<string>? facts = null) => new()
    {
        Code = code,
        Name = new($"{code}类", $"{code} matters"),
        Team = team,
        Priority = priority,
        MissingMoney = missingMoney,
        RequiredFacts = facts ?? [],
        SelfHelp = new("请先检查网络。\n请更新应用。", "Check your connection.\nUpdate the app."),
    };
}
