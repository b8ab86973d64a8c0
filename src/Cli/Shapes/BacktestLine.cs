using System.Text.Json;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets.Backtests;

namespace Mailroom.Cli.Shapes;

/// <summary>Reads lines of "due" as tickets of a backtest, and remembers what had to be read otherwise than it was written.</summary>
internal sealed class BacktestLine(SupportPolicy inForce)
{
    private readonly SortedSet<string> _categories = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _teams = new(StringComparer.Ordinal);
    private int _own;

    /// <summary>What was read otherwise, in sentences.</summary>
    internal IEnumerable<string> Notes
    {
        get
        {
            if (_own > 0)
            {
                yield return $"{_own} tickets name targets or a calendar of their own; these were left out, since the policies' are compared.";
            }

            if (_categories.Count > 0)
            {
                yield return $"The policy in force has no category {string.Join(", ", _categories)}; such tickets count as \"{CategoryPolicy.Fallback}\", as they do in the pipeline.";
            }

            if (_teams.Count > 0)
            {
                yield return $"The policy in force has no team {string.Join(", ", _teams)}; such tickets count for their category's team.";
            }
        }
    }

    /// <summary>The ticket of a line; null, with all its faults told, when it is none.</summary>
    internal BacktestTicket? Read(JsonElement line, ICollection<string> faults)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            faults.Add("the line is no JSON object");
            return null;
        }

        var request = Known(DueRequest.Read(line, faults));
        if (DueCase.Of(request, inForce, faults) is not { } asked)
        {
            return null;
        }

        var id = line.TryGetProperty("id", out var given) ? given.ToString() : "";
        return new(
            id,
            asked.ReceivedAt,
            new(asked.Opening.Category.Code, asked.Opening.Language) { Priority = asked.Opening.Priority, Team = asked.Opening.Team },
            [.. asked.History.Events.Skip(1)],
            asked.Changes);
    }

    // Categories and teams go out of use; tickets of that time are still history.
    private DueRequest Known(DueRequest line)
    {
        _own += line is { FirstResponse: null, NextResponse: null, Resolution: null, Calendar: null } ? 0 : 1;
        return line with
        {
            Category = Category(line.Category) ?? CategoryPolicy.Fallback,
            Team = Team(line.Team),
            Calendar = null,
            FirstResponse = null,
            NextResponse = null,
            Resolution = null,
            Events = [.. line.Events.Select(e => e with { Category = Category(e.Category), Team = Team(e.Team) })],
        };
    }

    private string? Category(string? code) => Known(code, inForce.Categories.Any(c => c.Code == code), _categories) ? code : code is null ? null : CategoryPolicy.Fallback;

    private string? Team(string? name) => Known(name, inForce.Teams.Any(t => t.Name == name), _teams) ? name : null;

    private static bool Known(string? name, bool isKnown, SortedSet<string> unknown)
    {
        if (name is not null && !isKnown && unknown.Count < MostNames)
        {
            unknown.Add(name);
        }

        return name is not null && isKnown;
    }

    private const int MostNames = 20;
}
