namespace Mailroom.Core.Deadlines;

/// <summary>A target: working days, each as long as its calendar's ordinary day, and counted time.</summary>
/// <param name="Hours">Counted time.</param>
/// <param name="Days">Working days, counted beside it.</param>
public sealed record Target(TimeSpan Hours, int Days = 0)
{
    /// <summary>Counted time.</summary>
    public static Target Of(TimeSpan hours) => new(hours);

    /// <summary>Working days.</summary>
    public static Target OfDays(int days) => new(TimeSpan.Zero, days);

    /// <summary>The counted time on a calendar.</summary>
    public TimeSpan On(WorkingCalendar calendar) => Hours + (calendar.OrdinaryDay * Days);
}

/// <summary>A target with the clock that it is counted on.</summary>
/// <param name="Within">The target.</param>
/// <param name="Calendar">The calendar whose open time counts.</param>
public sealed record ClockTarget(Target Within, WorkingCalendar Calendar)
{
    /// <summary>What people call it; null for the kinds that every ticket has.</summary>
    public CalendarName? Title { get; init; }

    /// <summary>What was granted on top of it, oldest first.</summary>
    public IReadOnlyList<ClockEvent> Extensions { get; init; } = [];

    /// <summary>The counted time that the extensions add up to.</summary>
    public TimeSpan Extended => Extensions.Aggregate(TimeSpan.Zero, (sum, e) => sum + e.Extension!.By);

    /// <summary>The counted time that the target grants, extensions included.</summary>
    public TimeSpan Length => Within.On(Calendar) + Extended;

    /// <summary>The moment that the customer was promised, when the target is that promise; null when it is the policy's own.</summary>
    public DateTimeOffset? PromisedBy { get; init; }

    /// <summary>The counted time that the policy alone would grant; null when nothing else does.</summary>
    public TimeSpan? WithoutPromise { get; init; }
}

/// <summary>The targets of one ticket, each on a clock of its own.</summary>
/// <param name="FirstResponse">From the first mail to the first human answer.</param>
/// <param name="NextResponse">From the oldest unanswered mail after that to the answer.</param>
/// <param name="Resolution">From the first mail to the solution.</param>
public sealed record ClockTargets(ClockTarget FirstResponse, ClockTarget NextResponse, ClockTarget Resolution)
{
    /// <summary>From the first mail to the solution, by law; null where no law asks for it.</summary>
    public ClockTarget? Regulatory { get; init; }

    /// <summary>All on one calendar, a next response within the time of the first.</summary>
    public static ClockTargets On(WorkingCalendar calendar, Target response, Target resolution) =>
        new(new(response, calendar), new(response, calendar), new(resolution, calendar));

    /// <summary>The target of a kind.</summary>
    public ClockTarget Of(DeadlineKind kind) => kind switch
    {
        DeadlineKind.FirstResponse => FirstResponse,
        DeadlineKind.NextResponse => NextResponse,
        DeadlineKind.Resolution => Resolution,
        DeadlineKind.Regulatory => Regulatory ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "No law sets a target here."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No target is of this kind."),
    };
}
