using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Mailroom.Cli.Running;
using Mailroom.Core.Deadlines;

namespace Mailroom.Cli.Verbs;

/// <summary>What agents do to a ticket: take, assign, wait, resume, resolve, reopen, sort and extend. Each is one request with the same answer.</summary>
internal static class SteerVerbs
{
    private static readonly Argument<string> Number = new("NUMBER") { Description = "The ticket, for example MR-7K3F-9QXA." };

    private static readonly Option<string> Agent = new("--agent") { Description = "Who asks.", DefaultValueFactory = _ => Environment.UserName };

    private static readonly Option<string?> Why = new("--why") { Description = "Why; kept in the history." };

    private static readonly Option<int?> Version = new("--version-seen")
    {
        Description = "The ticket's version as you saw it: nothing is done when it has moved on since.",
    };

    private static readonly Option<bool> Force = new("--force") { Description = "Even when somebody else has it." };

    internal static IEnumerable<Command> All()
    {
        yield return Verb("take", "Takes a ticket: it is yours.", "assign", [Force], line => new() { ["assignee"] = line.GetValue(Agent), ["force"] = line.GetValue(Force) });
        yield return Assign();
        var mail = new Option<string>("--mail") { Description = "The answer's Message-ID, or another id of its own: the same answer is noted once.", Required = true };
        yield return Verb("reply-noted", "Notes an answer that went out by another tool, for example a mail program.", "reply-noted", [mail], line => new() { ["mail"] = line.GetValue(mail) });
        yield return Verb("wait", "Waits for the customer: the solution's clock stands.", "wait", [], _ => []);
        yield return Verb("resume", "Waits no longer: the clock goes on.", "resume", [], _ => []);
        yield return Verb("resolve", "Closes the matter as solved.", "resolve", [], _ => []);
        yield return Verb("reopen", "Opens a solved ticket again; its clock goes on with what has elapsed.", "reopen", [], _ => []);
        var category = new Argument<string>("CATEGORY") { Description = "The category's code, for example refund." };
        yield return Verb("categorise", "Puts a ticket into another category; team and priority stay.", "categorise", [category], line => new() { ["category"] = line.GetValue(category) });
        var priority = new Argument<string>("PRIORITY") { Description = "P1, P2, P3 or P4." };
        priority.AcceptOnlyFromAmong("P1", "P2", "P3", "P4");
        yield return Verb("prioritise", "Gives a ticket another priority, and its targets.", "prioritise", [priority], line => new() { ["priority"] = line.GetValue(priority) });
        var team = new Argument<string>("TEAM") { Description = "The team's name, for example payments." };
        yield return Verb("team", "Gives a ticket to another team; nobody there has it yet.", "team", [team], line => new() { ["team"] = line.GetValue(team) });
        yield return Extend();
    }

    private static Command Assign()
    {
        var to = new Option<string?>("--to") { Description = "Who gets it." };
        var nobody = new Option<bool>("--nobody") { Description = "Put it back: nobody has it." };
        var verb = Verb("assign", "Gives a ticket to a person, or puts it back.", "assign", [to, nobody, Force], line => new()
        {
            ["assignee"] = line.GetValue(to),
            ["nobody"] = line.GetValue(nobody),
            ["force"] = line.GetValue(Force),
        });
        verb.Validators.Add(line =>
        {
            if (line.GetValue(nobody) == (line.GetValue(to) is not null))
            {
                line.AddError("Say who gets it with --to NAME, or put it back with --nobody.");
            }
        });
        return verb;
    }

    private static Command Extend()
    {
        var by = new Option<string?>("--by") { Description = "How much more time: counted time such as PT4H, or working days such as P1D." };
        var to = new Option<string?>("--to") { Description = "Instead of --by: the moment, for example 2026-12-01T18:00:00+08:00." };
        var deadline = new Option<string>("--deadline")
        {
            Description = $"Which deadline: {string.Join(", ", DeadlineNames.All)}.",
            DefaultValueFactory = _ => DeadlineNames.Of(DeadlineKind.Resolution),
        };
        deadline.AcceptOnlyFromAmong([.. DeadlineNames.All]);
        var verb = Verb("extend", "Gives a deadline more time; what has elapsed stays. Say why.", "extend", [by, to, deadline], line => new()
        {
            ["by"] = line.GetValue(by),
            ["to"] = line.GetValue(to),
            ["deadline"] = line.GetValue(deadline),
        });
        verb.Validators.Add(line =>
        {
            if ((line.GetValue(by) is null) == (line.GetValue(to) is null))
            {
                line.AddError("Say how much more time with --by PT4H, or until when with --to MOMENT.");
            }

            if (line.GetValue(by) is { } more && TargetText.Read(more) is null)
            {
                line.AddError($"--by is \"{more}\"; use counted time such as PT4H, or working days such as P1D.");
            }

            if (line.GetValue(to) is { } text && IsoMoments.Read(text, zone: null) is null)
            {
                line.AddError($"--to is \"{text}\"; give a moment with its offset, for example 2026-12-01T18:00:00+08:00.");
            }

            if (string.IsNullOrWhiteSpace(line.GetValue(Why)))
            {
                line.AddError("Say why with --why, for example --why \"the bank answers tomorrow\".");
            }
        });
        return verb;
    }

    private static Command Verb(string name, string does, string change, IReadOnlyList<Symbol> own, Func<ParseResult, Dictionary<string, object?>> wish)
    {
        var verb = new Command(name, does) { Number };
        foreach (var symbol in own)
        {
            switch (symbol)
            {
                case Argument argument:
                    verb.Add(argument);
                    break;
                case Option option:
                    verb.Add(option);
                    break;
                default:
                    throw new ArgumentException($"{symbol.Name} is neither an argument nor an option.", nameof(own));
            }
        }

        foreach (var option in new Option[] { Why, Version, Agent, Common.Url, Common.Key })
        {
            verb.Add(option);
        }

        return verb.Runs(async (line, output, cancellation) =>
        {
            using var host = Common.Host(line);
            var number = line.GetValue(Number)!;
            var path = "/api/v1/tickets/" + Uri.EscapeDataString(number);
            var body = wish(line);
            body["agent"] = line.GetValue(Agent);
            body["why"] = line.GetValue(Why);
            body["version"] = line.GetValue(Version) ?? (body.GetValueOrDefault("by") is null ? null : await VersionAsync(host, path, number, cancellation));
            Show(output, await host.PostAsync($"{path}/{change}", body, cancellation) ?? throw NoTicket(number));
            return true;
        });
    }

    // More time by an amount would be granted twice where the same request went twice.
    private static async Task<int> VersionAsync(HostClient host, string path, string number, CancellationToken cancellation) =>
        (await host.FindAsync(path, cancellation) ?? throw NoTicket(number)).GetProperty("ticket").GetProperty("version").GetInt32();

    private static CliException NoTicket(string number) => new($"There is no ticket {number}. Check the number; it looks like MR-7K3F-9QXA.");

    private static void Show(Output output, JsonElement body)
    {
        if (output.IsJson)
        {
            output.Line(body);
            return;
        }

        var ticket = body.GetProperty("ticket");
        var table = Grids.Facts($"{ticket.Text("number")} {ticket.Text("subject")}");
        table.Fact("status", ticket.Text("status"));
        table.Fact("category", ticket.Text("category"));
        table.Fact("priority", ticket.Text("priority"));
        table.Fact("team", ticket.Text("team"));
        table.Fact("assignee", ticket.Text("assignee") ?? "nobody");
        foreach (var deadline in body.List("deadlines").Where(d => d.Text("stoppedAt") is null))
        {
            table.Fact(deadline.Text("kind")!, string.Create(CultureInfo.InvariantCulture, $"{deadline.Moment("due")}, {deadline.Text("state")}"));
        }

        table.Fact("version", ticket.Text("version"));
        output.Screen.Write(table);
        if (!body.GetProperty("changed").GetBoolean())
        {
            output.Note("Nothing was changed: it was so before.");
        }
    }
}
