using Mailroom.Core.Tickets.Promises;
using Mailroom.Functions.Texts;

namespace Mailroom.Functions.Api.Shapes;

/// <summary>How many promises were kept. Field names are fixed: tools outside rely on them.</summary>
/// <param name="From">The first moment of the period.</param>
/// <param name="To">The moment after its last.</param>
/// <param name="Total">All.</param>
/// <param name="Rows">By category and language.</param>
internal sealed record PromiseReportShape(DateTimeOffset From, DateTimeOffset To, PromiseCountsShape Total, IReadOnlyList<PromiseRowShape> Rows)
{
    internal static PromiseReportShape Of(PromiseReport report, DateTimeOffset from, DateTimeOffset to) => new(
        from,
        to,
        PromiseCountsShape.Of(report.Total),
        [.. report.Rows.Select(r => new PromiseRowShape(r.Category, Languages.Code(r.Language), PromiseCountsShape.Of(r.Counts)))]);
}

/// <summary>The promises of one category in one language.</summary>
internal sealed record PromiseRowShape(string Category, string Language, PromiseCountsShape Counts);

/// <summary>Promises counted; kept, broken, running and withdrawn add up to those made.</summary>
/// <param name="Promised">Made.</param>
/// <param name="Kept">Answered by the moment that was promised first.</param>
/// <param name="Broken">Not answered by then.</param>
/// <param name="Running">The moment lies ahead.</param>
/// <param name="Withdrawn">Never sent, or merged into another ticket.</param>
/// <param name="Renewed">Of all, those with a new promise.</param>
/// <param name="KeptAnew">Of those broken, those whose new promise was kept.</param>
/// <param name="KeptPercent">Kept of those decided, to a tenth; null when none is.</param>
internal sealed record PromiseCountsShape(
    int Promised, int Kept, int Broken, int Running, int Withdrawn, int Renewed, int KeptAnew, double? KeptPercent)
{
    internal static PromiseCountsShape Of(PromiseCounts counts) => new(
        counts.Promised,
        counts.Kept,
        counts.Broken,
        counts.Running,
        counts.Withdrawn,
        counts.Renewed,
        counts.KeptAnew,
        counts.KeptShare is { } share ? Math.Round(100 * share, 1) : null);
}
