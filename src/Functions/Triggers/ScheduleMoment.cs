using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Triggers;

/// <summary>The moment that a timer's run stands for, the same when the run is repeated.</summary>
internal static class ScheduleMoment
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Late = TimeSpan.FromDays(1);

    /// <summary>The occurrence that the host planned; a run that nobody planned stands for its minute.</summary>
    internal static DateTimeOffset Of(TimerInfo timer, DateTimeOffset now)
    {
        // The host writes its status after the run: until then Next is the occurrence that runs now.
        var planned = timer.ScheduleStatus is { } status ? Utc(status.Next) : DateTimeOffset.MinValue;
        return planned <= now + Early && planned > now - Late ? planned : Minute(now);
    }

    private static DateTimeOffset Minute(DateTimeOffset now) => new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    private static DateTimeOffset Utc(DateTime time) => time.Kind == DateTimeKind.Local
        ? new DateTimeOffset(time).ToUniversalTime()
        : new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
