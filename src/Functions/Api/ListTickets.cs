using System.Globalization;
using Mailroom.Core.Tickets;
using Mailroom.Functions.Api.Shapes;
using Mailroom.Pipeline.Adapters.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Api;

/// <summary>Lists tickets, soonest due first, page by page.</summary>
public sealed class ListTickets(ViewStore views, HouseRules house, TimeProvider clock)
{
    private const int LargestPage = 500;
    private const int UsualPage = 50;

    [Function("ListTickets")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/tickets")] HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Size(request.Query["size"]) is not { } size)
        {
            return Problem.BadValue(request, "size", new($"请填写 1 到 {LargestPage} 之间的整数。", $"Give a whole number from 1 to {LargestPage}."));
        }

        var team = Value(request, "team");
        if (team is not null && house.Policy.Teams.All(t => t.Name != team))
        {
            var teams = string.Join(", ", house.Policy.Teams.Select(t => t.Name));
            return Problem.BadValue(request, "team", new($"可选的团队：{teams}。", $"The teams are: {teams}."));
        }

        try
        {
            var query = new TicketQuery(team, request.Query["state"] == "resolved", size, Value(request, "after"));
            var page = await views.ListAsync(query, cancellation);
            var now = clock.GetUtcNow();
            return Answer.Ok(new TicketListShape([.. page.Tickets.Select(t => TicketShape.Of(t, house.Policy, now))], page.Continuation));
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }

    private static string? Value(HttpRequest request, string name) =>
        request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    private static int? Size(string? text) => string.IsNullOrEmpty(text)
        ? UsualPage
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= LargestPage ? size : null;
}
