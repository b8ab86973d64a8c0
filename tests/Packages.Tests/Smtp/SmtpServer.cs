using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Mailroom.Packages.Tests.Smtp;

/// <summary>An OpenSMTPD on free loopback ports that keeps every mail in a folder, ended with the tests.</summary>
public sealed class SmtpServer : IAsyncLifetime
{
    /// <summary>Where Debian puts it.</summary>
    internal const string Program = "/usr/sbin/smtpd";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mailroom-smtp-");
    private readonly ConcurrentQueue<string> _log = new();
    private Process? _process;
    private FileStream? _alone;

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    public int Port { get; } = FreePort();

    private string Inbox => Path.Combine(_folder.FullName, "mail");

    /// <summary>The delivered mail that holds a text; waits for it.</summary>
    public Task<string> DeliveredAsync(string text) =>
        UntilAsync(() => Directory.Exists(Path.Combine(Inbox, "new"))
            ? Directory.EnumerateFiles(Path.Combine(Inbox, "new")).Select(File.ReadAllText).FirstOrDefault(m => m.Contains(text, StringComparison.Ordinal))
            : null);

    /// <summary>The line of the server's log that holds a text; waits for it.</summary>
    public Task<string> LoggedAsync(string text) =>
        UntilAsync(() => _log.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)));

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (SmtpServerFactAttribute.WhySkipped is not null)
        {
            return;
        }

        // OpenSMTPD has one spool on a machine: one test run at a time.
        _alone = await UntilAsync(TakeTurn);
        Allow(_folder.FullName, (UnixFileMode)0b111_101_101);
        Allow(Directory.CreateDirectory(Inbox).FullName, (UnixFileMode)0b111_111_111);
        await File.WriteAllTextAsync(At("smtpd.conf"), $$"""
            listen on 127.0.0.1 port {{Port}} hostname localhost
            action "keep" maildir "{{Inbox}}" virtual { "@" = nobody }
            match from any for domain "refused.example" reject
            match from any for any action "keep"

            """);
        _process = Process.Start(new ProcessStartInfo(Program, ["-d", "-v", "-f", At("smtpd.conf")]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        await UntilAsync(() => Answers(Port) ? "ready" : null);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _alone?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static FileStream? TakeTurn()
    {
        try
        {
            return new FileStream(Path.Combine(Path.GetTempPath(), "mailroom-smtp.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool Answers(int port)
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task<T> UntilAsync<T>(Func<T?> look)
        where T : class
    {
        var waited = Stopwatch.StartNew();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (waited.Elapsed < Patience)
        {
            if (look() is { } found)
            {
                return found;
            }

            await pace.WaitForNextTickAsync();
        }

        throw new TimeoutException($"Waited {Patience} in vain. The server said:\n{string.Join('\n', _log)}");
    }

    private static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);
}

/// <summary>The tests that share the server.</summary>
[CollectionDefinition("SMTP server")]
public sealed class SharedSmtpServer : ICollectionFixture<SmtpServer>;
