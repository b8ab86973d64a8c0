using Mailroom.Core.Policy;

namespace Mailroom.Core.Replies.Digests;

/// <summary>Decides which digests are due at a look.</summary>
public static class DigestPlan
{
    /// <summary>How far back a first look goes: a manager who is new hears nothing of moments before.</summary>
    public static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(30);

    /// <summary>The orders: for each manager the latest moment since the last look, if there is one.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="stateOf">How far a manager's digests are; null for one who never got any.</param>
    /// <param name="now">Now.</param>
    public static IReadOnlyList<DigestOrder> Due(SupportPolicy policy, Func<DigestPolicy, DigestState?> stateOf, DateTimeOffset now) =>
    [
        .. policy.DigestsInForce.Select(digest =>
        {
            var after = stateOf(digest)?.LookedAt ?? now - FirstLook;
            return DigestTimes.Latest(digest, policy, after, now) is { } moment
                ? new DigestOrder(digest, moment, DigestTimes.IsAllClearDue(digest, policy, after, now))
                : null;
        }).OfType<DigestOrder>(),
    ];
}
