using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Mailroom.Cli.Running;

namespace Mailroom.Cli.Verbs;

/// <summary>Says how mails ended: one by its hash, or all of a day.</summary>
internal static class LedgerVerb
{
    private static readonly Argument<string?> Sha = new("SHA")
    {
        Description = "SHA-256 of the raw mail; all mails of a day when left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Day = new("--day") { Description = "The day of receipt (UTC), like 20261121; today when left out." };

    internal static Command Make() => new Command("ledger", "Says how mails ended.") { Sha, Day, Common.Url, Common.Key }
        .Runs(async (line, output, cancellation) =>
        {
            using var host = Common.Host(line);
            if (line.GetValue(Sha) is { } sha)
            {
                var row = await host.FindAsync("/api/v1/ledger/" + Uri.EscapeDataString(sha), cancellation)
                    ?? throw new CliException("The ledger has no such mail. Give the whole SHA-256 of the raw file: sha256sum FILE.");
                Show(output, [row]);
                return true;
            }

            var day = line.GetValue(Day) ?? TimeProvider.System.GetUtcNow().ToString("yyyyMMdd", CultureInfo.InvariantCulture);
            var body = await host.FindAsync("/api/v1/ledger/days/" + Uri.EscapeDataString(day), cancellation)
                ?? throw new CliException($"{host.Url} has no ledger: is it Mailroom?");
            Show(output, [.. body.List("rows")]);
            output.Note($"{body.Text("mails")} mails on {body.Text("day")} (UTC), {body.Text("unaccounted")} of them still under way.");
            return true;
        });

    private static void Show(Output output, IReadOnlyList<JsonElement> rows)
    {
        var table = Grids.Of("Mail", "Received", "Ended as", "Rule", "Ticket", "Why", "Sources");
        foreach (var row in rows)
        {
            if (output.IsJson)
            {
                output.Line(row);
            }

            table.Row(
                row.Text("sha256")?[..12],
                row.Moment("receivedAt"),
                row.Text("ending") ?? "under way",
                row.Text("rule"),
                row.Text("ticket"),
                row.Text("reason"),
                string.Join("\n", row.List("sources")));
        }

        if (!output.IsJson && rows.Count > 0)
        {
            output.Screen.Write(table);
        }
    }
}
