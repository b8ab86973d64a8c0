using Mailroom.Core.Tickets;
using Mailroom.Functions.Api.Shapes;
using Mailroom.Functions.Texts;
using Mailroom.Pipeline.Adapters.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Api;

/// <summary>One ticket with its history.</summary>
public sealed class GetTicket(TicketStore tickets, HouseRules house, TimeProvider clock)
{
    [Function("GetTicket")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/tickets/{number}")] HttpRequest request,
        string number,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var stored = TicketNumber.TryParse(number, out var parsed) ? await tickets.LoadAsync(parsed, cancellation) : null;
            return stored?.History.Ticket is { } ticket ? Answer.Ok(Shape(ticket, stored)) : Problem.NoTicket(request);
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }

    private TicketDetailShape Shape(Ticket ticket, StoredTicket stored)
    {
        var (sentences, now) = (new EventSentences(house.Policy), clock.GetUtcNow());
        return new TicketDetailShape(
            TicketShape.Of(ticket, house.Policy, now),
            [.. stored.History.Events.Select((e, i) => EventShape.Of(e, i + 1, sentences))],
            [.. stored.Outbox.Select(MailShape.Of)],
            [.. (TicketClock.Reading(stored.History, house.Policy, now)?.All ?? []).Select(d => DeadlineShape.Of(d, house.Policy.Company))]);
    }
}
