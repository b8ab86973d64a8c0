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
    [Function("GetPromiseReport")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/reports/promises")] HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var now = clock.GetUtcNow();
        var period = ReportPeriod.Read(request, now);
        if (period.Fault is { } fault)
        {
            return fault;
        }

        try
        {
            List<Ticket> tickets = [];
            await foreach (var ticket in views.SinceAsync(period.From, cancellation))
            {
                tickets.Add(ticket);
            }

            return Answer.Ok(PromiseReportShape.Of(PromiseReport.Of(tickets, new(period.From, period.To), now), period.From, period.To));
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }
}
