namespace Mailroom.Core.Deadlines;

/// <summary>A ticket's clock at one instant.</summary>
/// <param name="FirstResponse">The first response, given or not.</param>
/// <param name="NextResponse">The response that somebody waits for after the first; null when nobody does.</param>
/// <param name="Resolution">The solution.</param>
/// <param name="GivenResponses">The responses after the first that were given, oldest first.</param>
public sealed record ClockReading(
    Deadline FirstResponse, Deadline? NextResponse, Deadline Resolution, IReadOnlyList<Deadline> GivenResponses)
{
    /// <summary>The solution by law; null where no law sets a term.</summary>
    public Deadline? Regulatory { get; init; }

    /// <summary>What stands now: the first response, the next one when somebody waits for it, the solution. The term by law is not among them.</summary>
    public IReadOnlyList<Deadline> Current => NextResponse is { } next ? [FirstResponse, next, Resolution] : [FirstResponse, Resolution];

    /// <summary>Everything that was ever due, oldest first, the solution last, by law after it.</summary>
    public IReadOnlyList<Deadline> All =>
        [FirstResponse, .. GivenResponses, .. NextResponse is { } next ? [next] : Array.Empty<Deadline>(), Resolution, .. Regulatory is { } law ? [law] : Array.Empty<Deadline>()];
}
