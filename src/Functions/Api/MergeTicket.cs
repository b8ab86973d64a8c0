using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Api;

/// <summary>Merges a ticket into another; mails that answer it go there from then on.</summary>
public sealed class MergeTicket(MergeTickets handler)
{
    [Function("MergeTicket")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/v1/tickets/{number}/merge")] HttpRequest request,
        string number,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var wish = await Wishes.ReadAsync<Wish>(request, cancellation);
            if (!TicketNumber.TryParse(number, out var from))
            {
                return Problem.NoTicket(request);
            }

            if (!TicketNumber.TryParse(wish?.Into, out var into))
            {
                return Problem.BadValue(request, "into", new("请填写目标工单号，例如 {\"into\":\"MR-7K3F-9QXA\",\"agent\":\"mei\"}。",
                    "Name the ticket that goes on, as in {\"into\":\"MR-7K3F-9QXA\",\"agent\":\"mei\"}."));
            }

            if (Wishes.Name(wish?.Agent) is not { } agent)
            {
                return Problem.BadAgent(request);
            }

            return await handler.HandleAsync(from, into, agent, cancellation) switch
            {
                MergeResult.Merged merged => Answer.Ok(new Done(from.Value, merged.Into.Value)),
                MergeResult.MergedBefore before => Problem.MergedBefore(request, before.Into),
                MergeResult.Circle => Problem.MergeCircle(request),
                _ => Problem.NoTicket(request),
            };
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }

    private sealed record Wish(string? Into, string? Agent);

    private sealed record Done(string Number, string MergedInto);
}
