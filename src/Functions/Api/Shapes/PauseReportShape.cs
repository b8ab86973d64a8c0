using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets.Pauses;

namespace Mailroom.Functions.Api.Shapes;

/// <summary>Pauses that began just before a deadline or just after a warning. Field names are fixed: tools outside rely on them.</summary>
/// <param name="From">The first moment of the period.</param>
/// <param name="To">The moment after its last.</param>
/// <param name="Percent">The last percent of the target that count as near.</param>
/// <param name="Minutes">The counted minutes before the deadline that do, too.</param>
/// <param name="Total">All.</param>
/// <param name="Agents">By person.</param>
/// <param name="Teams">By team.</param>
/// <param name="Categories">By category.</param>
/// <param name="Cases">The pauses that stand out.</param>
internal sealed record PauseReportShape(
    DateTimeOffset From,
    DateTimeOffset To,
    int Percent,
    double Minutes,
    PauseCountsShape Total,
    IReadOnlyList<PauseRowShape> Agents,
    IReadOnlyList<PauseRowShape> Teams,
    IReadOnlyList<PauseRowShape> Categories,
    IReadOnlyList<PauseCaseShape> Cases)
{
    internal static PauseReportShape Of(PauseReport report, PauseRules rules) => new(
        rules.From,
        rules.To,
        rules.Percent,
        rules.Within.TotalMinutes,
        PauseCountsShape.Of(report.Total),
        Rows(report.Agents),
        Rows(report.Teams),
        Rows(report.Categories),
        [.. report.Cases.Select(c => new PauseCaseShape(
            c.Ticket.Value, c.Pause.At, c.Pause.Agent, c.Pause.Team, c.Pause.Category, c.Pause.Due, TargetText.Write(c.Pause.Left), c.Pause.IsWarned))]);

    private static IReadOnlyList<PauseRowShape> Rows(IReadOnlyList<PauseRow> rows) => [.. rows.Select(r => new PauseRowShape(r.Name, PauseCountsShape.Of(r.Counts)))];
}

/// <summary>The pauses of one person, team or category.</summary>
internal sealed record PauseRowShape(string Name, PauseCountsShape Counts);

/// <summary>Pauses counted.</summary>
/// <param name="Pauses">All.</param>
/// <param name="Near">Begun just before the deadline.</param>
/// <param name="Warned">Begun within a minute after a warning.</param>
/// <param name="StandOut">One or the other.</param>
/// <param name="StandOutPercent">Of all, to a tenth; null when there are none.</param>
internal sealed record PauseCountsShape(int Pauses, int Near, int Warned, int StandOut, double? StandOutPercent)
{
    internal static PauseCountsShape Of(PauseCounts counts) => new(
        counts.Pauses, counts.Near, counts.Warned, counts.StandOut, counts.Share is { } share ? Math.Round(100 * share, 1) : null);
}

/// <summary>A pause that stands out.</summary>
/// <param name="Ticket">Its ticket.</param>
/// <param name="At">When it began.</param>
/// <param name="Agent">Who began it.</param>
/// <param name="Team">The team then.</param>
/// <param name="Category">The category then.</param>
/// <param name="Due">When the solution would have been due.</param>
/// <param name="Left">The counted time that was left, ISO 8601.</param>
/// <param name="Warned">True when a warning had just gone out.</param>
internal sealed record PauseCaseShape(
    string Ticket, DateTimeOffset At, string Agent, string Team, string Category, DateTimeOffset Due, string Left, bool Warned);
