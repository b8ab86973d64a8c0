using System.CommandLine;
using Mailroom.Cli.Running;
using Mailroom.Cli.Shapes;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets.Backtests;
using Mailroom.Pipeline.Adapters.Policy;

namespace Mailroom.Cli.Verbs;

/// <summary>Replays history under another policy or calendar.</summary>
internal static class BacktestVerb
{
    private const int Chunk = 500;
    private const int MostComplaints = 20;
    private const int MostExamples = 100;

    private static readonly Option<string?> Candidate = new("--policy") { Description = "The policy file to try." };

    private static readonly Option<string> InForce = new("--in-force")
    {
        Description = "The policy file that tickets were worked under; the one beside the program when left out.",
        DefaultValueFactory = _ => PolicyFiles.Usual,
    };

    private static readonly Option<string[]> Calendars = new("--calendar")
    {
        Description = "NAME=FILE: try this file in the place of a calendar, for example china=china-2027.yaml. May be given several times.",
    };

    private static readonly Option<string?> Import = new("--import")
    {
        Description = "Tickets from this file, lines as \"due\" reads them, instead of the pipeline's.",
    };

    private static readonly Option<DateTimeOffset?> From = Moments.Option("--from", "Tickets received from this moment on; all when left out.");

    private static readonly Option<DateTimeOffset?> To = Moments.Option("--to", "Tickets received before this moment.");

    private static readonly Option<DateTimeOffset?> At = Moments.Option("--at", "The moment of looking: what happened later is left out. Now when left out.");

    private static readonly Option<int> Examples = new("--examples")
    {
        Description = $"So many of the worst examples each way, up to {MostExamples}; 10 when left out.",
        DefaultValueFactory = _ => 10,
    };

    internal static Command Make()
    {
        var verb = new Command("backtest", "Replays history under another policy or calendar: which targets would have been missed.")
        {
            Candidate, InForce, Calendars, Import, From, To, At, Examples, Common.Url, Common.Key,
        };
        verb.Validators.Add(line =>
        {
            if (line.GetValue(Candidate) is null && line.GetValue(Calendars) is not { Length: > 0 })
            {
                line.AddError("Say what to try: --policy FILE, or --calendar NAME=FILE.");
            }

            foreach (var given in (line.GetValue(Calendars) ?? []).Where(c => c.IndexOf('=', StringComparison.Ordinal) is < 1 || c.EndsWith('=')))
            {
                line.AddError($"--calendar is \"{given}\"; give NAME=FILE, for example china=china-2027.yaml.");
            }

            if (line.GetValue(Examples) is < 0 or > MostExamples)
            {
                line.AddError($"--examples is {line.GetValue(Examples)}; give 0 to {MostExamples}.");
            }
        });
        return verb.Runs(RunAsync);
    }

    private static async Task<bool> RunAsync(ParseResult line, Output output, CancellationToken cancellation)
    {
        var inForce = PolicyFiles.Read(line.GetValue(InForce)!);
        var question = new BacktestQuestion(inForce, Tried(line, inForce), line.GetValue(At) ?? TimeProvider.System.GetUtcNow(), line.GetValue(Examples));
        using var host = Common.Host(line);
        var source = line.GetValue(Import) is { } file
            ? BacktestSource.Of(file, cancellation)
            : BacktestSource.Of(host, line.GetValue(From), line.GetValue(To), cancellation);
        var reader = new BacktestLine(inForce);
        var faults = new Faults(output);
        var report = BacktestReport.None;
        await Progressing.RunAsync(output, "Replaying", async share =>
        {
            await foreach (var chunk in source.Lines.Chunk(Chunk).WithCancellation(cancellation))
            {
                var tickets = chunk.Select(l => Ticket(l, reader, faults)).OfType<BacktestTicket>()
                    .Where(t => (line.GetValue(From) ?? t.ReceivedAt) <= t.ReceivedAt && !(t.ReceivedAt >= line.GetValue(To)));
                report = report.Plus(Replayed(tickets, question), question);
                share(chunk[^1].Share);
            }
        });
        BacktestScreen.Show(output, report, question, faults.Count, [.. BacktestNotes.Of(report, question), .. reader.Notes]);
        return faults.Count == 0;
    }

    private static BacktestReport Replayed(IEnumerable<BacktestTicket> tickets, BacktestQuestion question)
    {
        try
        {
            return BacktestReport.Of(tickets, question);
        }
        catch (InvalidOperationException e)
        {
            // A calendar that is open on hardly any day.
            throw new CliException(e.Message, e);
        }
    }

    private static SupportPolicy Tried(ParseResult line, SupportPolicy inForce)
    {
        var policy = line.GetValue(Candidate) is { } file ? PolicyFiles.Read(file) : inForce;
        foreach (var given in line.GetValue(Calendars) ?? [])
        {
            var equals = given.IndexOf('=', StringComparison.Ordinal);
            policy = PolicyFiles.Told(() => PolicyReader.WithCalendar(policy, given[..equals], given[(equals + 1)..]));
        }

        return policy;
    }

    private static BacktestTicket? Ticket(BacktestSource.Line line, BacktestLine reader, Faults faults)
    {
        var found = new List<string>();
        if (line.Json is { } json && reader.Read(json, found) is { } ticket)
        {
            return ticket;
        }

        faults.Tell($"{line.Name}: {(line.Json is null ? "the line is no JSON" : string.Join("; ", found))}.");
        return null;
    }

    // A whole file of another kind is told by its first lines.
    private sealed class Faults(Output output)
    {
        internal int Count { get; private set; }

        internal void Tell(string fault)
        {
            Count++;
            if (Count <= MostComplaints)
            {
                output.Complain(fault);
            }
        }
    }
}
