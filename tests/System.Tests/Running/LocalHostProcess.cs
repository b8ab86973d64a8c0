using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Mailroom.Support;

namespace Mailroom.SystemTests.Running;

/// <summary>LocalHost as a person starts it: a process of its own, with a data folder of its own.</summary>
internal sealed class LocalHostProcess : IAsyncDisposable
{
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(40);
    private readonly Process _process;
    private readonly List<string> _said = [];
    private readonly string _data;

    private LocalHostProcess(string data, Process process)
    {
        _data = data;
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    /// <summary>Everything that it wrote so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return string.Join('\n', _said);
            }
        }
    }

    /// <summary>Whether it still runs.</summary>
    public bool IsRunning => !_process.HasExited;

    private static string Program => RepoRoot.At("src", "LocalHost", "bin", Configuration, "net10.0", "Mailroom.LocalHost.dll");

    // Tests lie in .../bin/{configuration}/net10.0/.
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>Starts it.</summary>
    /// <param name="data">Its data folder.</param>
    /// <param name="settings">Settings over those of the settings file.</param>
    /// <param name="arguments">Arguments beside the data folder.</param>
    public static LocalHostProcess Start(TestFolder data, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = RepoRoot.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[Program, "--data", data.Path, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        // A developer's own local.settings.json must not decide how these tests end.
        start.Environment["AzureWebJobsStorage"] = "UseDevelopmentStorage=true";
        start.Environment["MailStorage"] = "UseDevelopmentStorage=true";
        start.Environment["MailDelivery"] = "folder";
        start.Environment["OutFolder"] = Path.Combine(data.Path, "out");
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var host = new LocalHostProcess(data.Path, new Process { StartInfo = start });
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    /// <summary>Waits for a line that holds a text.</summary>
    public Task<string> LineAsync(string text, TimeSpan limit) => Wait.ForAsync(
        $"the line \"{text}\"",
        limit,
        () => _process.HasExited && !Said.Contains(text, StringComparison.Ordinal)
            ? throw new InvalidOperationException($"It ended before it said \"{text}\".\n{Said}")
            : Task.FromResult(Said.Split('\n').FirstOrDefault(l => l.Contains(text, StringComparison.Ordinal))),
        () => Said);

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(TimeSpan limit)
    {
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"It still runs after {limit.TotalSeconds:0} s.\n{Said}");
        }

        return _process.ExitCode;
    }

    /// <summary>Ends it as "kill -9" does: nothing of it gets a chance to tidy up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Sends what Ctrl-C sends.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>The connection string of the Azurite that it started.</summary>
    public async Task<string> StorageAsync() => await Wait.ForAsync(
        "Azurite's ports in the data folder", EndTime, () => Task.FromResult(Emulator()?.Connection), () => Said);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            Interrupt();
            try
            {
                await EndAsync(EndTime);
            }
            catch (TimeoutException)
            {
                await KillAsync();
            }
        }

        EndEmulator();
        _process.Dispose();
    }

    // Azurite outlives a host that was killed, so that the next host finds it; after the test nobody does.
    private void EndEmulator()
    {
        if (Emulator() is not { } left)
        {
            return;
        }

        try
        {
            using var process = Process.GetProcessById(left.Pid);
            if ((process.StartTime.ToUniversalTime() - left.Started).Duration() < TimeSpan.FromSeconds(3))
            {
                process.Kill();
                process.WaitForExit();
            }
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It has ended meanwhile.
        }
    }

    private EmulatorFacts? Emulator()
    {
        var file = Path.Combine(_data, "azurite.json");
        return File.Exists(file) ? JsonSerializer.Deserialize<EmulatorFacts>(File.ReadAllBytes(file)) : null;
    }

    private void Hear(string? line)
    {
        if (line is not null)
        {
            lock (_said)
            {
                _said.Add(line);
            }
        }
    }

    private sealed record EmulatorFacts(int Pid, DateTimeOffset Started, int Blob, int Queue, int Table)
    {
        // The account that every emulator has.
        public string Connection =>
            "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
            + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
            + $"BlobEndpoint=http://127.0.0.1:{Blob}/devstoreaccount1;QueueEndpoint=http://127.0.0.1:{Queue}/devstoreaccount1;"
            + $"TableEndpoint=http://127.0.0.1:{Table}/devstoreaccount1;";
    }
}
