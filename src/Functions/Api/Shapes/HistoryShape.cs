using System.Text.Json.Serialization;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Backtests;

namespace Mailroom.Functions.Api.Shapes;

/// <summary>Tickets as a backtest replays them: what moved their clocks, no words and no addresses.</summary>
/// <param name="Tickets">Those of the page that were received in the period; it may be none although there are further pages.</param>
/// <param name="Next">Where the next page starts; null when this was the last.</param>
internal sealed record HistoryListShape(IReadOnlyList<HistoryShape> Tickets, string? Next);

/// <summary>One ticket, as a line that "mailroom due" and "mailroom backtest --import" read.</summary>
/// <param name="Id">Its number.</param>
/// <param name="ReceivedAt">When its first mail came.</param>
/// <param name="Category">Its category at first.</param>
/// <param name="Priority">Its priority at first.</param>
/// <param name="Team">Its team at first.</param>
/// <param name="Language">Its customer's language.</param>
/// <param name="Events">What moved its clocks and what was changed about it, in the order in which it was decided.</param>
internal sealed record HistoryShape(
    string Id, DateTimeOffset ReceivedAt, string Category, string? Priority, string? Team, string Language, IReadOnlyList<HistoryEventShape> Events)
{
    internal static HistoryShape? Of(TicketHistory history) => BacktestTicket.Of(history) is { } ticket
        ? new(
            ticket.Id,
            ticket.ReceivedAt,
            ticket.Terms.Category,
            ticket.Terms.Priority?.ToString(),
            ticket.Terms.Team,
            ticket.Terms.Language == ReplyLanguage.Chinese ? "zh" : "en",
            [.. ticket.Moves.Select(HistoryEventShape.Of), .. ticket.Changes.Select(HistoryEventShape.Of)])
        : null;
}

/// <summary>One event of it.</summary>
/// <param name="At">When.</param>
/// <param name="Type">What.</param>
internal sealed record HistoryEventShape(DateTimeOffset At, string Type)
{
    /// <summary>Which deadline was extended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Deadline { get; init; }

    /// <summary>By how much counted time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? More { get; init; }

    /// <summary>The new category.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Category { get; init; }

    /// <summary>The new priority.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Priority { get; init; }

    /// <summary>The new team.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Team { get; init; }

    internal static HistoryEventShape Of(ClockEvent moved) => new(moved.At, ClockEventNames.Of(moved.Kind))
    {
        Deadline = moved.Extension is { } extended ? DeadlineNames.Of(extended.Deadline) : null,
        More = moved.Extension is { } more ? TargetText.Write(more.By) : null,
    };

    internal static HistoryEventShape Of(TermsChange change) => new(change.At, change.Name)
    {
        Category = change.Category,
        Priority = change.Priority?.ToString(),
        Team = change.Team,
    };
}
