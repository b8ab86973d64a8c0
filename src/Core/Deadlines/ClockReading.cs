namespace Mailroom.Core.Deadlines;

/// <summary>A ticket's clock at one instant.</summary>
/// <param name="FirstResponse">The first response, given or not.</param>
/// <param name="NextResponse">The response that somebody waits for after the first; null when nobody does.</param>
/// <param name="Resolution">The solution.</param>
/// <param name="GivenResponses">The responses after the first that were given, oldest first.</param>
public sealed record ClockReading(
    Deadline FirstResponse, Deadline? NextResponse, Deadline Resolution, IReadOnlyList<Deadline> GivenResponses)
{
    /// <summary>What stands now: the first response, the next one when somebody waits for it, the solution.</summary>
    public IReadOnlyList<Deadline> Current => NextResponse is { } next ? [FirstResponse, next, Resolution] : [FirstResponse, Resolution];

    /// <summary>Everything that was ever due, oldest first, the solution last.</summary>
    public IReadOnlyList<Deadline> All =>
        [FirstResponse, .. GivenResponses, .. NextResponse is { } next ? [next] : Array.Empty<Deadline>(), Resolution];
}
