using Mailroom.Core.Tickets;
using Mailroom.Functions.Api;
using Mailroom.Functions.Desk.Pages;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers.Steps;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Mailroom.Functions.Desk;

/// <summary>Everything of the desk below its root: one ticket's page, the stylesheet.</summary>
public sealed class DeskFiles(TicketStore tickets, BreakerWatch breakers, HouseRules house, TimeProvider clock, IConfiguration configuration)
{
    private const string TicketFolder = "tickets/";

    [Function("DeskFiles")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{*path:regex(^(?!(api|act)(/|$)).*$)}")] HttpRequest request,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var path = request.Path.Value?.TrimStart('/') ?? "";
        if (DeskFile.Find(path) is { } file)
        {
            return file;
        }

        if (!DeskAccess.Allows(request, configuration))
        {
            return DeskAccess.Refuse(request);
        }

        var view = DeskView.Of(request, house.Policy, clock);
        return path.StartsWith(TicketFolder, StringComparison.Ordinal)
            ? await TicketAsync(view, path[TicketFolder.Length..], cancellation)
            : MessagePage.NoSuchPage(view);
    }

    private async Task<IResult> TicketAsync(DeskView view, string number, CancellationToken cancellation)
    {
        try
        {
            view = view with { Breakers = await breakers.RecordsAsync(cancellation) };
            var history = TicketNumber.TryParse(number, out var parsed) ? await tickets.FindAsync(parsed, cancellation) : null;
            return history?.Ticket is { } ticket ? OneTicketPage.Show(view, ticket, history.Events) : MessagePage.NoSuchTicket(view);
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return MessagePage.StorageFails(view);
        }
    }
}
