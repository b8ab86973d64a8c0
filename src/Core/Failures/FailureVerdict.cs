namespace Mailroom.Core.Failures;

/// <summary>What to do about a failure: decided here as a value, carried out in the shell.</summary>
/// <param name="Reason">One sentence.</param>
public abstract record FailureVerdict(string Reason)
{
    /// <summary>Try again after a while.</summary>
    public sealed record Retry(TimeSpan After, string Reason) : FailureVerdict(Reason);

    /// <summary>Set aside for a person.</summary>
    public sealed record Park(string Reason) : FailureVerdict(Reason);

    /// <summary>Give up; nothing is lost by it.</summary>
    public sealed record Drop(string Reason) : FailureVerdict(Reason);
}
