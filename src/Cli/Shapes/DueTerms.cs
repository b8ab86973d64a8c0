using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;

namespace Mailroom.Cli.Shapes;

/// <summary>What a line's targets depend on: its names, checked, and the targets of its own.</summary>
/// <param name="Case">The ticket when its first mail came.</param>
/// <param name="Own">The targets that the line names itself.</param>
/// <param name="Calendar">The calendar that the line names for all of them; null for the policy's.</param>
internal sealed record DueTerms(TargetCase Case, DueOwnTargets Own, WorkingCalendar? Calendar)
{
    /// <summary>The terms of a line under a policy; null, with all its faults told, when its names are none.</summary>
    internal static DueTerms? Of(DueRequest request, SupportPolicy policy, ICollection<string> faults)
    {
        var before = faults.Count;
        var names = new DueNames(policy, faults);
        var category = names.Category("category", request.Category ?? CategoryPolicy.Fallback);
        var priority = request.Priority is null ? category?.Priority : names.Priority("priority", request.Priority);
        var team = request.Team is null ? category?.Team : names.Team("team", request.Team);
        var language = names.Language("language", request.Language ?? "zh");
        var calendar = request.Calendar is null ? null : names.Calendar("calendar", request.Calendar);
        var first = names.Target("firstResponse", request.FirstResponse);
        var own = new DueOwnTargets(first, names.Target("nextResponse", request.NextResponse) ?? first, names.Target("resolution", request.Resolution));
        return faults.Count > before ? null : new(new(priority!.Value, category!, team!, language!.Value), own, calendar);
    }

    /// <summary>The targets of the ticket as it stands at some time.</summary>
    internal ClockTargets Targets(TargetCase ticket, SupportPolicy policy)
    {
        var usual = TargetTable.For(ticket, policy);
        return new(On(Own.FirstResponse, usual.FirstResponse), On(Own.NextResponse, usual.NextResponse), On(Own.Resolution, usual.Resolution)) { Regulatory = usual.Regulatory };

        ClockTarget On(Target? given, ClockTarget otherwise) => new(given ?? otherwise.Within, Calendar ?? otherwise.Calendar);
    }
}

/// <summary>The targets that a line names itself; null for the policy's.</summary>
internal sealed record DueOwnTargets(Target? FirstResponse, Target? NextResponse, Target? Resolution);
