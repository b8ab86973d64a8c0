using System.Globalization;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Pauses;
using Mailroom.Functions.Api.Shapes;
using Mailroom.Pipeline.Adapters.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Api;

/// <summary>Which pauses of a period began just before a deadline, or just after a warning.</summary>
public sealed class GetPauseReport(ViewStore views, TimeProvider clock)
{
    // A ticket is looked for by its opening; one that is paused later than this is an exception that no report rests on.
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(92);

    private static readonly TimeSpan Furthest = TimeSpan.FromDays(7);

    [Function("GetPauseReport")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/reports/pauses")] HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var period = ReportPeriod.Read(request, clock.GetUtcNow());
        if (period.Fault is { } fault)
        {
            return fault;
        }

        if (Whole(request.Query["percent"], 10) is not { } percent || percent > 100)
        {
            return Problem.BadValue(request, "percent", new("请填写 0 到 100 的整数。", "Give a whole number from 0 to 100."));
        }

        if (Whole(request.Query["minutes"], 0) is not { } minutes || minutes > Furthest.TotalMinutes)
        {
            return Problem.BadValue(request, "minutes", new($"请填写 0 到 {Furthest.TotalMinutes} 的整数。", $"Give a whole number from 0 to {Furthest.TotalMinutes}."));
        }

        try
        {
            List<Ticket> tickets = [];
            await foreach (var ticket in views.SinceAsync(period.From - LongestLife, cancellation))
            {
                tickets.Add(ticket);
            }

            var rules = new PauseRules(period.From, period.To) { Percent = percent, Within = TimeSpan.FromMinutes(minutes) };
            return Answer.Ok(PauseReportShape.Of(PauseReport.Of(tickets, rules), rules));
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }

    private static int? Whole(string? text, int usual) => string.IsNullOrEmpty(text)
        ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
