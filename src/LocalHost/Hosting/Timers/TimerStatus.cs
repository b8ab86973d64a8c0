namespace Mailroom.LocalHost.Hosting.Timers;

/// <summary>What is remembered of a timer over restarts.</summary>
/// <param name="Last">When it last ran; null before its first run.</param>
/// <param name="Next">When it was to run next.</param>
/// <param name="LastUpdated">When this was written.</param>
internal sealed record TimerStatus(DateTimeOffset? Last, DateTimeOffset Next, DateTimeOffset LastUpdated);
