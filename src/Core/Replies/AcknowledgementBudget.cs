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
    /// <param name="known">What is remembered of the address.</param>
    /// <param name="fingerprint">The fingerprint of the mail to be acknowledged; null when it says nothing.</param>
    /// <param name="budget">The policy.</param>
    /// <param name="now">Now.</param>
    public static BudgetVerdict Decide(AddressMemory known, string? fingerprint, BudgetPolicy budget, DateTimeOffset now) =>
        (known.MutedUntil > now, Repeats(known, fingerprint, now), Within(known, now, Hour) >= budget.PerSenderPerHour, Within(known, now, Memory) >= budget.PerSenderPerDay) switch
        {
            (true, _, _, _) => new(false, "mails to this address came back"),
            (_, true, _, _) => new(false, "the same words from this address were acknowledged within a day, which is what a machine does that answers us"),
            (_, _, true, _) => new(false, $"this address has had {budget.PerSenderPerHour} acknowledgements within an hour"),
            (_, _, _, true) => new(false, $"this address has had {budget.PerSenderPerDay} acknowledgements within a day"),
            _ => new(true, "within the budget"),
        };

    private static bool Repeats(AddressMemory known, string? fingerprint, DateTimeOffset now) =>
        fingerprint is not null && known.Granted.Any(g => g.Fingerprint == fingerprint && (now - g.At).Duration() < Memory);

    private static int Within(AddressMemory known, DateTimeOffset now, TimeSpan span) =>
        known.Granted.Count(g => (now - g.At).Duration() < span);
}

/// <summary>What is remembered of an address.</summary>
/// <param name="Granted">Its acknowledgements.</param>
/// <param name="MutedUntil">Until when it is muted; null when it is not.</param>
public sealed record AddressMemory(IReadOnlyList<GrantedAcknowledgement> Granted, DateTimeOffset? MutedUntil);

/// <summary>An acknowledgement that was granted.</summary>
/// <param name="At">When.</param>
/// <param name="Fingerprint">Of the mail that it answers; null when that said nothing.</param>
public sealed record GrantedAcknowledgement(DateTimeOffset At, string? Fingerprint);

/// <summary>Whether an acknowledgement may go.</summary>
/// <param name="MayWrite">True when it may.</param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record BudgetVerdict(bool MayWrite, string Reason);
