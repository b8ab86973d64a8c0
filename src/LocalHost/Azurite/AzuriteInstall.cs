using System.Globalization;
using System.Text.Json;
using Mailroom.LocalHost.Hosting;

namespace Mailroom.LocalHost.Azurite;

/// <summary>Azurite in eng/azurite at its pinned version: there, or installed on first use from its lock file.</summary>
/// <param name="root">The clone's root.</param>
internal sealed class AzuriteInstall(string root)
{
    private const int OldestNode = 20;
    private static readonly TimeSpan LockWait = TimeSpan.FromMinutes(10);

    /// <summary>The folder of package.json, its lock and node_modules.</summary>
    public string Folder { get; } = Path.Combine(root, "eng", "azurite");

    /// <summary>How many packages the lock file puts side by side: the progress display's end.</summary>
    public int Packages => File.ReadLines(Path.Combine(Folder, "package-lock.json"))
        .Count(line => line.StartsWith("    \"node_modules/", StringComparison.Ordinal)
            && line.LastIndexOf("node_modules/", StringComparison.Ordinal) < "    \"node_modules/".Length);

    private string Modules => Path.Combine(Folder, "node_modules");

    /// <summary>Whether the pinned version is there, whole: npm writes its own list last.</summary>
    public bool IsReady() =>
        File.Exists(Path.Combine(Modules, ".package-lock.json"))
        && Installed(Path.Combine(Modules, "azurite", "package.json")) == Pinned();

    /// <summary>Checks Node.js.</summary>
    /// <exception cref="HostStartException">It is missing or too old; says what to do.</exception>
    public async Task CheckNodeAsync(CancellationToken cancellation)
    {
        const string Advice = "Install Node.js 22 or newer (https://nodejs.org), or set AzureWebJobsStorage and MailStorage "
            + "in local.settings.json to a storage account of your own; then start again.";
        var answer = await Tool.RunAsync("node", ["--version"], Folder, cancellation);
        if (answer is not { ExitCode: 0 } version)
        {
            throw new HostStartException(
                $"Node.js was not found, and the storage emulator Azurite needs it. {Advice}");
        }

        var major = version.Said.TrimStart('v').Split('.')[0];
        if (!int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < OldestNode)
        {
            throw new HostStartException($"Node.js {version.Said} is too old for the storage emulator Azurite. {Advice}");
        }
    }

    /// <summary>Installs the pinned version; one process installs, others wait for it.</summary>
    /// <exception cref="HostStartException">npm failed; says what it said and what to do.</exception>
    public async Task InstallAsync(CancellationToken cancellation)
    {
        using var held = await HoldLockAsync(cancellation);
        if (IsReady())
        {
            return;
        }

        var answer = await Tool.RunAsync(
            "npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], Folder, cancellation);
        if (answer is null)
        {
            throw new HostStartException(
                "npm was not found, and it installs the storage emulator Azurite. It comes with Node.js (https://nodejs.org): "
                + "install that and start again.");
        }

        if (answer.Value.ExitCode != 0 || !IsReady())
        {
            throw new HostStartException(
                $"npm could not install the storage emulator Azurite (exit code {answer.Value.ExitCode}): {LastWords(answer.Value.Said)} "
                + $"Check the network and npm's registry, try 'npm ci' in {Folder}, and start again.");
        }
    }

    /// <summary>How many packages lie there by now: npm makes the folders first and fills them later.</summary>
    public int PackagesSoFar() => Directory.Exists(Modules)
        ? Directory.EnumerateDirectories(Modules)
            .SelectMany(d => Path.GetFileName(d).StartsWith('@') ? Directory.EnumerateDirectories(d) : [d])
            .Count(d => File.Exists(Path.Combine(d, "package.json")))
        : 0;

    private static string LastWords(string said)
    {
        var line = said.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0) ?? "it said nothing";
        return line.TrimEnd('.') + ".";
    }

    private static string? Installed(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.GetProperty("version").GetString();
    }

    private string? Pinned()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "package.json")));
        return json.RootElement.GetProperty("dependencies").GetProperty("azurite").GetString();
    }

    private async Task<FileStream> HoldLockAsync(CancellationToken cancellation)
    {
        // The tests take the same lock.
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "artifacts")).FullName, "azurite-install.lock");
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(start) < LockWait)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
            }
        }
    }
}
