using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Api;

/// <summary>Takes a mail out of the ticket that it joined; it gets a ticket of its own.</summary>
public sealed class UndoTicketJoin(UndoJoin handler)
{
    [Function("UndoTicketJoin")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/v1/tickets/{number}/joins/{mail}/undo")] HttpRequest request,
        string number,
        string mail,
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

            if (Wishes.Name(wish?.Agent) is not { } agent)
            {
                return Problem.BadAgent(request);
            }

            return await handler.HandleAsync(from, mail, agent, cancellation) switch
            {
                UndoResult.Undone done => Answer.Ok(new Done(from.Value, done.Sha256, done.Ticket.Value)),
                UndoResult.NoMail => Problem.NoJoin(request),
                UndoResult.UnderWay => Problem.UnderWay(request),
                _ => Problem.NoTicket(request),
            };
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }

    private sealed record Wish(string? Agent);

    private sealed record Done(string Number, string Mail, string Ticket);
}
