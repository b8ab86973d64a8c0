using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Mailroom.Cli.Running;
using Spectre.Console;

namespace Mailroom.Cli.Verbs;

/// <summary>Tells how a period went: "report promises" how many promises were kept, "report pauses" which pauses began just before a deadline.</summary>
internal static class ReportVerb
{
    private static readonly Option<DateTimeOffset?> From = Moments.Option("--from", "The first moment of the period; 28 days before its end when left out.");

    private static readonly Option<DateTimeOffset?> To = Moments.Option("--to", "The moment after the period; now when left out.");

    internal static Command Make() => new("report", "Tells how a period went.") { Promises(), Pauses() };

    private static Command Pauses()
    {
        var percent = new Option<int>("--percent") { Description = "The last percent of the target that count as just before.", DefaultValueFactory = _ => 10 };
        var minutes = new Option<int>("--minutes") { Description = "So many counted minutes before the deadline count, too.", DefaultValueFactory = _ => 0 };
        return new Command("pauses", "Tells which pauses began just before a solution was due, or within a minute after a warning: by person, team and category.")
            {
                From, To, percent, minutes, Common.Url, Common.Key,
            }
            .Runs(async (line, output, cancellation) =>
            {
                using var host = Common.Host(line);
                var query = $"from={Text(line.GetValue(From))}&to={Text(line.GetValue(To))}&percent={Whole(line.GetValue(percent))}&minutes={Whole(line.GetValue(minutes))}";
                var body = await host.FindAsync($"/api/v1/reports/pauses?{query}", cancellation) ?? throw new CliException($"{host.Url} keeps no pauses: is it Mailroom?");
                ShowPauses(output, body);
                return true;
            });
    }

    private static void ShowPauses(Output output, JsonElement body)
    {
        if (output.IsJson)
        {
            output.Line(body);
            return;
        }

        var table = Grids.Of("By", "Name", "Pauses", "Just before", "After a warning", "Stand out", "Stand out %");
        table.Title = new TableTitle(Markup.Escape($"Pauses begun from {body.Moment("from")} to {body.Moment("to")}"));
        foreach (var (by, list) in new[] { ("person", "agents"), ("team", "teams"), ("category", "categories") })
        {
            foreach (var row in body.List(list))
            {
                AddPauses(table, by, row.Text("name"), row.GetProperty("counts"));
            }
        }

        AddPauses(table, "all", "", body.GetProperty("total"));
        output.Screen.Write(table);
        var cases = Grids.Of("Ticket", "At", "Who", "Team", "Category", "Was due", "Left");
        foreach (var one in body.List("cases"))
        {
            cases.Row(one.Text("ticket"), one.Moment("at"), one.Text("agent"), one.Text("team"), one.Text("category"), one.Moment("due"), one.Text("left"));
        }

        if (cases.Rows.Count > 0)
        {
            output.Screen.Write(cases);
        }
    }

    private static void AddPauses(Table table, string by, string? name, JsonElement counts) => table.Row(
        by, name, counts.Text("pauses"), counts.Text("near"), counts.Text("warned"), counts.Text("standOut"), counts.Text("standOutPercent") ?? "-");

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Command Promises() =>
        new Command("promises", "Tells how many of the promises made in a period were kept, by category and language.") { From, To, Common.Url, Common.Key }
            .Runs(async (line, output, cancellation) =>
            {
                using var host = Common.Host(line);
                var body = await host.FindAsync($"/api/v1/reports/promises?from={Text(line.GetValue(From))}&to={Text(line.GetValue(To))}", cancellation)
                    ?? throw new CliException($"{host.Url} keeps no promises: is it Mailroom?");
                Show(output, body);
                return true;
            });

    private static void Show(Output output, JsonElement body)
    {
        if (output.IsJson)
        {
            output.Line(body);
            return;
        }

        var table = Grids.Of("Category", "Language", "Promised", "Kept", "Broken", "Running", "Withdrawn", "Kept %", "New promise", "Kept then");
        table.Title = new TableTitle(Markup.Escape($"Promises made from {body.Moment("from")} to {body.Moment("to")}"));
        foreach (var row in body.List("rows"))
        {
            Add(table, row.Text("category"), row.Text("language"), row.GetProperty("counts"));
        }

        Add(table, "all", "", body.GetProperty("total"));
        output.Screen.Write(table);
    }

    private static void Add(Table table, string? category, string? language, JsonElement counts) => table.Row(
        category,
        language,
        counts.Text("promised"),
        counts.Text("kept"),
        counts.Text("broken"),
        counts.Text("running"),
        counts.Text("withdrawn"),
        counts.Text("keptPercent") ?? "-",
        counts.Text("renewed"),
        counts.Text("keptAnew"));

    private static string Text(DateTimeOffset? at) => Uri.EscapeDataString(at?.ToString("O", CultureInfo.InvariantCulture) ?? "");
}
