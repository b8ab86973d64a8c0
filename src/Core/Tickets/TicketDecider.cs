using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets;

/// <summary>A ticket's life as one table: (command, state) to events. Nothing to do is an empty list.</summary>
public static class TicketDecider
{
    /// <summary>The events that a command causes. A mail that the ticket already has causes none.</summary>
    public static IReadOnlyList<TicketEvent> Decide(TicketHistory history, TicketCommand command, HouseRules house) =>
        throw new NotSupportedException();

    /// <summary>The history after further events, the ticket's deadlines computed anew.</summary>
    public static TicketHistory Apply(TicketHistory history, IReadOnlyList<TicketEvent> events, HouseRules house) =>
        throw new NotSupportedException();
}

/// <summary>What every decision stands on beside the ticket itself.</summary>
/// <param name="Policy">The company's policy.</param>
/// <param name="Key">The house's secret, for derived ids.</param>
public sealed record HouseRules(SupportPolicy Policy, SigningKey Key);
