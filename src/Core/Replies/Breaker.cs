using Mailroom.Core.Policy;

namespace Mailroom.Core.Replies;

/// <summary>Holds automatic mail to customers when there is too much of it, to everybody or to one domain, until a person releases it.</summary>
public static class Breaker
{
    private const int MostNotes = 50;

    /// <summary>The limit that opens a breaker that is shut; null when nothing does.</summary>
    /// <param name="record">The breaker.</param>
    /// <param name="budget">The budgets.</param>
    /// <param name="mails">Mails granted of late: one instance's own, and what the others have written down.</param>
    /// <param name="now">Now.</param>
    public static BudgetLimit? Reached(BreakerRecord record, BudgetPolicy budget, IEnumerable<CountedMail> mails, DateTimeOffset now)
    {
        if (record.IsOpen)
        {
            return null;
        }

        // What a person has looked at and released does not open it again.
        var counted = mails.Where(m => (record.IsForAll || m.Domain == record.Scope) && (record.ReleasedAt is not { } at || m.At > at)).ToList();
        return BudgetLimits.Reached(record.IsForAll ? budget.InAll : budget.OfDomain(record.Scope), counted, now);
    }

    /// <summary>The breaker opened.</summary>
    public static BreakerRecord Opened(BreakerRecord record, BudgetLimit limit, DateTimeOffset now) =>
        Noted(record with { OpenedAt = now, ReleasedAt = null, Drop = false }, new(now, BreakerChange.Opened, "", $"more than {limit}"));

    /// <summary>The breaker released by a person; null when it is not open.</summary>
    /// <param name="record">The breaker.</param>
    /// <param name="agent">Who.</param>
    /// <param name="why">Why.</param>
    /// <param name="drop">True when what was held is not to be sent any more.</param>
    /// <param name="now">Now.</param>
    public static BreakerRecord? Released(BreakerRecord record, string agent, string why, bool drop, DateTimeOffset now) => record.IsOpen
        ? Noted(record with { ReleasedAt = now, Drop = drop }, new(now, drop ? BreakerChange.Dropped : BreakerChange.Released, agent, why))
        : null;

    /// <summary>The open breaker that holds a mail to a domain; null when none does.</summary>
    public static BreakerRecord? Holding(IReadOnlyCollection<BreakerRecord> records, string domain) =>
        records.FirstOrDefault(r => r is { IsOpen: true, IsForAll: true }) ?? records.FirstOrDefault(r => r.IsOpen && r.Scope == domain);

    private static BreakerRecord Noted(BreakerRecord record, BreakerNote note) => record with { Notes = [.. record.Notes.TakeLast(MostNotes - 1), note] };
}

/// <summary>A breaker: of all automatic mail to customers, or of that to one domain.</summary>
/// <param name="Scope"><see cref="All"/>, or the domain.</param>
public sealed record BreakerRecord(string Scope)
{
    /// <summary>The scope of the breaker over everything.</summary>
    public const string All = "all";

    /// <summary>When it opened last; null when it never did.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When a person released it; null while it is open.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>True when what was held is set aside and not sent.</summary>
    public bool Drop { get; init; }

    /// <summary>What happened to it, oldest first, bounded.</summary>
    public IReadOnlyList<BreakerNote> Notes { get; init; } = [];

    /// <summary>True while it holds mail.</summary>
    public bool IsOpen => OpenedAt is not null && ReleasedAt is null;

    /// <summary>True for the breaker over everything.</summary>
    public bool IsForAll => Scope == All;
}

/// <summary>A line of a breaker's history.</summary>
/// <param name="At">When.</param>
/// <param name="Change">What.</param>
/// <param name="Agent">Who; empty when it was a budget.</param>
/// <param name="Why">Why.</param>
public sealed record BreakerNote(DateTimeOffset At, BreakerChange Change, string Agent, string Why);

/// <summary>What happens to a breaker.</summary>
public enum BreakerChange
{
    /// <summary>A budget was used up: mails are held.</summary>
    Opened,

    /// <summary>A person released it: what was held goes on.</summary>
    Released,

    /// <summary>A person released it: what was held is set aside.</summary>
    Dropped,
}
