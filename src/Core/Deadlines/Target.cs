namespace Mailroom.Core.Deadlines;

/// <summary>A target: counted time, or working days, each as long as its calendar's ordinary day.</summary>
/// <param name="Hours">Counted time; ignored when <paramref name="Days"/> is given.</param>
/// <param name="Days">Working days.</param>
public sealed record Target(TimeSpan Hours, int? Days = null)
{
    /// <summary>The counted time on a calendar.</summary>
    public TimeSpan On(WorkingCalendar calendar) => Days is { } days ? calendar.OrdinaryDay * days : Hours;
}
