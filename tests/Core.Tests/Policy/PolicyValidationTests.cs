using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Support.Builders;
using NodaTime;

namespace Mailroom.Core.Tests.Policy;

public sealed class PolicyValidationTests
{
    private static readonly SupportPolicy Sound = Policies.Small;

    private static DigestPolicy Boss => new() { Manager = new("", "boss@pay.example"), Language = ReplyLanguage.English, TimeZone = "Asia/Shanghai", At = [new(9, 0)] };

    [Fact]
    public void A_sound_policy_has_no_faults() => Assert.Empty(PolicyValidation.Faults(Sound));

    public static TheoryData<string, Func<SupportPolicy, SupportPolicy>> Faulty => new()
    {
        { "categories: there is no \"other\"", p => p with { Categories = p.Categories.Where(c => c.Code != "other").ToList() } },
        { "categories: \"refund\" is there 2 times", p => p with { Categories = [.. p.Categories, p.Categories[0]] } },
        { "categories: refund: the team \"nobody\" does not exist; name one of payments, risk.", p => First(p, c => c with { Team = "nobody" }) },
        { "categories: refund: the fact \"shoe_size\" has no words", p => First(p, c => c with { RequiredFacts = ["shoe_size"] }) },
        { "categories: refund: name: the English text (en) is empty.", p => First(p, c => c with { Name = new("退款", " ") }) },
        { "categories: refund: selfHelp: the Chinese text (zh) is empty.", p => First(p, c => c with { SelfHelp = new("", "Wait.") }) },
        { "categories: refund: the signal \"退款\" needs a phrase and a weight above 0.", p => First(p, c => c with { Signals = [new("退款", 0)] }) },
        { "teams: payments: lead: \"boss\" is no mail address", p => p with { Teams = [p.Teams[0] with { Lead = new("", "boss") }, p.Teams[1]] } },
        { "teams: \"risk\" is there 2 times", p => p with { Teams = [.. p.Teams, p.Teams[1]] } },
        { "targets: P4 is missing", p => p with { Targets = p.Targets.Where(t => t.Key != Priority.P4).ToDictionary() } },
        { "targets: P3: the calendar \"mars\" does not exist; name one of 24x7, china.", p => Target(p, t => t with { Calendar = "mars" }) },
        { "targets: P3 is missing or has gaps", p => Target(p, t => t with { Resolution = null }) },
        { "targets: P3 is missing or has gaps", p => Target(p, t => t with { Calendar = null }) },
        { "targets: P3: firstResponse must be longer than nothing", p => Target(p, t => t with { FirstResponse = new(Core.Deadlines.Target.Of(TimeSpan.Zero)) }) },
        { "targets: P3: resolution must be longer than nothing", p => Target(p, t => t with { Resolution = new(Core.Deadlines.Target.OfDays(-1)) }) },
        { "targets: P3: resolution takes more than 52 ordinary weeks", p => Target(p, t => t with { Resolution = new(Core.Deadlines.Target.OfDays(261)) }) },
        { "calendars: shut is open on no weekday", p => Calendars(p, "shut", HouseCalendars.China with { Name = "shut", Week = HouseCalendars.Weekdays(), Days = new Dictionary<LocalDate, CalendarDay>() }) },
        { "calendars: there is no \"24x7\"", p => p with { Calendars = new Dictionary<string, WorkingCalendar> { ["china"] = HouseCalendars.China } } },
        { "ladder: \"on-call\" (0%) stands after \"warning\" (75%)", p => p with { Ladder = p.Ladder.Reverse().ToList() } },
        { "ladder: \"x\" (-PT1H) stands after \"breach+100\" (200%)", p => Step(p, s => s with { At = new LadderMoment.Distance(-TimeSpan.FromHours(1), false) }) },
        { "ladder: \"y\" (+PT1H real) stands after \"x\" (+PT2H real)", p => Later(Step(p, s => s with { At = Real(2) }), Real(1)) },
        { "ladder: \"x\": 1001% is not between 0% and 1000%.", p => Step(p, s => s with { At = new LadderMoment.Percent(1001) }) },
        { "ladder: \"x\": +PT745H real is further from the deadline than PT744H.", p => Step(p, s => s with { At = Real(745) }) },
        { "ladder: \"x\": it tells nobody and does nothing", p => Step(p, s => s with { Recipients = [] }) },
        { "ladder: \"x\": reassign: the team \"mars\" does not exist; name one of payments, risk.", p => Step(p, s => s with { Reassign = "mars" }) },
        { "ladder: \"x\": raise: its tickets are P2 or more urgent already", p => Step(p, s => s with { Raise = Priority.P2, When = new() { Priorities = [Priority.P1, Priority.P2] } }) },
        { "ladder: \"x\": again: every PT10S is not between PT1M and PT24H.", p => Step(p, s => s with { Again = new(TimeSpan.FromSeconds(10), LadderRepeatUntil.Taken, 3) }) },
        { "ladder: \"x\": again: most is 0", p => Step(p, s => s with { Again = new(TimeSpan.FromMinutes(10), LadderRepeatUntil.Taken, 0) }) },
        { "ladder: \"x\": again: there is nobody to tell again", p => Step(p, s => s with { Recipients = [], Raise = Priority.P1, Again = new(TimeSpan.FromMinutes(10), LadderRepeatUntil.Taken, 1) }) },
        { "ladder: \"x\": when: the category \"shoes\" does not exist", p => Step(p, s => s with { When = new() { Categories = ["shoes"] } }) },
        { "ladder: \"x\": when: the team \"mars\" does not exist", p => Step(p, s => s with { When = new() { Teams = ["mars"] } }) },
        { "ladder: \"breach\" is there 2 times", p => Step(p, s => s with { Name = "breach" }) },
        { "ladder: a step's name has 1 to 60 characters.", p => Step(p, s => s with { Name = " " }) },
        { "teams: payments: the calendar \"mars\" does not exist", p => p with { Teams = [p.Teams[0] with { Calendar = "mars" }, p.Teams[1]] } },
        { "hours: head@pay.example: the calendar \"mars\" does not exist", p => p with { Hours = new Dictionary<string, string> { ["head@pay.example"] = "mars" } } },
        { "hours: \"head\" is no mail address", p => p with { Hours = new Dictionary<string, string> { ["head"] = "china" } } },
        { "facts: amount: the English text (en) is empty.", p => p with { Facts = p.Facts.Append(new("amount2", new("金额", ""))).ToDictionary(f => f.Key == "amount" ? "a" : f.Key == "amount2" ? "amount" : f.Key, f => f.Value) } },
        { "digests: \"boss@pay.example\" is there 2 times", p => p with { Digests = [Boss, Boss] } },
        { "digests: boss@pay.example: the team \"nobody\" does not exist", p => p with { Digests = [Boss with { Teams = ["nobody"] }] } },
        { "digests: boss@pay.example: timeZone \"Mars\" is unknown", p => p with { Digests = [Boss with { TimeZone = "Mars" }] } },
        { "digests: boss@pay.example: at names 0 times", p => p with { Digests = [Boss with { At = [] }] } },
        { "digests: boss@pay.example: linksLast must be from an hour to 30 days", p => p with { Digests = [Boss with { LinksLast = TimeSpan.FromDays(31) }] } },
        { "budget: perTicket has no limit", p => p with { Budget = p.Budget with { PerTicket = [] } } },
        { "budget: perRecipient: \"0 within an hour\" must be 1 to", p => p with { Budget = p.Budget with { PerRecipient = [new(0, TimeSpan.FromHours(1))] } } },
        { "budget: inAll: \"9 within 2 hours\" must be 1 to 1000000 mails within a minute to 1 hours.", p => p with { Budget = p.Budget with { InAll = [new(9, TimeSpan.FromHours(2))] } } },
        { "budget: perDomain: \"5 within 10 minutes\" stands after \"9 within an hour\"", p => p with { Budget = p.Budget with { PerDomain = [new(9, TimeSpan.FromHours(1)), new(5, TimeSpan.FromMinutes(10))] } } },
        { "budget: perFreeMailDomain: \"5 within an hour\" stands after \"9 within 10 minutes\"", p => p with { Budget = p.Budget with { PerFreeMailDomain = [new(9, TimeSpan.FromMinutes(10)), new(5, TimeSpan.FromHours(1))] } } },
        { "budget: freeMailDomains: \"@qq.com\" is no domain", p => p with { Budget = p.Budget with { FreeMailDomains = ["@qq.com"] } } },
        { "budget: releasePerMinute is 0", p => p with { Budget = p.Budget with { ReleasePerMinute = 0 } } },
        { "reopen: withinDays is 3651", p => p with { Reopen = new(3651) } },
        { "company: timeZone \"Asia/Shanghi\" is unknown", p => Company(p, c => c with { TimeZone = "Asia/Shanghi" }) },
        { "company: antiPhishing: the Chinese text (zh) is empty.", p => Company(p, c => c with { AntiPhishing = new("", "Never.") }) },
        { "company: support: \"support+cn@pay.example\" needs at most 26 characters", p => Company(p, c => c with { SupportAddress = new("", "support+cn@pay.example") }) },
        { "company: support: \"the-longest-support-address@pay.example\" needs", p => Company(p, c => c with { SupportAddress = new("", "the-longest-support-address@pay.example") }) },
        { "company: ownAddresses: \"a@b@c\" is no mail address", p => Company(p, c => c with { OwnAddresses = [new("", "a@b@c")] }) },
        { "company: trustedReceivers holds an empty name", p => Company(p, c => c with { TrustedReceivers = [" "] }) },
    };

    [Theory]
    [MemberData(nameof(Faulty), DisableDiscoveryEnumeration = true)]
    public void A_fault_is_named_with_its_place(string fault, Func<SupportPolicy, SupportPolicy> spoil) =>
        Assert.Contains(PolicyValidation.Faults(spoil(Sound)), f => f.StartsWith(fault, StringComparison.Ordinal));

    [Fact]
    public void All_faults_come_at_once()
    {
        var spoilt = First(Company(Target(Sound, t => t with { Calendar = "mars" }), c => c with { TimeZone = "" }), c => c with { Team = "nobody" });

        Assert.Equal(3, PolicyValidation.Faults(spoilt).Count);
    }

    private static SupportPolicy First(SupportPolicy policy, Func<CategoryPolicy, CategoryPolicy> change) =>
        policy with { Categories = [change(policy.Categories[0]), .. policy.Categories.Skip(1)] };

    private static SupportPolicy Step(SupportPolicy policy, Func<LadderStep, LadderStep> change) =>
        policy with { Ladder = [.. policy.Ladder, change(LadderStep.AtPercent("x", 300, LadderRecipient.Lead))] };

    private static SupportPolicy Later(SupportPolicy policy, LadderMoment at) =>
        policy with { Ladder = [.. policy.Ladder, LadderStep.AtPercent("y", 300, LadderRecipient.Lead) with { At = at }] };

    private static LadderMoment.Distance Real(int hours) => new LadderMoment.Distance(TimeSpan.FromHours(hours), true);

    private static SupportPolicy Company(SupportPolicy policy, Func<CompanyPolicy, CompanyPolicy> change) =>
        policy with { Company = change(policy.Company) };

    private static SupportPolicy Target(SupportPolicy policy, Func<TargetPolicy, TargetPolicy> change) =>
        policy with { Targets = policy.Targets.ToDictionary(t => t.Key, t => t.Key == Priority.P3 ? change(t.Value) : t.Value) };

    private static SupportPolicy Calendars(SupportPolicy policy, string name, WorkingCalendar calendar) =>
        policy with { Calendars = policy.Calendars.Append(new(name, calendar)).ToDictionary() };
}
