using Mailroom.Core.Policy;

namespace Mailroom.Core.Replies;

/// <summary>Says whether one more automatic mail may go to an address: against reply loops and storms (RFC 3834 2).</summary>
public static class AcknowledgementBudget
{
    /// <summary>How long an address is left alone after a permanent failure of delivery.</summary>
    public static readonly TimeSpan MutedFor = TimeSpan.FromDays(60);

    /// <summary>How far back grants matter.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Decides about an acknowledgement now.</summary>
    /// <param name="earlier">When acknowledgements were granted before.</param>
    /// <param name="mutedUntil">Until when the address is muted; null when it is not.</param>
    /// <param name="budget">The policy.</param>
    /// <param name="now">Now.</param>
    public static BudgetVerdict Decide(
        IReadOnlyList<DateTimeOffset> earlier, DateTimeOffset? mutedUntil, BudgetPolicy budget, DateTimeOffset now) =>
        (mutedUntil > now, Within(earlier, now, Hour) >= budget.PerSenderPerHour, Within(earlier, now, Memory) >= budget.PerSenderPerDay) switch
        {
            (true, _, _) => new(false, "mails to this address came back"),
            (_, true, _) => new(false, $"this address has had {budget.PerSenderPerHour} acknowledgements within an hour"),
            (_, _, true) => new(false, $"this address has had {budget.PerSenderPerDay} acknowledgements within a day"),
            _ => new(true, "within the budget"),
        };

    private static int Within(IReadOnlyList<DateTimeOffset> earlier, DateTimeOffset now, TimeSpan span) =>
        earlier.Count(at => (now - at).Duration() < span);
}

/// <summary>Whether an acknowledgement may go.</summary>
/// <param name="MayWrite">True when it may.</param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record BudgetVerdict(bool MayWrite, string Reason);
