namespace Mailroom.Core.Policy;

/// <summary>Whether and when a customer is asked how it went.</summary>
/// <param name="Enabled">True to ask.</param>
/// <param name="After">So long after a person solved the ticket; real time, up to 30 days. Asked in the windows of the calendar of waiting.</param>
/// <param name="DaysOpen">For so many days an answer is taken; 1 to 90.</param>
public sealed record SatisfactionPolicy(bool Enabled, TimeSpan After, int DaysOpen)
{
    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan LongestAfter = TimeSpan.FromDays(30);

    /// <summary>The most days.</summary>
    public const int MostDaysOpen = 90;

    /// <summary>Nobody is asked.</summary>
    public static SatisfactionPolicy Never { get; } = new(false, TimeSpan.FromHours(24), 14);
}
