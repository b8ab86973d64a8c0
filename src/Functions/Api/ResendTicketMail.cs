using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Api;

/// <summary>Sends a mail of a ticket again that was set aside.</summary>
public sealed class ResendTicketMail(ResendMail handler)
{
    [Function("ResendTicketMail")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/v1/tickets/{number}/mails/{id}/resend")] HttpRequest request,
        string number,
        string id,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var wish = await Wishes.ReadAsync<Wish>(request, cancellation);
            if (Wishes.Name(wish?.Agent) is not { } agent)
            {
                return Problem.BadAgent(request);
            }

            if (!TicketNumber.TryParse(number, out var ticket))
            {
                return Problem.NoTicket(request);
            }

            return await handler.HandleAsync(ticket, id, wish?.Attempt, agent, cancellation) switch
            {
                ResendResult.Ordered ordered => Answer.Ok(new Done(ticket.Value, id, ordered.Attempt, ordered.LatePromise)),
                ResendResult.NotParked not => Problem.NotParked(request, not.State, not.Attempt),
                ResendResult.NoMail => Problem.NoOutgoingMail(request),
                _ => Problem.NoTicket(request),
            };
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }

    /// <summary>What is asked.</summary>
    /// <param name="Agent">Who asks.</param>
    /// <param name="Attempt">The attempt that the mail was set aside after, as seen: makes the wish safe to repeat.</param>
    private sealed record Wish(string? Agent, int? Attempt);

    private sealed record Done(string Number, string Mail, int Attempt, DateTimeOffset? LatePromise);
}
