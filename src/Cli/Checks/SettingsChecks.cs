using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Mailroom.Cli.Checks;

/// <summary>Settings and policy, by the same rules as at the program's start.</summary>
internal static class SettingsChecks
{
    /// <summary>Every fault, or what is in use.</summary>
    internal static IEnumerable<CheckResult> Run(IServiceProvider services)
    {
        IReadOnlyList<string> faults;
        try
        {
            _ = services.GetRequiredService<IOptions<MailroomSettings>>().Value;
            faults = [];
        }
        catch (OptionsValidationException e)
        {
            faults = [.. e.Failures];
        }

        if (faults.Count > 0)
        {
            return faults.Select(f => new CheckResult("settings", false, f));
        }

        var house = services.GetRequiredService<HouseRules>();
        var policy = house.Policy;
        return
        [
            new("settings", true, LocalConfiguration.SettingsFile ?? "the environment alone"),
            new("links", true, house.PublicAddress is { } site ? $"signed links in mails lead to {site}" : "PublicAddress is empty: the digests have no signed links (assign, extend, escalate)"),
            new("policy", true, $"{policy.Categories.Count} categories, {policy.Teams.Count} teams, {policy.Calendars.Count} calendars, {policy.Ladder.Count} rungs"),
            .. policy.Satisfaction.Enabled && house.PublicAddress is null
                ? [new CheckResult("satisfaction", true, "no customer is asked how it went: set PublicAddress to where customers reach this program, or say enabled: false under satisfaction")]
                : Array.Empty<CheckResult>(),
        ];
    }
}
