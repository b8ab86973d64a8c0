using System.Text.Json;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets.Backtests;

namespace Mailroom.Cli.Shapes;

/// <summary>One line that "due" reads, checked as far as it goes without a policy.</summary>
internal sealed record DueRequest
{
    public required string? ReceivedAt { get; init; }

    public string? Category { get; init; }

    public string? Priority { get; init; }

    public string? Team { get; init; }

    public string? Language { get; init; }

    public string? Calendar { get; init; }

    public string? FirstResponse { get; init; }

    public string? NextResponse { get; init; }

    public string? Resolution { get; init; }

    public IReadOnlyList<DueEvent> Events { get; init; } = [];

    /// <summary>Reads a line's object; what is no text where one belongs is a fault.</summary>
    internal static DueRequest Read(JsonElement line, ICollection<string> faults) => new()
    {
        ReceivedAt = Text(line, "receivedAt", "", faults),
        Category = Text(line, "category", "", faults),
        Priority = Text(line, "priority", "", faults),
        Team = Text(line, "team", "", faults),
        Language = Text(line, "language", "", faults),
        Calendar = Text(line, "calendar", "", faults),
        FirstResponse = Text(line, "firstResponse", "", faults),
        NextResponse = Text(line, "nextResponse", "", faults),
        Resolution = Text(line, "resolution", "", faults),
        Events = EventsOf(line, faults),
    };

    private static List<DueEvent> EventsOf(JsonElement line, ICollection<string> faults)
    {
        if (!line.TryGetProperty("events", out var events) || events.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (events.ValueKind != JsonValueKind.Array || events.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.Object))
        {
            faults.Add("events must be a list of objects {\"at\",\"type\"}");
            return [];
        }

        return [.. events.EnumerateArray().Select((e, i) => new DueEvent(
            Text(e, "at", $"events[{i}].", faults), Text(e, "type", $"events[{i}].", faults), Text(e, "by", $"events[{i}].", faults), Text(e, "why", $"events[{i}].", faults))
        {
            Deadline = Text(e, "deadline", $"events[{i}].", faults),
            More = Text(e, "more", $"events[{i}].", faults),
            Category = Text(e, "category", $"events[{i}].", faults),
            Priority = Text(e, "priority", $"events[{i}].", faults),
            Team = Text(e, "team", $"events[{i}].", faults),
        })];
    }

    private static string? Text(JsonElement line, string name, string place, ICollection<string> faults)
    {
        if (!line.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        faults.Add($"{place}{name} must be a text");
        return null;
    }
}

/// <summary>An event of a line: when and what, and if told by whom and why.</summary>
internal sealed record DueEvent(string? At, string? Type, string? By, string? Why)
{
    /// <summary>Which deadline is extended; the solution when left out.</summary>
    public string? Deadline { get; init; }

    /// <summary>By how much more time.</summary>
    public string? More { get; init; }

    /// <summary>The new category.</summary>
    public string? Category { get; init; }

    /// <summary>The new priority.</summary>
    public string? Priority { get; init; }

    /// <summary>The new team.</summary>
    public string? Team { get; init; }

    /// <summary>The types, as they are written.</summary>
    internal static IReadOnlyList<string> Types { get; } = [.. ClockEventNames.All.Keys, TermsChange.Changed, TermsChange.Raised];
}
