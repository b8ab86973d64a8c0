using Mailroom.Core.Tickets;
using Mailroom.Functions.Api.Shapes;
using Mailroom.Pipeline.Handlers;
using Mailroom.Pipeline.Handlers.Steps;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Api;

/// <summary>What agents do to a ticket: all routes have the same kind of body and answer.</summary>
public sealed class ChangeTicket(SteerTicket handler, HouseRules house, TimeProvider clock)
{
    // The host takes the first template that fits, not the most specific one: it must fit nothing but these.
    private const string Route =
        "api/v1/tickets/{number}/{change:regex(^(assign|reply-noted|wait|resume|resolve|reopen|categorise|prioritise|team|extend)$)}";

    [Function("ChangeTicket")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request,
        string number,
        string change,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var wish = await Wishes.ReadAsync<TicketWish>(request, cancellation);
            if (!TicketNumber.TryParse(number, out var ticket))
            {
                return Problem.NoTicket(request);
            }

            var now = clock.GetUtcNow();
            return TicketWishes.Read(change, wish, now) switch
            {
                WishReading.BadValue bad => Problem.BadValue(request, bad.Name, bad.Expected),
                WishReading.Readable read => Told(
                    request, await handler.HandleAsync(ticket, read.Command, new(wish?.Version, wish?.Force ?? false), cancellation), now),
                _ => throw new NotSupportedException("A wish is readable or it is not."),
            };
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }

    private IResult Told(HttpRequest request, ChangedTicket changed, DateTimeOffset now)
    {
        var shape = changed.History.Ticket is { } ticket ? TicketShape.Of(ticket, house.Policy, now) : null;
        return changed.Refusal is { } refusal
            ? TicketProblem.Of(request, refusal, shape)
            : Answer.Ok(new ChangedShape(
                shape!,
                changed.IsNew,
                [.. (TicketClock.Reading(changed.History, house.Policy, now)?.All ?? []).Select(d => DeadlineShape.Of(d, house.Policy.Company))]));
    }
}
