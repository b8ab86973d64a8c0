using System.CommandLine;
using System.Text.Json;
using Mailroom.Cli.Running;
using Spectre.Console;

namespace Mailroom.Cli.Verbs;

/// <summary>Sends a mail again that was set aside.</summary>
internal static class ResendVerb
{
    private static readonly Argument<string> Number = new("NUMBER") { Description = "The ticket, for example MR-7K3F-9QXA." };

    private static readonly Option<string?> Mail = new("--mail") { Description = "The mail's id, as \"show\" lists it; may be left out when one mail is set aside." };

    private static readonly Option<bool> Yes = new("--yes") { Description = "Do not ask." };

    private static readonly Option<string> Agent = new("--agent") { Description = "Who asks.", DefaultValueFactory = _ => Environment.UserName };

    internal static Command Make() =>
        new Command("resend", "Sends a mail of a ticket again that was set aside.") { Number, Mail, Yes, Agent, Common.Url, Common.Key }
            .Runs(async (line, output, cancellation) =>
            {
                using var host = Common.Host(line);
                var number = line.GetValue(Number)!;
                var path = "/api/v1/tickets/" + Uri.EscapeDataString(number);
                var ticket = await host.FindAsync(path, cancellation)
                    ?? throw new CliException($"There is no ticket {number}. Check the number; it looks like MR-7K3F-9QXA.");
                var mail = Choose(ticket, number, line.GetValue(Mail));
                if (!line.GetValue(Yes) && !output.Confirm($"Send the {mail.Text("kind")} to {Recipients(mail)} again? It was set aside: {mail.Text("reason")}"))
                {
                    throw new CliException("Nothing was sent. Add --yes to send without being asked.");
                }

                var id = mail.Text("id")!;
                var done = await host.PostAsync(
                        $"{path}/mails/{Uri.EscapeDataString(id)}/resend",
                        new { agent = line.GetValue(Agent), attempt = mail.GetProperty("attempt").GetInt32() },
                        cancellation)
                    ?? throw new CliException($"Ticket {number} has no mail {id}.");
                Show(output, done);
                return true;
            });

    // A wish that names a mail is sent on whatever its state: the pipeline says why it cannot go.
    private static JsonElement Choose(JsonElement ticket, string number, string? id)
    {
        var mails = ticket.List("mails").ToList();
        if (id is not null)
        {
            return mails.Exists(m => m.Text("id") == id)
                ? mails.Find(m => m.Text("id") == id)
                : throw new CliException($"Ticket {number} has no mail {id}. See: mailroom show {number}");
        }

        var parked = mails.FindAll(m => m.Text("state") is "parked" or "dropped");
        return parked.Count switch
        {
            1 => parked[0],
            0 => throw new CliException($"Ticket {number} has no mail that is set aside. See: mailroom show {number}"),
            _ => throw new CliException($"Ticket {number} has {parked.Count} mails that are set aside; choose one with --mail: {string.Join(", ", parked.Select(m => m.Text("id")))}"),
        };
    }

    private static string Recipients(JsonElement mail) => string.Join(", ", mail.List("to").Select(t => t.Text("address")));

    private static void Show(Output output, JsonElement done)
    {
        if (output.IsJson)
        {
            output.Line(done);
            return;
        }

        output.Screen.Write(new Text($"Mail {done.Text("mail")} of {done.Text("number")} goes out again, attempt {done.Text("attempt")}.\n"));
        if (done.Moment("latePromise") is { } late)
        {
            output.Note($"It promises an answer by {late}, which has passed: please answer the customer at once.");
        }
    }
}
