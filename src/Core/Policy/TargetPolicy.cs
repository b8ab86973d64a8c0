using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Policy;

/// <summary>What a priority promises: within how much counted time, on which clock.</summary>
/// <param name="FirstResponse">From the first mail to the first human answer; also the target of each next response.</param>
/// <param name="Resolution">From the first mail to the solution.</param>
/// <param name="Calendar">The calendar whose open time counts.</param>
/// <param name="MissingMoneyCalendar">The calendar used instead where money is missing; null for the same.</param>
public sealed record TargetPolicy(Target FirstResponse, Target Resolution, string Calendar, string? MissingMoneyCalendar = null);
