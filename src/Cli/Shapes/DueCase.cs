using Mailroom.Cli.Running;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets.Backtests;
using NodaTime;

namespace Mailroom.Cli.Shapes;

/// <summary>A line of "due" as the clock takes it.</summary>
/// <param name="History">Events and targets; the first event is the first mail.</param>
/// <param name="ReceivedAt">When the first mail came.</param>
/// <param name="Opening">What its targets depended on then.</param>
/// <param name="Changes">What was changed about it later, earliest first.</param>
internal sealed record DueCase(ClockHistory History, DateTimeOffset ReceivedAt, TargetCase Opening, IReadOnlyList<TermsChange> Changes)
{
    /// <summary>The case of a line under a policy; null, with all its faults told, when it is none.</summary>
    internal static DueCase? Of(DueRequest request, SupportPolicy policy, ICollection<string> faults)
    {
        var terms = DueTerms.Of(request, policy, faults);
        var targets = terms?.Targets(terms.Case, policy);
        var zone = targets?.Resolution.Calendar.Zone;
        var received = IsoMoments.Read(request.ReceivedAt, zone ?? DateTimeZone.Utc);
        if (received is null)
        {
            faults.Add(request.ReceivedAt is null
                ? "receivedAt is missing"
                : $"receivedAt \"{request.ReceivedAt}\" is no moment of 1970 to 2199 such as 2026-02-14T10:00:00+08:00");
        }

        var events = request.Events.Select((e, i) => Event(e, i, targets, faults)).OfType<ClockEvent>().ToList();
        var changes = request.Events.Select((e, i) => Change(e, i, new(policy, faults), zone)).OfType<TermsChange>().OrderBy(c => c.At).ToList();
        if (faults.Count > 0 || terms is null || targets is null || received is not { } at)
        {
            return null;
        }

        changes.RemoveAll(c => c.At < at);
        return new(
            new([new(at, ClockEventKind.CustomerMail), .. events.Where(e => e.At >= at)], [new(at, targets), .. Later(terms, changes, policy)]),
            at,
            terms.Case,
            changes);
    }

    private static IEnumerable<TargetsFrom> Later(DueTerms terms, IReadOnlyList<TermsChange> changes, SupportPolicy policy)
    {
        var ticket = terms.Case;
        foreach (var change in changes)
        {
            ticket = change.To(ticket, policy);
            yield return new(change.At, terms.Targets(ticket, policy));
        }
    }

    private static ClockEvent? Event(DueEvent given, int index, ClockTargets? targets, ICollection<string> faults)
    {
        var at = IsoMoments.Read(given.At, targets?.Resolution.Calendar.Zone ?? DateTimeZone.Utc);
        if (at is null)
        {
            faults.Add($"events[{index}].at \"{given.At}\" is no moment of 1970 to 2199 such as 2026-02-14T10:00:00+08:00");
        }

        if (!ClockEventNames.All.TryGetValue(given.Type ?? "", out var kind))
        {
            if (given.Type is not (TermsChange.Changed or TermsChange.Raised))
            {
                faults.Add($"events[{index}].type \"{given.Type}\" is unknown; use {string.Join(", ", DueEvent.Types)}");
            }

            return null;
        }

        var extension = kind == ClockEventKind.Extend ? Extension(given, index, targets, faults) : null;
        return at is { } moment ? new(moment, kind, given.By ?? "", given.Why ?? "") { Extension = extension } : null;
    }

    private static TermsChange? Change(DueEvent given, int index, DueNames names, DateTimeZone? zone)
    {
        if (given.Type is not (TermsChange.Changed or TermsChange.Raised))
        {
            return null;
        }

        var isRaise = given.Type == TermsChange.Raised;
        var priority = given.Priority is { } p ? names.Priority($"events[{index}].priority", p) : null;
        var category = !isRaise && given.Category is { } c ? names.Category($"events[{index}].category", c) : null;
        var team = !isRaise && given.Team is { } t ? names.Team($"events[{index}].team", t) : null;
        var change = new TermsChange(IsoMoments.Read(given.At, zone ?? DateTimeZone.Utc) ?? default)
        {
            Category = category?.Code,
            Priority = priority,
            Team = team,
            IsRaise = isRaise,
        };
        return change.IsEmpty ? null : change;
    }

    private static ClockExtension? Extension(DueEvent given, int index, ClockTargets? targets, ICollection<string> faults)
    {
        var deadline = DeadlineNames.Read(given.Deadline ?? DeadlineNames.Of(DeadlineKind.Resolution));
        if (deadline is null)
        {
            faults.Add($"events[{index}].deadline \"{given.Deadline}\" is unknown; use {string.Join(", ", DeadlineNames.All)}");
        }

        if (TargetText.Read(given.More) is { } more)
        {
            return deadline is { } kind && targets is not null && (kind != DeadlineKind.Regulatory || targets.Regulatory is not null)
                ? new(kind, more.On(targets.Of(kind).Calendar))
                : null;
        }

        faults.Add($"events[{index}].more \"{given.More}\" is no time to extend by; use counted time such as PT4H or working days such as P1D");
        return null;
    }
}
