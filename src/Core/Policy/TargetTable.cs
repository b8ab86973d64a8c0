using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Policy;

/// <summary>Finds the targets of a ticket: each from the most specific rule that says it, else from its priority.</summary>
public static class TargetTable
{
    private static readonly TargetPolicy Nothing = new();

    /// <summary>The targets, each with its calendar.</summary>
    /// <exception cref="InvalidOperationException">The policy has a gap; <see cref="TargetFaults"/> tells it at the start.</exception>
    public static ClockTargets For(TargetCase ticket, SupportPolicy policy)
    {
        var said = Said(ticket, policy).Select(s => s.Says).ToList();
        var first = Find(DeadlineKind.FirstResponse) ?? throw Gap(ticket);
        return new(
            first,
            said.Any(s => s.NextResponse?.Within is not null) ? Find(DeadlineKind.NextResponse) ?? first : first,
            Find(DeadlineKind.Resolution) ?? throw Gap(ticket))
        {
            Regulatory = policy.RegulatoryTerm(ticket.Category.Code) is { } term ? new(term.Within, policy.Calendars[term.Calendar]) { Title = term.Name } : null,
        };

        ClockTarget? Find(DeadlineKind kind) =>
            said.Select(s => s.Of(kind)?.Within).FirstOrDefault(w => w is not null) is { } within
            && said.Select(s => s.CalendarOf(kind)).FirstOrDefault(c => c is not null) is { } calendar
                ? new(within, policy.Calendars[calendar])
                : null;
    }

    /// <summary>Everything that is said about a ticket, the most specific first, its priority's last.</summary>
    internal static IEnumerable<TargetRule> Said(TargetCase ticket, SupportPolicy policy) =>
        policy.TargetRules.Where(r => r.For.Covers(ticket))
            .OrderByDescending(r => r.For.Specificity)
            .Append(new(new() { Priority = ticket.Priority }, policy.Targets.GetValueOrDefault(ticket.Priority, Nothing)));

    private static InvalidOperationException Gap(TargetCase ticket) =>
        new($"The policy says no target or no calendar for priority {ticket.Priority}.");
}
