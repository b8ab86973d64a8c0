using Mailroom.Core.Deadlines;
using Mailroom.Core.Mail;
using NodaTime;

namespace Mailroom.Core.Policy;

/// <summary>A manager's digest: of which teams, in which language, and when.</summary>
public sealed record DigestPolicy
{
    /// <summary>Who gets it; one digest for each address.</summary>
    public required MailAddress Manager { get; init; }

    /// <summary>The teams it is about; none for all.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>The manager's language.</summary>
    public required ReplyLanguage Language { get; init; }

    /// <summary>The IANA time zone of <see cref="At"/>, in which moments are told too.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The calendar on whose working days it is written, make-up workdays among them; null when <see cref="Days"/> tell.</summary>
    public string? Calendar { get; init; }

    /// <summary>The days of the week; none for every day. They say nothing beside a <see cref="Calendar"/>.</summary>
    public IReadOnlyList<IsoDayOfWeek> Days { get; init; } = [];

    /// <summary>The local times of such a day.</summary>
    public required IReadOnlyList<LocalTime> At { get; init; }

    /// <summary>The day from which on, each week, a manager who has heard nothing is told that all is well; null for never.</summary>
    public IsoDayOfWeek? AllClear { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>How long the links in it hold.</summary>
    public TimeSpan LinksLast { get; init; } = TimeSpan.FromHours(72);

    /// <summary>The company as this manager reads it: with moments in the manager's time zone.</summary>
    public CompanyPolicy AsRead(CompanyPolicy company) => TimeZone == company.TimeZone
        ? company
        : company with { TimeZone = TimeZone, TimeZoneName = new(TimeZone, TimeZone) };

    /// <summary>The teams of a policy that it is about.</summary>
    public IReadOnlyList<TeamPolicy> TeamsOf(SupportPolicy policy) =>
        [.. policy.Teams.Where(t => Teams.Count == 0 || Teams.Contains(t.Name, StringComparer.Ordinal))];

    /// <summary>The calendar of the manager's shifts: the one named, else that of ordinary tickets (P3).</summary>
    public WorkingCalendar Shifts(SupportPolicy policy) => policy.Calendars[
        Calendar ?? policy.Targets.GetValueOrDefault(Priority.P3)?.CalendarOf(DeadlineKind.Resolution) ?? PolicyValidation.AroundTheClock];

    /// <summary>What holds where the policy names no digests: each team's manager at nine and at five, every day.</summary>
    public static IReadOnlyList<DigestPolicy> Usual(IReadOnlyList<TeamPolicy> teams, CompanyPolicy company) =>
        [.. teams.GroupBy(t => t.Manager.Key).Select(g => new DigestPolicy
        {
            Manager = g.First().Manager,
            Teams = [.. g.Select(t => t.Name)],
            Language = g.First().Language,
            TimeZone = company.TimeZone,
            At = [new LocalTime(9, 0), new LocalTime(17, 0)],
        })];
}
