using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers;

/// <summary>What an agent does to a ticket: take it, wait, solve it, change its category, priority, team or deadline.</summary>
public sealed class SteerTicket(TicketChange change, HouseRules house, ILogger<SteerTicket> logger)
{
    /// <summary>Carries a wish out; the same wish again changes nothing.</summary>
    /// <param name="number">The ticket.</param>
    /// <param name="wish">What is wanted, by whom and when.</param>
    /// <param name="seen">What the person saw.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<ChangedTicket> HandleAsync(TicketNumber number, TicketCommand wish, SeenTicket seen, CancellationToken cancellation)
    {
        var changed = await change.TryMakeAsync(
            number, wish, history => SteeringRules.Judge(history, wish, seen, house.Policy), e => SteeringRules.IsTrace(wish, e), cancellation);
        if (changed.IsNew)
        {
            logger.TicketSteered(number.Value, wish.GetType().Name);
        }

        return changed;
    }
}
