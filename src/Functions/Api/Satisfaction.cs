using Mailroom.Core.Tickets;
using Mailroom.Functions.Desk;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Api;

/// <summary>
/// The page behind the links of a satisfaction mail. Looking at it records nothing, for mail scanners look at every link: the button does. The signed link is all the
/// leave that it takes.
/// </summary>
public sealed class Satisfaction(RateTicket handler, TicketStore tickets, HouseRules house, TimeProvider clock)
{
    private const string Route = "api/v1/satisfaction/{token}";
    private const int LongestForm = 16 * 1024;

    /// <summary>Shows what the button would record.</summary>
    [Function("ShowSatisfaction")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string token, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return SatisfactionLink.Read(house.Key, token, clock.GetUtcNow()) is SatisfactionReading.Valid asked
                ? await tickets.FindAsync(asked.Ticket, cancellation) switch
                {
                    null or { Ticket.MergedInto: not null } => SatisfactionPage.Closed(house.Policy.Company),
                    var history when history.Events.OfType<TicketEvent.CustomerRated>().FirstOrDefault() is { } rated =>
                        SatisfactionPage.Before(house.Policy.Company, rated.Rating),
                    _ => SatisfactionPage.Ask(house.Policy.Company, asked.Ticket, asked.Rating),
                }
                : SatisfactionPage.Closed(house.Policy.Company);
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return SatisfactionPage.Unavailable(house.Policy.Company);
        }
    }

    /// <summary>Records it.</summary>
    [Function("TakeSatisfaction")]
    public async Task<IResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string token, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (SatisfactionLink.Read(house.Key, token, clock.GetUtcNow()) is not SatisfactionReading.Valid asked)
        {
            return SatisfactionPage.Closed(house.Policy.Company);
        }

        try
        {
            return await handler.HandleAsync(asked.Ticket, asked.Rating, await CommentAsync(request, cancellation), cancellation) switch
            {
                RateResult.Rated rated => SatisfactionPage.Thanks(house.Policy.Company, rated.Rating),
                RateResult.RatedBefore before => SatisfactionPage.Before(house.Policy.Company, before.Rating),
                _ => SatisfactionPage.Closed(house.Policy.Company),
            };
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return SatisfactionPage.Unavailable(house.Policy.Company);
        }
    }

    // A comment that is too long to be one is left out; the answer counts all the same.
    private static async Task<string> CommentAsync(HttpRequest request, CancellationToken cancellation) =>
        await RawMail.ReadAsync(request, LongestForm, cancellation) is { } body && QueryHelpers.ParseQuery(body.ToString()).TryGetValue("comment", out var comment)
            ? comment.ToString()
            : "";
}
