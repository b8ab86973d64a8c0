namespace Mailroom.Core.Tickets;

/// <summary>Where a merged ticket leads: over other merged ones to the ticket that is worked.</summary>
public static class TicketMerging
{
    /// <summary>The most steps that are followed; agents make chains of two or three.</summary>
    public const int MostSteps = 10;

    /// <summary>The next ticket of a chain; null at its end, and when it would lead in a circle or too far.</summary>
    /// <param name="way">The tickets of the chain so far, the first one first.</param>
    public static TicketNumber? Next(IReadOnlyList<Ticket> way) =>
        way.Count <= MostSteps && way[^1].MergedInto is { } next && way.All(t => t.Number != next) ? next : null;

    /// <summary>Everybody who belongs to a ticket of the chain.</summary>
    public static IReadOnlyList<string> People(IReadOnlyList<Ticket> way) =>
        [.. way.SelectMany(t => t.People).Distinct(StringComparer.Ordinal)];
}
