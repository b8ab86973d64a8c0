using System.Text.Json;
using Mailroom.Core.Tickets;
using Mailroom.LocalHost.Azurite;
using Mailroom.LocalHost.Hosting;
using Mailroom.LocalHost.Running;
using Mailroom.LocalHost.Settings;
using Mailroom.Pipeline.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace Mailroom.LocalHost.Demo;

/// <summary>Plays the sample letters: they become tickets and are acknowledged, deadlines break, a digest goes out; then it ends.</summary>
internal static class DemoRun
{
    private const double Fast = 300;

    /// <summary>The Monday on which the sample letters were written, an hour and a half before the evening digest.</summary>
    public static readonly DateTimeOffset Origin = new(2026, 11, 16, 15, 30, 0, TimeSpan.FromHours(8));

    /// <summary>Runs it; a demonstration that was ended before its end goes on.</summary>
    /// <returns>0 when every mail is accounted for.</returns>
    public static async Task<int> RunAsync(CommandLine line, CancellationToken cancellation)
    {
        using var data = DataFolder.Open(line.Data ?? Path.Combine(Clone.Root, ".mailroom", "demo"));
        var stateFile = Path.Combine(data.Root, "demo.json");
        var before = await PrepareAsync(data, stateFile);
        await using var clock = DemoClock.Start(Origin, before, Fast, stateFile);
        var options = HostOptions.Read(Path.Combine(AppContext.BaseDirectory, "host.json")) with
        {
            // Short, so that a demonstration that was killed goes on soon after its next start.
            MessageLock = TimeSpan.FromSeconds(20),
            TimerLease = TimeSpan.FromSeconds(15),
        };
        var plan = new LocalPlan(Clone.Root, line.Port, IsDemo: true);
        await using var server = await LocalServer.StartAsync(plan, data, clock.Clock, options, cancellation);
        Screen.Line($"Desk: {server.Address}   mails that go out: {data.Out}   log: {Path.Combine(data.Root, "log.txt")}");
        Screen.Line();

        var policy = server.Services.GetRequiredService<HouseRules>().Policy;
        var play = new DemoPlay(
            data,
            clock.Clock,
            new DemoReader(server.Services, Origin, clock.Clock),
            new DemoStory(TimeZoneInfo.FindSystemTimeZoneById(policy.Company.TimeZone)),
            server.Services.GetRequiredService<Sweep>());
        var tally = await play.RunAsync(Fast, cancellation);
        clock.Finish();
        return Tell(tally, data);
    }

    private static async Task<DemoState?> PrepareAsync(DataFolder data, string stateFile)
    {
        if (DemoState.Load(stateFile) is { IsFinished: false } before)
        {
            Screen.Line("The demonstration before was ended before its end: going on with it.");
            return before;
        }

        if (!File.Exists(stateFile) && Directory.EnumerateFileSystemEntries(data.Root).Any(e => Path.GetFileName(e) != ".lock"))
        {
            throw new HostStartException(
                $"{data.Root} holds files that are no demonstration's, and a demonstration starts by emptying its folder: "
                + "choose an empty or new folder with --data DIR.");
        }

        await AzuriteProcess.StopOrphanAsync(data.Root);
        data.Clear();
        return null;
    }

    private static int Tell(DemoTally tally, DataFolder data)
    {
        if (tally.Trouble() is { } trouble)
        {
            Console.Error.WriteLine($"{trouble} The log tells more: {Path.Combine(data.Root, "log.txt")}");
        }

        Screen.Line($"Every mail that we sent lies in {data.Out}");
        Screen.Line($"To see the tickets on the desk: dotnet run --project src/LocalHost -- --data \"{data.Root}\"");
        Screen.Line(JsonSerializer.Serialize(tally));
        return tally.Trouble() is null ? 0 : 1;
    }
}
