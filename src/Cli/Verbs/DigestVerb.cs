using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Mailroom.Cli.Running;

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

    private static readonly Option<string?> Manager = new("--manager") { Description = "Only the digest of this manager, by the mail address." };

    internal static Command Make() => new Command("digest", "Shows the managers' digests of a moment, unsent.") { At, Manager, Common.Url, Common.Key }
        .Runs(async (line, output, cancellation) =>
        {
            using var host = Common.Host(line);
            var at = line.GetValue(At)?.ToString("O", CultureInfo.InvariantCulture) ?? "";
            var body = await host.FindAsync($"/api/v1/digests?at={Uri.EscapeDataString(at)}&manager={Uri.EscapeDataString(line.GetValue(Manager) ?? "")}", cancellation)
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

        var to = string.Join(", ", digest.List("to").Select(t => t.Text("address")));
        var text = $"{to}\n{digest.Text("subject")}\n\n{digest.Text("text")}";

        // As it stands: a table's way of breaking lines would tear its columns apart.
        output.Screen.Profile.Out.Writer.WriteLine(string.Concat(text.Where(c => c == '\n' || !char.IsControl(c))));
    }
}
