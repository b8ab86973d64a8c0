using System.CommandLine;
using Mailroom.Cli.Checks;
using Mailroom.Cli.Running;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline;
using Mailroom.Pipeline.Adapters.Storage;
using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Mailroom.Cli.Verbs;

/// <summary>Checks what a working pipeline needs.</summary>
internal static class DoctorVerb
{
    private static readonly Option<bool> Count = new("--count")
    {
        Description = "Also bring one mail through, on the emulator only, and count what it costs.",
    };

    internal static Command Make() => new Command("doctor", "Checks settings, policy, templates, storage, mailboxes, Node.js and the running pipeline.") { Count, Common.Url, Common.Key }
        .Runs(async (line, output, cancellation) =>
        {
            using var host = Common.Host(line);
            var results = new List<CheckResult>();
            await foreach (var result in CheckAsync(host, line.GetValue(Count), cancellation))
            {
                results.Add(result);
                if (output.IsJson)
                {
                    output.Line(result);
                }
            }

            Show(output, results);
            return results.All(r => r.Ok);
        });

    private static async IAsyncEnumerable<CheckResult> CheckAsync(
        HostClient host, bool count, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var configuration = LocalConfiguration.Read();
        await using var services = new ServiceCollection().AddLogging().AddMailroom(configuration).BuildServiceProvider();
        var sound = true;
        foreach (var result in SettingsChecks.Run(services))
        {
            sound &= result.Ok;
            yield return result;
        }

        var reachable = sound;
        if (sound)
        {
            var settings = services.GetRequiredService<IOptions<MailroomSettings>>().Value;
            yield return TemplateChecks.Run(services);
            foreach (var result in CalendarChecks.Run(services.GetRequiredService<HouseRules>().Policy, TimeProvider.System.GetUtcNow()))
            {
                yield return result;
            }

            foreach (var result in await StorageChecks.RunAsync(services.GetRequiredService<StorageClients>(), settings, cancellation))
            {
                reachable &= result.Check != StorageChecks.Unreachable;
                yield return result;
            }

            await foreach (var result in MailboxChecks.RunAsync(services, reachable, cancellation))
            {
                yield return result;
            }
        }

        yield return await NodeCheck.RunAsync(cancellation);
        yield return await HostCheck.RunAsync(host, cancellation);
        if (count && reachable)
        {
            yield return await CountCheck.RunAsync(configuration, cancellation);
        }
    }

    private static void Show(Output output, IReadOnlyList<CheckResult> results)
    {
        if (output.IsJson)
        {
            return;
        }

        var table = Grids.Of("", "Check", "Found");
        foreach (var result in results)
        {
            table.AddRow(
                new Markup(result switch { { Ok: false } => "[red]to do[/]", { Warning: true } => "[yellow]soon[/]", _ => "[green]ok[/]" }), new Text(result.Check), new Text(result.Detail));
        }

        output.Screen.Write(table);
    }
}
