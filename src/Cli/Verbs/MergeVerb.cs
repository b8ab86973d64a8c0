using System.CommandLine;
using Mailroom.Cli.Running;
using Spectre.Console;

namespace Mailroom.Cli.Verbs;

/// <summary>Merges one ticket into another.</summary>
internal static class MergeVerb
{
    private static readonly Argument<string> Number = new("NUMBER") { Description = "The ticket that ends, for example MR-7K3F-9QXA." };

    private static readonly Option<string> Into = new("--into") { Description = "The ticket that goes on.", Required = true };

    private static readonly Option<string> Agent = new("--agent") { Description = "Who asks.", DefaultValueFactory = _ => Environment.UserName };

    internal static Command Make()
    {
        var verb = new Command("merge", "Merges a ticket into another: answers to it go there from then on.") { Number, Into, Agent, Common.Url, Common.Key };

        // What accepting a suggested parent is called.
        verb.Aliases.Add("join");
        return verb.Runs(async (line, output, cancellation) =>
            {
                using var host = Common.Host(line);
                var number = line.GetValue(Number)!;
                var body = await host.PostAsync(
                        $"/api/v1/tickets/{Uri.EscapeDataString(number)}/merge",
                        new { into = line.GetValue(Into), agent = line.GetValue(Agent) },
                        cancellation)
                    ?? throw new CliException($"There is no ticket {number}, or none {line.GetValue(Into)}. Check the numbers; they look like MR-7K3F-9QXA.");
                if (output.IsJson)
                {
                    output.Line(body);
                }
                else
                {
                    output.Screen.Write(new Text($"{body.Text("number")} was merged into {body.Text("mergedInto")}.\n"));
                }

                return true;
            });
    }
}
