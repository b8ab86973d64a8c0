using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets.Promises;

/// <summary>How many promises were kept: in all, and by category and language.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Rows">By category and language, ordered by both; only those that were promised something.</param>
public sealed record PromiseReport(PromiseCounts Total, IReadOnlyList<PromiseRow> Rows)
{
    /// <summary>The report over promises that were made within a period.</summary>
    /// <param name="tickets">Tickets, each once.</param>
    /// <param name="period">When they were promised.</param>
    /// <param name="now">The instant that it is told at.</param>
    public static PromiseReport Of(IEnumerable<Ticket> tickets, PromisePeriod period, DateTimeOffset now) =>
        Of(tickets.Select(t => PromiseOutcome.Of(t, now)).OfType<PromiseOutcome>().Where(o => period.Holds(o.MadeAt)));

    /// <summary>The report over outcomes.</summary>
    public static PromiseReport Of(IEnumerable<PromiseOutcome> outcomes)
    {
        var all = outcomes.ToList();
        return new(
            PromiseCounts.Of(all),
            [.. all.GroupBy(o => (o.Category, o.Language))
                .OrderBy(g => g.Key.Category, StringComparer.Ordinal).ThenBy(g => g.Key.Language)
                .Select(g => new PromiseRow(g.Key.Category, g.Key.Language, PromiseCounts.Of([.. g])))]);
    }
}

/// <summary>A period: its start belongs to it, its end does not.</summary>
public sealed record PromisePeriod(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>True when a moment lies in it.</summary>
    public bool Holds(DateTimeOffset at) => From <= at && at < To;
}

/// <summary>The promises of one category in one language.</summary>
/// <param name="Category">The category's code.</param>
/// <param name="Language">The customers' language.</param>
/// <param name="Counts">How many.</param>
public sealed record PromiseRow(string Category, ReplyLanguage Language, PromiseCounts Counts);

/// <summary>Promises counted. Those that were kept, broken, are running and were withdrawn add up to those that were made.</summary>
/// <param name="Promised">Made.</param>
/// <param name="Kept">A person answered by the moment that was promised first.</param>
/// <param name="Broken">Nobody did.</param>
/// <param name="Running">The moment lies ahead.</param>
/// <param name="Withdrawn">The customer never got it, or another ticket goes on with the matter.</param>
/// <param name="Renewed">Of all, those to which a new promise was added.</param>
/// <param name="KeptAnew">Of those broken, those whose new promise was kept.</param>
public sealed record PromiseCounts(int Promised, int Kept, int Broken, int Running, int Withdrawn, int Renewed, int KeptAnew)
{
    /// <summary>The share that was kept of those that are decided, 0 to 1; null when none is.</summary>
    public double? KeptShare => Kept + Broken == 0 ? null : (double)Kept / (Kept + Broken);

    /// <summary>Counts outcomes.</summary>
    public static PromiseCounts Of(IReadOnlyCollection<PromiseOutcome> outcomes)
    {
        return new(
            outcomes.Count,
            In(PromiseState.Kept),
            In(PromiseState.Broken),
            In(PromiseState.Running),
            In(PromiseState.Withdrawn),
            outcomes.Count(o => o.NewBy is not null),
            outcomes.Count(o => o.IsKeptAnew));

        int In(PromiseState state) => outcomes.Count(o => o.State == state);
    }
}
