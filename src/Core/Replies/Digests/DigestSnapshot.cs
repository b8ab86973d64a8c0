using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies.Digests;

/// <summary>What a manager's last digest knew of the open tickets: enough to tell what has changed since.</summary>
/// <param name="At">When it was.</param>
/// <param name="Overdue">The numbers of the overdue ones.</param>
/// <param name="Others">The numbers of the others.</param>
public sealed record DigestSnapshot(DateTimeOffset At, IReadOnlyList<string> Overdue, IReadOnlyList<string> Others);

/// <summary>How far a manager's digests are.</summary>
/// <param name="LookedAt">The moments up to this one are done.</param>
/// <param name="Last">The last digest that was sent; null when none was.</param>
public sealed record DigestState(DateTimeOffset LookedAt, DigestSnapshot? Last);

/// <summary>What has changed since a manager's last digest.</summary>
/// <param name="Since">When that was.</param>
/// <param name="New">Open now, opened since.</param>
/// <param name="Reopened">Open now, solved then, opened again since.</param>
/// <param name="MovedIn">Open now, came from another team since.</param>
/// <param name="Solved">Open then, no longer open anywhere.</param>
/// <param name="MovedOut">Open then, with a team of somebody else now.</param>
/// <param name="NewlyOverdue">Overdue now, not overdue then.</param>
public sealed record DigestChanges(DateTimeOffset Since, int New, int Reopened, int MovedIn, int Solved, int MovedOut, int NewlyOverdue)
{
    /// <summary>The difference between then and now.</summary>
    /// <param name="last">Then.</param>
    /// <param name="own">The open tickets of the manager's teams.</param>
    /// <param name="facts">All open tickets, and now.</param>
    public static DigestChanges Of(DigestSnapshot last, IReadOnlyList<Ticket> own, DigestFacts facts)
    {
        var overdue = last.Overdue.ToHashSet(StringComparer.Ordinal);
        var known = last.Others.Concat(last.Overdue).ToHashSet(StringComparer.Ordinal);
        var numbers = own.Select(t => t.Number.Value).ToHashSet(StringComparer.Ordinal);
        var anywhere = facts.Open.Select(t => t.Number.Value).ToHashSet(StringComparer.Ordinal);
        var arrived = own.Where(t => !known.Contains(t.Number.Value)).ToList();
        var reopened = arrived.Count(t => t.OpenedAt <= last.At && t.ReopenedAt > last.At);
        var fresh = arrived.Count(t => t.OpenedAt > last.At);
        return new(
            last.At,
            fresh,
            reopened,
            arrived.Count - fresh - reopened,
            known.Count(n => !anywhere.Contains(n)),
            known.Count(n => !numbers.Contains(n) && anywhere.Contains(n)),
            own.Count(t => PaceForecast.DueOf(t) <= facts.At && !overdue.Contains(t.Number.Value)));
    }
}
