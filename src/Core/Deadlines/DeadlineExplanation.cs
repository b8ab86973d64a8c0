namespace Mailroom.Core.Deadlines;

/// <summary>Why a deadline lies where it lies.</summary>
public static class DeadlineExplanation
{
    /// <summary>
    /// The segments from the start to the deadline, or to the answer or solution when that came first. They touch, oldest first, and what
    /// they count adds up to the target, or to what was used up to the end.
    /// </summary>
    public static IReadOnlyList<ClockSegment> Of(Deadline deadline)
    {
        var end = deadline.StoppedAt is { } stopped && stopped < deadline.Due ? stopped : deadline.Due;
        var segments = new List<ClockSegment>();
        foreach (var span in deadline.Spans)
        {
            var to = span.To is { } until && until < end ? until : end;
            if (span.From >= to)
            {
                break;
            }

            segments.AddRange(span.StoppedBy is { } reason ? Standing(deadline, span, reason, to) : CalendarSegments.Between(span.Target.Calendar, span.From, to));
        }

        return segments;
    }

    // While we wait, the deadline is told as if the clock went on at the moment of looking.
    private static IEnumerable<ClockSegment> Standing(Deadline deadline, ClockSpan span, ClockEvent stoppedBy, DateTimeOffset to)
    {
        var calendar = span.Target.Calendar;
        var ends = span.To is null && deadline.ReadAt < to ? deadline.ReadAt : to;
        return
        [
            .. span.From < ends
                ? [new ClockSegment(calendar.Tell(span.From), calendar.Tell(ends), SegmentKind.Paused) { StoppedBy = stoppedBy }]
                : Array.Empty<ClockSegment>(),
            .. CalendarSegments.Between(calendar, ends, to),
        ];
    }
}
