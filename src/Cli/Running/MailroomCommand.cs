using System.CommandLine;
using Mailroom.Cli.Verbs;

namespace Mailroom.Cli.Running;

/// <summary>The command with its verbs.</summary>
public static class MailroomCommand
{
    private const int Usage = 2;

    /// <summary>Runs one command line.</summary>
    /// <returns>0 done, 1 not done, 2 not understood.</returns>
    public static async Task<int> RunAsync(string[] arguments, InvocationConfiguration configuration)
    {
        var root = new RootCommand("Mailroom: support mail becomes tickets. Each verb has --help and --json.")
        {
            Common.Json,
            ParseVerb.Make(),
            ClassifyVerb.Make(),
            TrainVerb.Make(),
            EvaluateVerb.Make(),
            DueVerb.Make(),
            BacktestVerb.Make(),
            SendVerb.Make(),
            TicketsVerb.Make(),
            ShowVerb.Make(),
            MergeVerb.Make(),
            UndoJoinVerb.Make(),
            ResendVerb.Make(),
            BreakerVerb.Make(),
            LedgerVerb.Make(),
            DigestVerb.Make(),
            ReportVerb.Make(),
            MailboxesVerb.Make(),
            PreviewVerb.Make(),
            DoctorVerb.Make(),
        };
        foreach (var verb in SteerVerbs.All())
        {
            root.Add(verb);
        }

        var line = root.Parse(arguments);
        if (line.Errors.Count == 0)
        {
            return await line.InvokeAsync(configuration);
        }

        foreach (var error in line.Errors)
        {
            await configuration.Error.WriteLineAsync(error.Message);
        }

        var named = line.CommandResult.Command == root ? "" : line.CommandResult.Command.Name + " ";
        await configuration.Error.WriteLineAsync($"See: mailroom {named}--help");
        return Usage;
    }
}
