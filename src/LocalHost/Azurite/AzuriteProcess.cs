using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Mailroom.LocalHost.Hosting;

namespace Mailroom.LocalHost.Azurite;

/// <summary>The Azurite that works on one data folder: found running, or started; stopped with the host.</summary>
internal sealed partial class AzuriteProcess
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(15);
    private static readonly int[] UsualPorts = [10000, 10001, 10002];
    private static readonly int[] AnyPorts = [0, 0, 0];
    private readonly string _folder;
    private readonly string _stateFile;

    private AzuriteProcess(string folder, string stateFile, AzuriteState state, bool isReused)
    {
        _folder = folder;
        _stateFile = stateFile;
        State = state;
        IsReused = isReused;
    }

    /// <summary>Where it is.</summary>
    public AzuriteState State { get; }

    /// <summary>Whether it ran already: its host of before was killed.</summary>
    public bool IsReused { get; }

    /// <summary>Finds or starts the Azurite of a data folder.</summary>
    /// <param name="install">Where Azurite is installed.</param>
    /// <param name="data">The data folder.</param>
    /// <param name="usualPorts">Whether to take the ports that every tool expects, when they are free.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="HostStartException">It does not start.</exception>
    public static async Task<AzuriteProcess> StartAsync(
        AzuriteInstall install, string data, bool usualPorts, CancellationToken cancellation)
    {
        var file = StateFileIn(data);
        var log = Path.Combine(data, "azurite.log");
        if (AzuriteState.Load(file) is { } known && known.IsRunning())
        {
            if (await ListeningAsync(known, log, cancellation) is { } found)
            {
                found.Save(file);
                return new AzuriteProcess(install.Folder, file, found, isReused: true);
            }

            // Two on one folder would spoil it.
            await new AzuriteProcess(install.Folder, file, known, isReused: true).StopAsync();
        }

        var location = Directory.CreateDirectory(Path.Combine(data, "azurite")).FullName;
        var launch = new Launch(install, location, log, file);
        var state = usualPorts && Array.TrueForAll(UsualPorts, IsFree) ? await TryAsync(launch, UsualPorts, cancellation) : null;

        // Another program may have taken a port between the look and the start.
        state ??= await TryAsync(launch, AnyPorts, cancellation)
            ?? throw new HostStartException(
                $"The storage emulator Azurite did not start; what it said is in {log}. If its data was damaged (a power loss does that), "
                + "delete the folder 'azurite' beside that file and start again.");
        state.Save(file);
        return new AzuriteProcess(install.Folder, file, state, isReused: false);
    }

    /// <summary>Stops the Azurite that still works on a data folder whose content is not wanted any more.</summary>
    public static async Task StopOrphanAsync(string data)
    {
        var file = StateFileIn(data);
        if (AzuriteState.Load(file) is { } known)
        {
            await new AzuriteProcess(data, file, known, isReused: true).StopAsync();
        }
    }

    /// <summary>Asks it to save and end, and waits for that.</summary>
    public async Task StopAsync()
    {
        if (!State.IsRunning())
        {
            return;
        }

        // .NET cannot send SIGTERM, which Azurite needs for its last save; Node.js can.
        await Tool.RunAsync(
            "node", ["-e", "process.kill(+process.argv[1], 'SIGTERM')", State.Pid.ToString(CultureInfo.InvariantCulture)], _folder, default);
        var start = TimeProvider.System.GetTimestamp();
        while (State.IsRunning() && TimeProvider.System.GetElapsedTime(start) < StopTime)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        if (State.IsRunning())
        {
            using var process = Process.GetProcessById(State.Pid);
            process.Kill();
        }

        File.Delete(_stateFile);
    }

    private static string StateFileIn(string data) => Path.Combine(data, "azurite.json");

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // Null when it does not come to listen; then nothing of it is left on the folder.
    private static async Task<AzuriteState?> TryAsync(Launch launch, int[] ports, CancellationToken cancellation)
    {
        var launched = await LaunchAsync(launch, ports, cancellation);
        if (await ListeningAsync(launched, launch.Log, cancellation) is { } state)
        {
            return state;
        }

        await new AzuriteProcess(launch.Install.Folder, launch.StateFile, launched, isReused: false).StopAsync();
        return null;
    }

    private static async Task<AzuriteState> LaunchAsync(Launch launch, int[] ports, CancellationToken cancellation)
    {
        var (install, location, log, stateFile) = launch;
        var numbers = ports.Select(p => p.ToString(CultureInfo.InvariantCulture)).ToArray();
        string[] arguments =
        [
            "start.cjs", log, stateFile, "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--location", location,
            "--blobHost", "127.0.0.1", "--blobPort", numbers[0],
            "--queueHost", "127.0.0.1", "--queuePort", numbers[1],
            "--tableHost", "127.0.0.1", "--tablePort", numbers[2],
        ];
        var answer = await Tool.RunAsync("node", arguments, install.Folder, cancellation);
        return answer is { ExitCode: 0 } && AzuriteState.Load(stateFile) is { } state
            ? state
            : throw new HostStartException($"The storage emulator Azurite could not be started: {answer?.Said}");
    }

    // It tells its ports in its log, which every start begins afresh.
    private static async Task<AzuriteState?> ListeningAsync(AzuriteState state, string log, CancellationToken cancellation)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (state.IsRunning() && TimeProvider.System.GetElapsedTime(start) < StartTime)
        {
            var ports = Listening().Matches(ReadShared(log)).ToDictionary(
                m => m.Groups["service"].Value,
                m => int.Parse(m.Groups["port"].Value, CultureInfo.InvariantCulture),
                StringComparer.Ordinal);
            if (ports.Count == 3)
            {
                var known = state with { Blob = ports["Blob"], Queue = ports["Queue"], Table = ports["Table"] };
                if (await known.AnswersAsync(cancellation))
                {
                    return known;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
        }

        return null;
    }

    private sealed record Launch(AzuriteInstall Install, string Location, string Log, string StateFile);

    private static string ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(
        @"Azurite (?<service>Blob|Queue|Table) service is successfully listening at http://127\.0\.0\.1:(?<port>\d+)",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Listening();
}
