using System.CommandLine;
using System.Text.Json;
using Mailroom.Cli.Running;
using Spectre.Console;

namespace Mailroom.Cli.Verbs;

/// <summary>Shows one ticket with its history.</summary>
internal static class ShowVerb
{
    private static readonly Argument<string> Number = new("NUMBER") { Description = "The ticket's number, for example MR-7K3F-9QXA." };

    internal static Command Make() => new Command("show", "Shows one ticket with its history.") { Number, Common.Url, Common.Key }
        .Runs(async (line, output, cancellation) =>
        {
            using var host = Common.Host(line);
            var number = line.GetValue(Number)!;
            var body = await host.FindAsync("/api/v1/tickets/" + Uri.EscapeDataString(number), cancellation)
                ?? throw new CliException($"There is no ticket {number}. Check the number; it looks like MR-7K3F-9QXA.");
            if (output.IsJson)
            {
                output.Line(body);
            }
            else
            {
                output.Screen.Write(Facts(body.GetProperty("ticket")));
                output.Screen.Write(Deadlines(body));
                output.Screen.Write(History(body));
                output.Screen.Write(Mails(body));
            }

            return true;
        });

    private static Table Facts(JsonElement ticket)
    {
        var table = Grids.Facts($"{ticket.Text("number")} {ticket.Text("subject")}");
        var requester = ticket.GetProperty("requester");
        table.Fact("requester", $"{requester.Text("name")} <{requester.Text("address")}>".Trim());
        table.Fact("status", ticket.Text("status"));
        table.Fact("category", $"{ticket.Text("category")} ({ticket.Text("confidence")})");
        table.Fact("priority", ticket.Text("priority"));
        table.Fact("team", ticket.Text("team"));
        table.Fact("promised by", ticket.Moment("promisedAt"));
        table.Fact("reply due", ticket.Moment("responseDue"));
        table.Fact("solution due", ticket.Moment("resolutionDue"));
        table.Fact("due by regulation", ticket.Moment("regulatoryDue"));
        table.Fact("missing", string.Join(", ", ticket.List("missing")));
        table.Fact("linked to", ticket.Text("linkedTo"));
        table.Fact("merged into", ticket.Text("mergedInto"));
        return table;
    }

    private static Table Mails(JsonElement body)
    {
        var table = Grids.Of("Mail out", "Kind", "State", "Attempt", "Since or not before", "Reason");
        foreach (var mail in body.List("mails"))
        {
            table.Row(
                mail.Text("id"),
                mail.Text("kind"),
                mail.Text("state"),
                mail.Text("attempt"),
                mail.Moment("endedAt") ?? mail.Moment("notBefore"),
                mail.Text("reason"));
        }

        return table;
    }

    private static Table Deadlines(JsonElement body)
    {
        var table = Grids.Of("Deadline", "Due", "State", "Why");
        foreach (var deadline in body.List("deadlines"))
        {
            var words = deadline.GetProperty("words").List("en").Select(line => line.GetString());
            table.Row(deadline.Text("kind"), deadline.Moment("due"), deadline.Text("state"), string.Join('\n', words));
        }

        return table;
    }

    private static Table History(JsonElement body)
    {
        var table = Grids.Of("#", "At", "What happened");
        foreach (var happened in body.List("events"))
        {
            string?[] lines = [happened.GetProperty("text").Text("en"), Sentence(happened, "join"), Sentence(happened, "suggested"), Mail(happened)];
            table.Row(happened.Text("seq"), happened.Moment("at"), string.Join('\n', lines.Where(l => l is not null)));
        }

        return table;
    }

    private static string? Sentence(JsonElement happened, string name) =>
        happened.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value.GetProperty("text").Text("en") : null;

    // What "undo-join --mail" wants to know.
    private static string? Mail(JsonElement happened) => happened.Text("type") == "customer-wrote" ? $"mail {happened.Text("mail")}" : null;
}
