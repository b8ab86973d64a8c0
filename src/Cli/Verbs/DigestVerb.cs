using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Mailroom.Cli.Running;
using Spectre.Console;

namespace Mailroom.Cli.Verbs;

/// <summary>Shows the managers' digests of a moment, without sending them.</summary>
internal static class DigestVerb
{
    private static readonly Option<DateTimeOffset?> At = new("--at")
    {
        Description = "The moment, like 2026-11-20T09:00:00+08:00 (UTC without an offset); now when left out.",
        CustomParser = result =>
        {
            if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            {
                return at;
            }

            result.AddError($"--at is \"{result.Tokens[0].Value}\"; give a moment like 2026-11-20T09:00:00+08:00.");
            return null;
        },
    };

    internal static Command Make() => new Command("digest", "Shows the managers' digests of a moment, unsent.") { At, Common.Url, Common.Key }
        .Runs(async (line, output, cancellation) =>
        {
            using var host = Common.Host(line);
            var at = line.GetValue(At)?.ToString("O", CultureInfo.InvariantCulture) ?? "";
            var body = await host.FindAsync("/api/v1/digests?at=" + Uri.EscapeDataString(at), cancellation)
                ?? throw new CliException($"{host.Url} writes no digests: is it Mailroom?");
            var digests = body.List("digests").ToList();
            foreach (var digest in digests)
            {
                Show(output, digest);
            }

            if (digests.Count == 0)
            {
                output.Note("No manager has anything to hear.");
            }

            return true;
        });

    private static void Show(Output output, JsonElement digest)
    {
        if (output.IsJson)
        {
            output.Line(digest);
            return;
        }

        var values = digest.GetProperty("values");
        var table = Grids.Of("", "Ticket", "P", "Category", "Team", "Subject", "Due", "");
        table.Title = new TableTitle(Markup.Escape(string.Join(", ", digest.List("to").Select(t => t.Text("address"))) + ", " + values.Text("at")));
        foreach (var (name, mark) in new[] { ("overdue", "overdue"), ("soon", "soon") })
        {
            foreach (var row in values.List(name))
            {
                table.Row(
                    mark,
                    row.Text("ticket"),
                    row.Text("priority"),
                    row.Text("category"),
                    row.Text("team"),
                    row.Text("subject"),
                    row.Text("due"),
                    row.Text("span"));
            }
        }

        output.Screen.Write(table);
    }
}
