namespace Mailroom.Core.Deadlines;

/// <summary>Finds which target of one deadline was in force when: as the targets changed, and as it was extended.</summary>
internal static class ClockTerms
{
    /// <summary>The terms, earliest first; the first one holds from the beginning.</summary>
    /// <param name="targets">The targets, earliest first.</param>
    /// <param name="events">What happened, in order.</param>
    /// <param name="kind">The deadline.</param>
    /// <param name="start">When its clock began: an extension belongs to the wait in which it was granted.</param>
    public static IReadOnlyList<ClockTerm> Of(
        IReadOnlyList<TargetsFrom> targets, IReadOnlyList<ClockEvent> events, DeadlineKind kind, DateTimeOffset start)
    {
        var terms = targets.Select(t => new ClockTerm(t.From, t.Targets.Of(kind))).ToList();
        foreach (var extension in events.Where(e => e.Extension?.Deadline == kind && e.At >= start).Distinct())
        {
            Extend(terms, extension);
        }

        return terms;
    }

    // From its moment on it holds for every target that comes.
    private static void Extend(List<ClockTerm> terms, ClockEvent extension)
    {
        var before = Math.Max(0, terms.FindLastIndex(t => t.From <= extension.At));
        IReadOnlyList<ClockEvent> granted = [.. terms[before].Target.Extensions, extension];
        terms.Insert(before + 1, new(extension.At, terms[before].Target));
        for (var i = before + 1; i < terms.Count; i++)
        {
            terms[i] = terms[i] with { Target = terms[i].Target with { Extensions = granted } };
        }
    }
}

/// <summary>A deadline's target and the moment from which it is in force.</summary>
internal sealed record ClockTerm(DateTimeOffset From, ClockTarget Target);
