namespace Mailroom.Core.Deadlines;

/// <summary>Finds the targets that were missed while they were in force.</summary>
internal static class DeadlineBreaches
{
    /// <summary>The breaches, oldest first.</summary>
    public static IReadOnlyList<Breach> Of(IReadOnlyList<ClockSpan> spans, IReadOnlyList<ClockRun> runs)
    {
        var breaches = new List<Breach>();
        foreach (var span in spans)
        {
            var target = span.Target.Length;
            var (going, again) = (breaches.Count > 0 && breaches[^1].EndedAt is null, breaches.Count > 0 && breaches[^1].Target == target);
            if (going && (!again || span.StoppedBy is { Kind: not ClockEventKind.Pause }))
            {
                breaches[^1] = breaches[^1] with { EndedAt = span.From };
            }

            if (runs.FirstOrDefault(r => r.Span == span)?.Reaches(target) is not { } due)
            {
                continue;
            }

            if (again)
            {
                // Reopened: it is the same miss, and it goes on.
                breaches[^1] = breaches[^1] with { EndedAt = null };
            }
            else
            {
                breaches.Add(new(target, due, null));
            }
        }

        return breaches;
    }
}
