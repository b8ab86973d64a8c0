using System.Globalization;
using Mailroom.Core.Tickets;
using Mailroom.Functions.Api.Shapes;
using Mailroom.Pipeline.Adapters.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Api;

/// <summary>The clocks of tickets as history has them, page by page in the order of their numbers: what a backtest replays.</summary>
public sealed class ListHistories(TicketStore tickets)
{
    private const int LargestPage = 1000;
    private const int UsualPage = 500;

    [Function("ListHistories")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/histories")] HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (QueryMoments.Read(request, "from", DateTimeOffset.MinValue) is not { } from)
        {
            return QueryMoments.Refuse(request, "from");
        }

        if (QueryMoments.Read(request, "to", DateTimeOffset.MaxValue) is not { } to)
        {
            return QueryMoments.Refuse(request, "to");
        }

        if (Size(request.Query["size"]) is not { } size)
        {
            return Problem.BadValue(request, "size", new($"请填写 1 到 {LargestPage} 之间的整数。", $"Give a whole number from 1 to {LargestPage}."));
        }

        var after = request.Query["after"].ToString();
        if (!TicketNumber.TryParse(after, out var number) && after.Length > 0)
        {
            return Problem.BadValue(request, "after", new("请填写上一页返回的 next。", "Give the \"next\" of the page before."));
        }

        try
        {
            return Answer.Ok(await PageAsync(after.Length > 0 ? number : null, size, h => from <= h.Ticket!.OpenedAt && h.Ticket.OpenedAt < to, cancellation));
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }

    // A page is so many tickets looked at, not found: a narrow period makes no request long.
    private async Task<HistoryListShape> PageAsync(
        TicketNumber? after, int size, Func<TicketHistory, bool> isWanted, CancellationToken cancellation)
    {
        List<HistoryShape> found = [];
        var (looked, last) = (0, (TicketNumber?)null);
        await foreach (var history in tickets.HistoriesAsync(after, cancellation))
        {
            if (looked == size)
            {
                return new(found, last?.Value);
            }

            (looked, last) = (looked + 1, history.Ticket!.Number);
            if (isWanted(history) && HistoryShape.Of(history) is { } shape)
            {
                found.Add(shape);
            }
        }

        return new(found, null);
    }

    private static int? Size(string? text) => string.IsNullOrEmpty(text)
        ? UsualPage
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= LargestPage ? size : null;
}
