using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Functions.Texts;

namespace Mailroom.Functions.Api.Shapes;

/// <summary>A ticket as the API shows it. Field names are fixed: tools outside rely on them.</summary>
internal sealed record TicketShape
{
    public required string Number { get; init; }

    /// <summary>How many events made it: what an agent saw, for wishes.</summary>
    public required int Version { get; init; }

    public required TicketStatus Status { get; init; }

    public required string Subject { get; init; }

    public required string Excerpt { get; init; }

    public required AddressShape Requester { get; init; }

    public required string Language { get; init; }

    public required string Category { get; init; }

    public required BilingualShape CategoryName { get; init; }

    public required double Confidence { get; init; }

    public required string? Secondary { get; init; }

    public required string Priority { get; init; }

    public required string Team { get; init; }

    public required string? Assignee { get; init; }

    public required string Trust { get; init; }

    public required IReadOnlyList<string> Missing { get; init; }

    public required string? LinkedTo { get; init; }

    public required string? MergedInto { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset LastCustomerAt { get; init; }

    public required DateTimeOffset? PromisedAt { get; init; }

    public required DateTimeOffset? ResponseDue { get; init; }

    public required DateTimeOffset? ResolutionDue { get; init; }

    public required DateTimeOffset? RegulatoryDue { get; init; }

    public required bool Overdue { get; init; }

    internal static TicketShape Of(Ticket ticket, SupportPolicy policy, DateTimeOffset now) => new()
    {
        Number = ticket.Number.Value,
        Version = ticket.Version,
        Status = ticket.Status,
        Subject = ticket.Subject,
        Excerpt = ticket.Excerpt,
        Requester = new AddressShape(ticket.Requester.Name, ticket.Requester.Address),
        Language = Languages.Code(ticket.Language),
        Category = ticket.Category,
        CategoryName = BilingualShape.Of(policy.Category(ticket.Category).Name),
        Confidence = ticket.Confidence,
        Secondary = ticket.Secondary,
        Priority = ticket.Priority.ToString(),
        Team = ticket.Team,
        Assignee = ticket.Assignee,
        Trust = ticket.Trust.ToString().ToLowerInvariant(),
        Missing = ticket.Missing,
        LinkedTo = ticket.LinkedTo?.Value,
        MergedInto = ticket.MergedInto?.Value,
        OpenedAt = ticket.OpenedAt,
        LastCustomerAt = ticket.LastCustomerAt,
        PromisedAt = ticket.PromisedAt,
        ResponseDue = ticket.ResponseDue,
        ResolutionDue = ticket.ResolutionDue,
        RegulatoryDue = ticket.RegulatoryDue,
        Overdue = ticket.ResponseDue < now || ticket.ResolutionDue < now || ticket.RegulatoryDue < now,
    };
}

/// <summary>A mailbox.</summary>
internal sealed record AddressShape(string Name, string Address);

/// <summary>A text in both languages.</summary>
internal sealed record BilingualShape(string Zh, string En)
{
    internal static BilingualShape Of(LocalizedText text) => new(text.Zh, text.En);
}

/// <summary>A page of tickets.</summary>
/// <param name="Tickets">The tickets, soonest due first.</param>
/// <param name="Next">The value of "after" that gives the next page; null on the last.</param>
internal sealed record TicketListShape(IReadOnlyList<TicketShape> Tickets, string? Next);

/// <summary>A ticket with its history, oldest first, the mails that it has ordered, and its deadlines with their reasons.</summary>
internal sealed record TicketDetailShape(
    TicketShape Ticket, IReadOnlyList<EventShape> Events, IReadOnlyList<MailShape> Mails, IReadOnlyList<DeadlineShape> Deadlines);
