using System.CommandLine;
using System.Text.Json;
using Mailroom.Cli.Running;
using Spectre.Console;

namespace Mailroom.Cli.Verbs;

/// <summary>Lists tickets, soonest due first.</summary>
internal static class TicketsVerb
{
    private const int Page = 100;

    private static readonly Option<string?> Team = new("--team") { Description = "One team; all when left out." };

    private static readonly Option<bool> Resolved = new("--resolved") { Description = "Resolved tickets instead of open ones." };

    private static readonly Option<int> Max = new("--max")
    {
        Description = "At most so many; 1000 when left out.",
        DefaultValueFactory = _ => 1000,
    };

    internal static Command Make() => new Command("tickets", "Lists tickets, soonest due first.") { Team, Resolved, Max, Common.Url, Common.Key }
        .Runs(async (line, output, cancellation) =>
        {
            using var host = Common.Host(line);
            var table = Grids.Of("Ticket", "P", "Status", "Category", "Requester", "Subject", "Reply due", "Solution due");
            var (after, left) = ((string?)null, line.GetValue(Max));
            do
            {
                var page = await host.FindAsync(Address(line, after), cancellation) ?? throw new CliException($"{host.Url} has no tickets: is it Mailroom?");
                foreach (var ticket in page.List("tickets").Take(left))
                {
                    left--;
                    Show(output, table, ticket);
                }

                after = page.Text("next");
            }
            while (after is not null && left > 0);

            if (!output.IsJson)
            {
                output.Screen.Write(table);
                output.Note(table.Rows.Count == 0 ? "No tickets." : after is null ? $"{table.Rows.Count} tickets." : $"{table.Rows.Count} tickets, and more: --max N.");
            }

            return true;
        });

    private static string Address(ParseResult line, string? after)
    {
        var address = $"/api/v1/tickets?size={Page}";
        address += line.GetValue(Resolved) ? "&state=resolved" : "";
        address += line.GetValue(Team) is { } team ? "&team=" + Uri.EscapeDataString(team) : "";
        return address + (after is null ? "" : "&after=" + Uri.EscapeDataString(after));
    }

    private static void Show(Output output, Table table, JsonElement ticket)
    {
        if (output.IsJson)
        {
            output.Line(ticket);
            return;
        }

        table.Row(
            ticket.Text("number"),
            ticket.Text("priority"),
            ticket.Text("status"),
            ticket.Text("category"),
            ticket.GetProperty("requester").Text("address"),
            ticket.Text("subject"),
            ticket.Moment("responseDue"),
            ticket.Moment("resolutionDue"));
    }
}
