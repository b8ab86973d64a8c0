using Mailroom.Core.Tickets;
using Mailroom.Functions.Api.Shapes;
using Mailroom.Pipeline.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Api;

/// <summary>Releases breakers by a person's word: what they hold goes on, or is set aside.</summary>
public sealed class ReleaseBreaker(Breakers breakers, HouseRules house)
{
    private const int LongestReason = 300;

    [Function("ReleaseBreaker")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/v1/breaker/release")] HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var wish = await Wishes.ReadAsync<Wish>(request, cancellation);
            if (Wishes.Name(wish?.Agent) is not { } agent)
            {
                return Problem.BadAgent(request);
            }

            if (wish?.Why?.Trim() is not { Length: > 0 and <= LongestReason } why || why.Any(char.IsControl))
            {
                return Problem.BadValue(request, "why", new($"请说明放行理由，最多 {LongestReason} 个字符。", $"Say why, in 1 to {LongestReason} characters."));
            }

            var scope = string.IsNullOrWhiteSpace(wish.Scope) ? null : wish.Scope.Trim().ToLowerInvariant();
            var released = await breakers.ReleaseAsync(scope, agent, why, wish.Drop ?? false, cancellation);
            return released.Count == 0
                ? Problem.BreakerNotOpen(request)
                : Answer.Ok(BreakerListShape.Of(await breakers.ShowAsync(cancellation), house.Policy.Budget.ReleasePerMinute));
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }

    /// <summary>What is asked.</summary>
    /// <param name="Agent">Who asks.</param>
    /// <param name="Why">Why.</param>
    /// <param name="Scope">"all" or a domain; left out for every breaker that is open.</param>
    /// <param name="Drop">True to set aside what is held.</param>
    private sealed record Wish(string? Agent, string? Why, string? Scope, bool? Drop);
}
