namespace Mailroom.Core.Tickets.Pauses;

/// <summary>A pause that a person began by hand, with how near the solution's deadline was.</summary>
/// <param name="At">When.</param>
/// <param name="Agent">Who.</param>
/// <param name="Team">The team that had the ticket.</param>
/// <param name="Category">Its category.</param>
/// <param name="Due">When the solution would have been due.</param>
/// <param name="Left">The counted time that was left; zero or less when it was missed already.</param>
/// <param name="Target">The counted time that was granted.</param>
/// <param name="IsWarned">True when a step of the ladder had just warned of it.</param>
public sealed record TicketPause(
    DateTimeOffset At, string Agent, string Team, string Category, DateTimeOffset Due, TimeSpan Left, TimeSpan Target, bool IsWarned);
