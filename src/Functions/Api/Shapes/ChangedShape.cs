namespace Mailroom.Functions.Api.Shapes;

/// <summary>A ticket after an agent's wish.</summary>
/// <param name="Ticket">The ticket as it stands.</param>
/// <param name="Changed">False when it was so before: the same wish twice is once.</param>
/// <param name="Deadlines">Its deadlines with their reasons.</param>
internal sealed record ChangedShape(TicketShape Ticket, bool Changed, IReadOnlyList<DeadlineShape> Deadlines);
