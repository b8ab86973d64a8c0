using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Policy;

/// <summary>Everything a company edits about its support: read from policy.yaml, checked by <see cref="PolicyValidation"/>.</summary>
public sealed record SupportPolicy
{
    /// <summary>Who we are to the customer.</summary>
    public required CompanyPolicy Company { get; init; }

    /// <summary>The issue categories, the fallback ("other") among them.</summary>
    public required IReadOnlyList<CategoryPolicy> Categories { get; init; }

    /// <summary>The teams that work the queues.</summary>
    public required IReadOnlyList<TeamPolicy> Teams { get; init; }

    /// <summary>The targets of each priority.</summary>
    public required IReadOnlyDictionary<Priority, TargetPolicy> Targets { get; init; }

    /// <summary>Targets of some tickets that beat those of their priority.</summary>
    public IReadOnlyList<TargetRule> TargetRules { get; init; } = [];

    /// <summary>The working calendars by name; "24x7" is always there.</summary>
    public required IReadOnlyDictionary<string, WorkingCalendar> Calendars { get; init; }

    /// <summary>The escalation ladder, lowest step first.</summary>
    public required IReadOnlyList<LadderStep> Ladder { get; init; }

    /// <summary>Calendars of people whose hours differ from their team's, by address key.</summary>
    public IReadOnlyDictionary<string, string> Hours { get; init; } = new Dictionary<string, string>();

    /// <summary>The words by which each required fact is asked for, by fact code.</summary>
    public required IReadOnlyDictionary<string, LocalizedText> Facts { get; init; }

    /// <summary>How much automatic mail may go to customers.</summary>
    public BudgetPolicy Budget { get; init; } = BudgetPolicy.Usual;

    /// <summary>What a reply to a solved ticket does.</summary>
    public ReopenPolicy Reopen { get; init; } = ReopenPolicy.Usual;

    /// <summary>How far agents may extend a deadline.</summary>
    public ExtensionPolicy Extension { get; init; } = ExtensionPolicy.Usual;

    /// <summary>The managers' digests as the file has them; <see cref="DigestsInForce"/> says what holds.</summary>
    public IReadOnlyList<DigestPolicy> Digests { get; init; } = [];

    /// <summary>The managers' digests: those named, else one for each manager of a team.</summary>
    public IReadOnlyList<DigestPolicy> DigestsInForce => Digests.Count > 0 ? Digests : DigestPolicy.Usual(Teams, Company);

    /// <summary>What becomes of tickets whose customers do not answer.</summary>
    public WaitingPolicy Waiting { get; init; } = WaitingPolicy.Never;

    /// <summary>Whether customers are asked how it went.</summary>
    public SatisfactionPolicy Satisfaction { get; init; } = SatisfactionPolicy.Never;

    /// <summary>Terms that the law sets for some categories.</summary>
    public IReadOnlyList<RegulatoryTerm> Regulatory { get; init; } = [];

    /// <summary>The term that the law sets for a category; null when it sets none.</summary>
    public RegulatoryTerm? RegulatoryTerm(string category) => Regulatory.FirstOrDefault(t => t.Categories.Contains(category, StringComparer.Ordinal));

    /// <summary>What customers are promised.</summary>
    public PromisePolicy Promise { get; init; } = PromisePolicy.Usual;

    /// <summary>What happens when a customer writes again.</summary>
    public FollowUpPolicy FollowUp { get; init; } = FollowUpPolicy.Usual;

    /// <summary>What it costs to be wrong about a mail.</summary>
    public UnderstandingPolicy Understanding { get; init; } = UnderstandingPolicy.Usual;

    /// <summary>How much of telephone numbers stays when a mail is redacted.</summary>
    public RedactionPolicy Redaction { get; init; } = RedactionPolicy.Usual;

    /// <summary>The category of that code, or the fallback.</summary>
    public CategoryPolicy Category(string code) =>
        Categories.FirstOrDefault(c => c.Code == code) ?? Categories.First(c => c.Code == CategoryPolicy.Fallback);

    /// <summary>When somebody who is told something about a team's ticket works.</summary>
    public WorkingCalendar CalendarOf(TeamPolicy team, string addressKey) => Calendars[Hours.GetValueOrDefault(addressKey, team.Calendar)];

    /// <summary>The team of that name.</summary>
    public TeamPolicy Team(string name) => Teams.First(t => t.Name == name);
}
