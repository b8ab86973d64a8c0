using Mailroom.Cli.Running;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using NodaTime;

namespace Mailroom.Cli.Shapes;

/// <summary>A line of "due" as the clock takes it.</summary>
/// <param name="History">Events and targets.</param>
/// <param name="ReceivedAt">When the first mail came.</param>
internal sealed record DueCase(ClockHistory History, DateTimeOffset ReceivedAt)
{
    /// <summary>The case of a line under a policy; null, with all its faults told, when it is none.</summary>
    internal static DueCase? Of(DueRequest request, SupportPolicy policy, ICollection<string> faults)
    {
        var targets = Targets(request, policy, faults);
        var zone = targets?.Resolution.Calendar.Zone;
        var received = IsoMoments.Read(request.ReceivedAt, zone ?? DateTimeZone.Utc);
        if (received is null)
        {
            faults.Add(request.ReceivedAt is null
                ? "receivedAt is missing"
                : $"receivedAt \"{request.ReceivedAt}\" is no moment of 1970 to 2199 such as 2026-02-14T10:00:00+08:00");
        }

        var events = request.Events.Select((e, i) => Event(e, i, targets, faults)).OfType<ClockEvent>().ToList();
        return faults.Count > 0 || targets is null || received is not { } at
            ? null
            : new(new([new(at, ClockEventKind.CustomerMail), .. events.Where(e => e.At >= at)], targets), at);
    }

    private static ClockEvent? Event(DueEvent given, int index, ClockTargets? targets, ICollection<string> faults)
    {
        var at = IsoMoments.Read(given.At, targets?.Resolution.Calendar.Zone ?? DateTimeZone.Utc);
        if (at is null)
        {
            faults.Add($"events[{index}].at \"{given.At}\" is no moment of 1970 to 2199 such as 2026-02-14T10:00:00+08:00");
        }

        if (!DueEvent.Types.TryGetValue(given.Type ?? "", out var kind))
        {
            faults.Add($"events[{index}].type \"{given.Type}\" is unknown; use {string.Join(", ", DueEvent.Types.Keys)}");
            return null;
        }

        var extension = kind == ClockEventKind.Extend ? Extension(given, index, targets, faults) : null;
        return at is { } moment ? new(moment, kind, given.By ?? "", given.Why ?? "") { Extension = extension } : null;
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

    private static ClockTargets? Targets(DueRequest request, SupportPolicy policy, ICollection<string> faults)
    {
        var category = policy.Categories.FirstOrDefault(c => c.Code == (request.Category ?? CategoryPolicy.Fallback));
        Check(category is null, $"category \"{request.Category}\" is unknown; use one of {List(policy.Categories.Select(c => c.Code))}");
        var priority = request.Priority is null ? category?.Priority ?? Priority.P4 : Named<Priority>(request.Priority);
        Check(priority is null, $"priority \"{request.Priority}\" is unknown; use P1, P2, P3 or P4");
        Check(request.Team is not null && policy.Teams.All(t => t.Name != request.Team), $"team \"{request.Team}\" is unknown; use one of {List(policy.Teams.Select(t => t.Name))}");
        ReplyLanguage? language = request.Language switch
        {
            null or "zh" => ReplyLanguage.Chinese,
            "en" => ReplyLanguage.English,
            _ => null,
        };
        Check(language is null, $"language \"{request.Language}\" is unknown; use zh or en");
        var calendar = request.Calendar is null ? null : policy.Calendars.GetValueOrDefault(request.Calendar);
        Check(request.Calendar is not null && calendar is null, $"calendar \"{request.Calendar}\" is unknown; use one of {List(policy.Calendars.Keys)}");
        var (first, next, resolution) = (Target("firstResponse", request.FirstResponse), Target("nextResponse", request.NextResponse), Target("resolution", request.Resolution));
        if (category is null || priority is null || language is null)
        {
            return null;
        }

        var usual = TargetTable.For(new(priority.Value, category, request.Team ?? category.Team, language.Value), policy);
        return new(On(first, usual.FirstResponse), On(next ?? first, usual.NextResponse), On(resolution, usual.Resolution)) { Regulatory = usual.Regulatory };

        ClockTarget On(Target? given, ClockTarget otherwise) => new(given ?? otherwise.Within, calendar ?? otherwise.Calendar);

        Target? Target(string name, string? text)
        {
            var target = text is null ? null : TargetText.Read(text);
            Check(text is not null && target is null, $"{name} \"{text}\" is no target; use counted time such as PT8H or working days such as P3D");
            return target;
        }

        void Check(bool isWrong, string fault)
        {
            if (isWrong)
            {
                faults.Add(fault);
            }
        }
    }

    private static T? Named<T>(string name)
        where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => value.ToString() == name);

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
