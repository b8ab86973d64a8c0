using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;

namespace Mailroom.Functions.Api.Shapes;

/// <summary>A deadline and why it lies where it lies. Field names are fixed: tools outside rely on them.</summary>
/// <param name="Kind">"first-response", "next-response", "resolution" or "regulatory".</param>
/// <param name="Due">The moment, with the calendar's offset.</param>
/// <param name="State">"running", "paused", "met" or "breached".</param>
/// <param name="Target">The counted time granted, ISO 8601.</param>
/// <param name="Elapsed">The counted time used.</param>
/// <param name="Remaining">The counted time left; "-PT1H" when one hour over.</param>
/// <param name="StoppedAt">When the answer or the solution came; null while somebody waits.</param>
/// <param name="Calendar">The calendar's name.</param>
/// <param name="Breaches">Targets that were missed, also those changed since.</param>
/// <param name="Extensions">What agents granted on top of the target, oldest first; the target holds it.</param>
/// <param name="Segments">What counted and what did not, up to the deadline.</param>
/// <param name="Words">The same for people, line by line.</param>
internal sealed record DeadlineShape(
    DeadlineKind Kind,
    DateTimeOffset Due,
    DeadlineState State,
    string Target,
    string Elapsed,
    string Remaining,
    DateTimeOffset? StoppedAt,
    string Calendar,
    IReadOnlyList<BreachShape> Breaches,
    IReadOnlyList<ExtensionShape> Extensions,
    IReadOnlyList<SegmentShape> Segments,
    LinesShape Words)
{
    /// <summary>What people call it; null for the kinds that every ticket has.</summary>
    public BilingualShape? Title { get; init; }

    /// <summary>The moment that the customer was promised, when that is sooner than the target's own; null otherwise.</summary>
    public DateTimeOffset? PromisedBy { get; init; }

    internal static DeadlineShape Of(Deadline deadline, CompanyPolicy company) => new(
        deadline.Kind,
        deadline.Due,
        deadline.State,
        TargetText.Write(deadline.Target),
        TargetText.Write(deadline.Elapsed),
        TargetText.Write(deadline.Remaining),
        deadline.StoppedAt,
        deadline.Calendar.Name,
        [.. deadline.Breaches.Select(b => new BreachShape(TargetText.Write(b.Target), b.Due, b.EndedAt, TargetText.Write(b.Late(deadline.ReadAt))))],
        [.. deadline.Spans[^1].Target.Extensions.Select(e => new ExtensionShape(e.At, e.By, TargetText.Write(e.Extension!.By), e.Why))],
        [.. DeadlineExplanation.Of(deadline).Select(SegmentShape.Of)],
        new(DeadlineWords.Of(deadline, company, ReplyLanguage.Chinese), DeadlineWords.Of(deadline, company, ReplyLanguage.English)))
    {
        Title = deadline.Spans[^1].Target.Title is { } title ? new(title.Zh, title.En) : null,
        PromisedBy = deadline.PromisedBy,
    };
}

/// <summary>A target that was missed: when, until when, and by how much of real time.</summary>
internal sealed record BreachShape(string Target, DateTimeOffset Due, DateTimeOffset? EndedAt, string Late);

/// <summary>More time that an agent granted: when, who, how much counted time, and why.</summary>
internal sealed record ExtensionShape(DateTimeOffset At, string Agent, string By, string Why);

/// <summary>A piece of the explanation.</summary>
internal sealed record SegmentShape(DateTimeOffset From, DateTimeOffset To, SegmentKind Kind, BilingualShape Why)
{
    internal static SegmentShape Of(ClockSegment segment) => new(
        segment.From,
        segment.To,
        segment.Kind,
        new(DeadlineWords.Why(segment, ReplyLanguage.Chinese), DeadlineWords.Why(segment, ReplyLanguage.English)));
}

/// <summary>Lines in both languages.</summary>
internal sealed record LinesShape(IReadOnlyList<string> Zh, IReadOnlyList<string> En);
