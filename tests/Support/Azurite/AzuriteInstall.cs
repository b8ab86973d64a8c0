using System.Diagnostics;
using System.Text.Json;

namespace Mailroom.Support.Azurite;

/// <summary>The Azurite of eng/azurite: found, or installed there on first use from its lock file.</summary>
public static class AzuriteInstall
{
    private static readonly TimeSpan LockWait = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan InstallTime = TimeSpan.FromMinutes(5);

    /// <summary>Why tests that need Azurite are skipped here; null where they run. With CI=true none is ever skipped.</summary>
    public static string? WhySkipped { get; } = WhyMissing() is { } reason && Environment.GetEnvironmentVariable("CI") != "true" ? reason : null;

    /// <summary>What Node.js runs.</summary>
    internal static string Script => Path.Combine(Modules, "azurite", "dist", "src", "azurite.js");

    internal static string Node => OnPath("node") ?? throw new InvalidOperationException(WhyMissing());

    private static string Folder => RepoRoot.At("eng", "azurite");

    private static string Modules => Path.Combine(Folder, "node_modules");

    /// <summary>Installs Azurite unless the pinned version is there. One process installs, others wait for it.</summary>
    /// <exception cref="InvalidOperationException">It could not be installed; the message tells what npm said.</exception>
    public static async Task EnsureAsync()
    {
        if (IsInstalled())
        {
            return;
        }

        using var held = await HoldLockAsync();
        if (!IsInstalled())
        {
            await InstallAsync();
        }
    }

    private static string? WhyMissing() => (OnPath("node"), OnPath("npm")) switch
    {
        (null, _) => "Needs Azurite, and so Node.js 20 or newer: 'node' is not on the PATH.",
        (_, null) => "Needs Azurite, which npm installs: 'npm' is not on the PATH.",
        _ => null,
    };

    // npm writes .package-lock.json last, so its presence means a complete install, whoever started it.
    private static bool IsInstalled() =>
        File.Exists(Path.Combine(Modules, ".package-lock.json")) && File.Exists(Script) && Version(Path.Combine(Modules, "azurite", "package.json")) == Pinned();

    private static string? Pinned()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "package.json")));
        return json.RootElement.GetProperty("dependencies").GetProperty("azurite").GetString();
    }

    private static string? Version(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.GetProperty("version").GetString();
    }

    private static async Task<FileStream> HoldLockAsync()
    {
        var file = Directory.CreateDirectory(RepoRoot.At("artifacts")).FullName + "/azurite-install.lock";
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < LockWait)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }

    private static async Task InstallAsync()
    {
        var start = new ProcessStartInfo(OnPath("npm") ?? throw new InvalidOperationException(WhyMissing()))
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { "ci", "--no-audit", "--no-fund", "--ignore-scripts" })
        {
            start.ArgumentList.Add(argument);
        }

        using var npm = Process.Start(start)!;
        using var limit = new CancellationTokenSource(InstallTime);
        var said = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(limit.Token), npm.StandardError.ReadToEndAsync(limit.Token));
        await npm.WaitForExitAsync(limit.Token);
        if (npm.ExitCode != 0 || !IsInstalled())
        {
            throw new InvalidOperationException(
                $"'npm ci' in {Folder} did not install Azurite (exit code {npm.ExitCode}). Is the npm registry reachable?\n{string.Join('\n', said)}");
        }
    }

    private static string? OnPath(string program)
    {
        string[] names = OperatingSystem.IsWindows() ? [program + ".exe", program + ".cmd"] : [program];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
