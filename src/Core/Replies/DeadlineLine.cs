using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Replies;

/// <summary>A line of an explanation: a stretch of counted time on one date or on several like dates, a holiday, or a pause.</summary>
/// <param name="From">Its start.</param>
/// <param name="To">Its end.</param>
/// <param name="Counted">What it counts.</param>
/// <param name="Days">On how many dates.</param>
/// <param name="Segment">Its first segment.</param>
internal sealed record DeadlineLine(DateTimeOffset From, DateTimeOffset To, TimeSpan Counted, int Days, ClockSegment Segment)
{
    /// <summary>What it is about.</summary>
    public SegmentKind Kind => Segment.Kind;

    /// <summary>The lines; nights, weekends and breaks make none of their own.</summary>
    public static IReadOnlyList<DeadlineLine> Of(IReadOnlyList<ClockSegment> segments)
    {
        var days = new List<DeadlineLine>();
        foreach (var segment in segments.Where(s => s.Kind is not (SegmentKind.Closed or SegmentKind.Lunch)))
        {
            var line = new DeadlineLine(segment.From, segment.To, segment.Counted, 1, segment);
            if (days.Count > 0 && IsSameDate(days[^1], line))
            {
                days[^1] = days[^1] with { To = line.To, Counted = days[^1].Counted + line.Counted };
            }
            else
            {
                days.Add(line);
            }
        }

        return Merged(days);
    }

    private static List<DeadlineLine> Merged(List<DeadlineLine> days)
    {
        var lines = new List<DeadlineLine>();
        foreach (var day in days)
        {
            if (lines.Count > 0 && IsLike(lines[^1], day))
            {
                lines[^1] = lines[^1] with { To = day.To, Counted = lines[^1].Counted + day.Counted, Days = lines[^1].Days + 1 };
            }
            else
            {
                lines.Add(day);
            }
        }

        return lines;
    }

    // What a break cuts in two is told as one.
    private static bool IsSameDate(DeadlineLine line, DeadlineLine next) =>
        line.Kind == SegmentKind.Counted && next.Kind == SegmentKind.Counted
        && line.From.Date == next.To.Date && line.Segment.Name == next.Segment.Name;

    private static bool IsLike(DeadlineLine line, DeadlineLine next) =>
        line.Kind == SegmentKind.Counted && next.Kind == SegmentKind.Counted
        && line.Segment.Name is null && next.Segment.Name is null
        && line.From.TimeOfDay == next.From.TimeOfDay && line.To.TimeOfDay == next.To.TimeOfDay
        && next.From.Date == next.To.Date && line.Counted / line.Days == next.Counted;
}
