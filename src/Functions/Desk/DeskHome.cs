using Mailroom.Core.Tickets;
using Mailroom.Functions.Api;
using Mailroom.Functions.Desk.Pages;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Pipeline.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Mailroom.Functions.Desk;

/// <summary>The desk's first page: the queue. A function of its own, for a route that takes everything would swallow the API.</summary>
public sealed class DeskHome(
    ViewStore views, BreakerWatch breakers, MailboxReports mailboxes, HouseRules house, TimeProvider clock, IConfiguration configuration)
{
    private const int PageSize = 50;

    [Function("DeskHome")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{home:maxlength(0)?}")] HttpRequest request,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!DeskAccess.Allows(request, configuration))
        {
            return DeskAccess.Refuse(request);
        }

        var view = DeskView.Of(request, house.Policy, clock);
        try
        {
            view = view with { Breakers = await breakers.RecordsAsync(cancellation) };
            var team = house.Policy.Teams.FirstOrDefault(t => t.Name == Value(request, "team"))?.Name;
            var query = new TicketQuery(team, request.Query["state"] == "resolved", PageSize, Value(request, "after"));
            return QueuePage.Show(view, query, await views.ListAsync(query, cancellation), await mailboxes.ListAsync(cancellation));
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return MessagePage.StorageFails(view);
        }
    }

    private static string? Value(HttpRequest request, string name) =>
        request.Query[name].ToString() is { Length: > 0 } value ? value : null;
}
