using System.Globalization;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Promises;
using Mailroom.Functions.Api.Shapes;
using Mailroom.Pipeline.Adapters.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Api;

/// <summary>How many of the promises of a period were kept, by category and language.</summary>
public sealed class GetPromiseReport(ViewStore views, TimeProvider clock)
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(28);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    [Function("GetPromiseReport")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/reports/promises")] HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var now = clock.GetUtcNow();
        if (Moment(request.Query["to"], now) is not { } to)
        {
            return BadMoment(request, "to");
        }

        if (Moment(request.Query["from"], to - Usual) is not { } from)
        {
            return BadMoment(request, "from");
        }

        if (from >= to || to - from > Longest)
        {
            return Problem.BadValue(request, "from", new("开始时间须早于结束时间，且相隔不超过 366 天。", "The start lies before the end, by at most 366 days."));
        }

        try
        {
            List<Ticket> tickets = [];
            await foreach (var ticket in views.SinceAsync(from, cancellation))
            {
                tickets.Add(ticket);
            }

            return Answer.Ok(PromiseReportShape.Of(PromiseReport.Of(tickets, new(from, to), now), from, to));
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }

    private static IResult BadMoment(HttpRequest request, string name) => Problem.BadValue(
        request, name, new("请填写带时区的时间，例如 2026-11-20T09:00:00+08:00。", "Give a moment with its offset, like 2026-11-20T09:00:00Z."));

    // Far from both ends of the calendar, so that a period can be taken off it.
    private static DateTimeOffset? Moment(string? text, DateTimeOffset usual) => string.IsNullOrEmpty(text)
        ? usual
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year is > 1970 and < 2200 ? at : null;
}
