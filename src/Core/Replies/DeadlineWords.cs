using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Replies;

/// <summary>Says in words why a deadline lies where it lies, short enough to read: like days are one line, nights are told once.</summary>
public static class DeadlineWords
{
    private const int MostLines = 24;

    /// <summary>The lines: what counted and what did not, oldest first; then what is left out in general; then the sum.</summary>
    /// <param name="deadline">The deadline.</param>
    /// <param name="company">Whose zone is told without its name.</param>
    /// <param name="language">The reader's.</param>
    public static IReadOnlyList<string> Of(Deadline deadline, CompanyPolicy company, ReplyLanguage language)
    {
        var segments = DeadlineExplanation.Of(deadline);
        var words = new SegmentWords(language, deadline.ReadAt.Year);
        var lines = DeadlineLine.Of(segments).Select(words.Line).ToList();
        var shown = lines.Take(MostLines).ToList();
        if (lines.Count > MostLines)
        {
            shown.Add(words.More(lines.Count - MostLines));
        }

        if (words.LeftOut(segments) is { Length: > 0 } leftOut)
        {
            shown.Add(leftOut);
        }

        shown.AddRange(deadline.Spans[^1].Target.Extensions.Select(words.Extended));
        shown.Add(Sum(deadline, segments, words));
        if (deadline.PromisedBy is { } promised)
        {
            shown.Add(words.Promised(deadline.Calendar.Tell(promised), deadline.Spans[^1].Target.WithoutPromise ?? deadline.Target));
        }

        if (deadline.Calendar.Zone.Id != company.TimeZone)
        {
            shown.Add(words.Zone(deadline.Calendar.Zone.Id));
        }

        return shown;
    }

    /// <summary>One segment's reason, for tools: "Spring Festival", "on hold by li.wei: waiting for the receipt".</summary>
    public static string Why(ClockSegment segment, ReplyLanguage language) => new SegmentWords(language, segment.From.Year).Why(segment);

    /// <summary>An extension in words: "extended by mei: the bank answers tomorrow (4 h more)".</summary>
    public static string Extended(ClockEvent extension, ReplyLanguage language) => new SegmentWords(language, 0).Extended(extension);

    /// <summary>Counted time in words, in hours and minutes: a "day" would be taken for a working day.</summary>
    public static string Length(TimeSpan counted, ReplyLanguage language) => new SegmentWords(language, 0).Length(counted);

    private static string Sum(Deadline deadline, IReadOnlyList<ClockSegment> segments, SegmentWords words)
    {
        var counted = segments.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Counted);
        return deadline.StoppedAt < deadline.Due
            ? words.Used(counted, deadline.Target)
            : words.Due(counted, deadline.Due);
    }
}
