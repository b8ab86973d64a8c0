namespace Mailroom.Core.Tickets.Pauses;

/// <summary>How many pauses began just before a deadline, or just after a warning of it: by person, team and category.</summary>
/// <param name="Total">All of the period.</param>
/// <param name="Agents">By person, those with the most such pauses first.</param>
/// <param name="Teams">By team.</param>
/// <param name="Categories">By category.</param>
/// <param name="Cases">The pauses that stand out, oldest first, at most <see cref="MostCases"/>.</param>
public sealed record PauseReport(
    PauseCounts Total, IReadOnlyList<PauseRow> Agents, IReadOnlyList<PauseRow> Teams, IReadOnlyList<PauseRow> Categories, IReadOnlyList<PauseCase> Cases)
{
    /// <summary>The most cases that are listed.</summary>
    public const int MostCases = 200;

    /// <summary>The report.</summary>
    /// <param name="tickets">Tickets, each once.</param>
    /// <param name="rules">What is near, and the period.</param>
    public static PauseReport Of(IEnumerable<Ticket> tickets, PauseRules rules)
    {
        var all = tickets.SelectMany(t => t.Pauses.Select(p => new PauseCase(t.Number, p)))
            .Where(c => rules.From <= c.Pause.At && c.Pause.At < rules.To)
            .OrderBy(c => c.Pause.At)
            .ThenBy(c => c.Ticket.Value, StringComparer.Ordinal)
            .ToList();
        return new(
            Count(all),
            By(p => p.Agent),
            By(p => p.Team),
            By(p => p.Category),
            [.. all.Where(c => rules.StandsOut(c.Pause)).Take(MostCases)]);

        IReadOnlyList<PauseRow> By(Func<TicketPause, string> name) =>
        [
            .. all.GroupBy(c => name(c.Pause), StringComparer.Ordinal)
                .Select(g => new PauseRow(g.Key, Count([.. g])))
                .OrderByDescending(r => r.Counts.StandOut).ThenByDescending(r => r.Counts.Share).ThenBy(r => r.Name, StringComparer.Ordinal),
        ];

        PauseCounts Count(IReadOnlyCollection<PauseCase> some) => new(
            some.Count,
            some.Count(c => rules.IsNear(c.Pause)),
            some.Count(c => c.Pause.IsWarned),
            some.Count(c => rules.StandsOut(c.Pause)));
    }
}

/// <summary>What a report on pauses looks for.</summary>
/// <param name="From">The first moment of the period.</param>
/// <param name="To">The moment after its last.</param>
public sealed record PauseRules(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The last percent of the target that are near; 0 to 100.</summary>
    public int Percent { get; init; } = 10;

    /// <summary>So much counted time before the deadline is near, too; zero for none.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.Zero;

    /// <summary>True for a pause that began just before the deadline. After it there is nothing to gain.</summary>
    public bool IsNear(TicketPause pause) =>
        pause.Left > TimeSpan.Zero && (pause.Left <= pause.Target * Percent / 100 || pause.Left <= Within);

    /// <summary>True for a pause that a manager should look at.</summary>
    public bool StandsOut(TicketPause pause) => IsNear(pause) || pause.IsWarned;
}

/// <summary>The pauses of one person, team or category.</summary>
public sealed record PauseRow(string Name, PauseCounts Counts);

/// <summary>Pauses counted.</summary>
/// <param name="Pauses">All.</param>
/// <param name="Near">Of these, those begun just before the deadline.</param>
/// <param name="Warned">Of these, those begun within a minute after a warning.</param>
/// <param name="StandOut">Of these, those that are one or the other.</param>
public sealed record PauseCounts(int Pauses, int Near, int Warned, int StandOut)
{
    /// <summary>The share that stands out, 0 to 1; null when there are none.</summary>
    public double? Share => Pauses == 0 ? null : (double)StandOut / Pauses;
}

/// <summary>A pause with its ticket.</summary>
public sealed record PauseCase(TicketNumber Ticket, TicketPause Pause);
