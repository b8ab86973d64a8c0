using Mailroom.Core.Tickets;
using Mailroom.Functions.Api.Shapes;
using Mailroom.Pipeline.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Api;

/// <summary>Whether automatic mail is held, why, how much, and since when.</summary>
public sealed class GetBreaker(Breakers breakers, HouseRules house)
{
    [Function("GetBreaker")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/breaker")] HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return Answer.Ok(BreakerListShape.Of(await breakers.ShowAsync(cancellation), house.Policy.Budget.ReleasePerMinute));
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }
}
