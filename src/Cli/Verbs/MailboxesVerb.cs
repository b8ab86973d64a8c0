using System.CommandLine;
using System.Text.Json;
using Mailroom.Cli.Running;

namespace Mailroom.Cli.Verbs;

/// <summary>Says how it goes with the mailboxes.</summary>
internal static class MailboxesVerb
{
    internal static Command Make() => new Command("mailboxes", "Says how it goes with the mailboxes: last look, what waits, trouble.") { Common.Url, Common.Key }
        .Runs(async (line, output, cancellation) =>
        {
            using var host = Common.Host(line);
            var body = await host.FindAsync("/api/v1/mailboxes", cancellation)
                ?? throw new CliException($"{host.Url} has no mailboxes: is it Mailroom?");
            var mailboxes = body.List("mailboxes").ToList();
            Show(output, mailboxes);
            if (mailboxes.Count == 0)
            {
                output.Note("No mailbox is polled: the settings name none.");
            }

            return mailboxes.TrueForAll(m => m.Text("health") == "well");
        });

    private static void Show(Output output, List<JsonElement> mailboxes)
    {
        var table = Grids.Of("Mailbox", "Folder", "Goes", "Last look", "Waiting", "Not given", "Trouble", "Failures", "Next attempt");
        foreach (var mailbox in mailboxes)
        {
            if (output.IsJson)
            {
                output.Line(mailbox);
            }

            var trouble = mailbox.GetProperty("trouble") is { ValueKind: JsonValueKind.Object } told ? told : default(JsonElement?);
            table.Row(
                mailbox.Text("name"),
                mailbox.Text("folder"),
                mailbox.Text("health"),
                mailbox.Moment("lookedAt") ?? "never",
                mailbox.Text("waiting"),
                mailbox.Text("notGiven"),
                trouble is { } t ? $"{t.GetProperty("text").Text("en")} ({t.Text("said")})" : "",
                trouble?.Text("failures"),
                trouble?.Moment("nextAttempt"));
        }

        if (!output.IsJson && mailboxes.Count > 0)
        {
            output.Screen.Write(table);
        }
    }
}
