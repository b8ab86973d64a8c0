using System.Text.Json;
using System.Text.Json.Serialization;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;

namespace Mailroom.Cli.Shapes;

/// <summary>What "due" says about one line. Field names are fixed: tools outside rely on them.</summary>
/// <param name="Id">The line's own.</param>
/// <param name="FirstResponse">The first response, given or not.</param>
/// <param name="NextResponse">The response that somebody waits for; null when nobody does.</param>
/// <param name="Resolution">The solution.</param>
/// <param name="Segments">Why the solution is due when it is: from the first mail to that moment, or to the solution when it came first.</param>
internal sealed record DueShape(
    JsonElement? Id,
    DueDeadlineShape FirstResponse,
    DueDeadlineShape? NextResponse,
    DueDeadlineShape Resolution,
    IReadOnlyList<DueSegmentShape> Segments)
{
    /// <summary>The solution by law; left out where no law sets a term.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DueDeadlineShape? Regulatory { get; init; }

    /// <summary>What was granted on top of the targets; left out when nothing was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DueExtensionShape>? Extensions { get; init; }

    internal static DueShape Of(JsonElement? id, ClockReading reading, ReplyLanguage language) => new(
        id,
        DueDeadlineShape.Of(reading.FirstResponse),
        reading.NextResponse is { } next ? DueDeadlineShape.Of(next) : null,
        DueDeadlineShape.Of(reading.Resolution),
        [.. DeadlineExplanation.Of(reading.Resolution).Select(s => new DueSegmentShape(s.From, s.To, s.Kind, DeadlineWords.Why(s, language)))])
    {
        Regulatory = reading.Regulatory is { } law ? DueDeadlineShape.Of(law) : null,
        Extensions = reading.All.Where(d => d.Kind != DeadlineKind.NextResponse || d == reading.NextResponse).SelectMany(d => d.Spans[^1].Target.Extensions).Select(e => new DueExtensionShape(
            e.At, DeadlineNames.Of(e.Extension!.Deadline), TargetText.Write(e.Extension.By), DeadlineWords.Extended(e, language))).ToList() is { Count: > 0 } extended
                ? extended
                : null,
    };
}

/// <summary>An extension: when, of which deadline, by how much counted time, and who and why.</summary>
internal sealed record DueExtensionShape(DateTimeOffset At, string Deadline, string More, string Why);

/// <summary>One deadline.</summary>
/// <param name="Due">The moment, with the calendar's offset.</param>
/// <param name="Remaining">The counted time left, ISO 8601; "-PT1H" when one hour over.</param>
/// <param name="State">Where it stands.</param>
internal sealed record DueDeadlineShape(DateTimeOffset Due, string Remaining, DeadlineState State)
{
    internal static DueDeadlineShape Of(Deadline deadline) => new(deadline.Due, TargetText.Write(deadline.Remaining), deadline.State);
}

/// <summary>A piece of the explanation.</summary>
internal sealed record DueSegmentShape(DateTimeOffset From, DateTimeOffset To, SegmentKind Kind, string Why);

/// <summary>A line that "due" could not read.</summary>
internal sealed record DueFault(JsonElement? Id, bool Ok, string Error);
