using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Promises;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers;

/// <summary>Rolls up how long first answers took in the last 28 days and how busy the teams are: what promises are made by.</summary>
/// <remarks>
/// It reads the desk's rows: two requests for each team and one more for each thousand tickets, and writes one row. A run that is
/// repeated, or one that dies, harms nothing: the next one makes the row anew.
/// </remarks>
public sealed class RollUpResponses(ViewStore views, StatisticsStore statistics, HouseRules house, TimeProvider clock, ILogger<RollUpResponses> logger)
{
    /// <summary>Rolls up at now.</summary>
    public async Task<ResponseTimes> HandleAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        List<Ticket> tickets = [];
        await foreach (var ticket in views.SinceAsync(now - ResponseTimes.Window, cancellation))
        {
            tickets.Add(ticket);
        }

        var times = ResponseTimes.Of(tickets, house.Policy, now);
        await statistics.SaveResponsesAsync(times, cancellation);
        logger.ResponsesRolledUp(tickets.Count, times.Usual.Count, times.Loads.Count(l => l.IsHigh));
        return times;
    }
}
