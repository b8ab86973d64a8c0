using System.CommandLine;
using Mailroom.Cli.Running;
using Spectre.Console;

namespace Mailroom.Cli.Verbs;

/// <summary>Takes a mail out of the ticket that it joined.</summary>
internal static class UndoJoinVerb
{
    private static readonly Argument<string> Number = new("NUMBER") { Description = "The ticket that the mail joined, for example MR-7K3F-9QXA." };

    private static readonly Option<string> Mail = new("--mail") { Description = "The mail's SHA-256 or Message-ID, as \"show\" tells it.", Required = true };

    private static readonly Option<string> Agent = new("--agent") { Description = "Who asks.", DefaultValueFactory = _ => Environment.UserName };

    internal static Command Make() =>
        new Command("undo-join", "Takes a mail out of a ticket that it should not have joined: it gets a ticket of its own.") { Number, Mail, Agent, Common.Url, Common.Key }
            .Runs(async (line, output, cancellation) =>
            {
                using var host = Common.Host(line);
                var number = line.GetValue(Number)!;
                var mail = line.GetValue(Mail)!.Trim().Trim('<', '>');
                var body = await host.PostAsync(
                        $"/api/v1/tickets/{Uri.EscapeDataString(number)}/joins/{Uri.EscapeDataString(mail)}/undo",
                        new { agent = line.GetValue(Agent) },
                        cancellation)
                    ?? throw new CliException($"There is no ticket {number}, or that mail did not join it. \"mailroom show {number}\" tells its mails.");
                if (output.IsJson)
                {
                    output.Line(body);
                }
                else
                {
                    output.Screen.Write(new Text($"The mail left {body.Text("number")} and has ticket {body.Text("ticket")} now.\n"));
                }

                return true;
            });
}
