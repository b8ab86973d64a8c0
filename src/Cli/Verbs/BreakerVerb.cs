using System.CommandLine;
using System.Text.Json;
using Mailroom.Cli.Running;

namespace Mailroom.Cli.Verbs;

/// <summary>Shows whether automatic mail is held, and releases it.</summary>
internal static class BreakerVerb
{
    private static readonly Option<bool> Release = new("--release") { Description = "Release what is held: it goes on at the policy's pace." };

    private static readonly Option<bool> Drop = new("--drop") { Description = "With --release: set aside what is held, and send none of it." };

    private static readonly Option<string?> Scope = new("--scope") { Description = "With --release: \"all\" or one domain; every open breaker when left out." };

    private static readonly Option<string?> Why = new("--why") { Description = "With --release: why; kept in the history." };

    private static readonly Option<string> Agent = new("--agent") { Description = "Who asks.", DefaultValueFactory = _ => Environment.UserName };

    internal static Command Make()
    {
        var verb = new Command("breaker", "Shows whether acknowledgements are held because there were too many, and releases them.")
        {
            Release, Drop, Scope, Why, Agent, Common.Url, Common.Key,
        };
        verb.Validators.Add(line =>
        {
            if (line.GetValue(Release) && string.IsNullOrWhiteSpace(line.GetValue(Why)))
            {
                line.AddError("Say why with --why, for example --why \"a newsletter of ours caused it\".");
            }

            if (!line.GetValue(Release) && (line.GetValue(Drop) || line.GetValue(Scope) is not null || line.GetValue(Why) is not null))
            {
                line.AddError("--drop, --scope and --why belong to --release.");
            }
        });
        return verb.Runs(async (line, output, cancellation) =>
        {
            using var host = Common.Host(line);
            Show(output, await AskAsync(line, host, cancellation) ?? throw new CliException($"{host.Url} has no breaker: is it Mailroom?"));
            return true;
        });
    }

    private static Task<JsonElement?> AskAsync(ParseResult line, HostClient host, CancellationToken cancellation) => line.GetValue(Release)
        ? host.PostAsync(
            "/api/v1/breaker/release",
            new { agent = line.GetValue(Agent), why = line.GetValue(Why), scope = line.GetValue(Scope), drop = line.GetValue(Drop) },
            cancellation)
        : host.FindAsync("/api/v1/breaker", cancellation);

    private static void Show(Output output, JsonElement body)
    {
        if (output.IsJson)
        {
            output.Line(body);
            return;
        }

        var table = Grids.Of("Breaker", "State", "Held", "At", "What", "Who", "Why");
        foreach (var breaker in body.List("breakers"))
        {
            var state = breaker.GetProperty("open").GetBoolean() ? "open: mail is held" : "released";
            table.Row(breaker.Text("scope"), state, breaker.Text("held"), null, null, null, null);
            foreach (var note in breaker.List("history"))
            {
                table.Row(null, null, null, note.Moment("at"), note.Text("change"), note.Text("agent"), note.Text("why"));
            }
        }

        if (table.Rows.Count > 0)
        {
            output.Screen.Write(table);
        }

        output.Note(body.GetProperty("open").GetBoolean()
            ? "Release with: mailroom breaker --release --why \"...\""
            : $"No breaker is open. What was released goes on, {body.Text("releasePerMinute")} mails a minute.");
    }
}
