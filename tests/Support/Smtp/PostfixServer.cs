using System.Diagnostics;
using Mailroom.Support.Imap;
using Mailroom.Support.Servers;
using Xunit;

namespace Mailroom.Support.Smtp;

/// <summary>A Postfix on free loopback ports with a configuration, queue and box of its own; sign-ins are answered by a Dovecot.</summary>
public sealed class PostfixServer : IAsyncLifetime
{
    /// <summary>Where Debian puts what it runs.</summary>
    internal const string Daemons = "/usr/lib/postfix/sbin";

    private const string Program = "/usr/sbin/postfix";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mailroom-smtp-");
    private readonly int[] _ports = Loopback.FreePorts(Enum.GetValues<PostfixDoor>().Length);
    private readonly Lock _lock = new();
    private Process? _process;

    /// <summary>Why tests with it are skipped here; null where they run.</summary>
    public static string? WhySkipped { get; } = WhyMissing() is { } reason && Environment.GetEnvironmentVariable("CI") != "true" ? reason : null;

    /// <summary>Who knows the passwords and tokens.</summary>
    public DovecotServer Users { get; } = new();

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    public int Port(PostfixDoor door) => _ports[(int)door];

    /// <summary>Says what recipients are answered from the next connection on, in words of access(5): "450 4.2.0 later", "REJECT", "sleep 3".</summary>
    public void Answer(string recipient, string answer) => Note("recipients", recipient, answer);

    /// <summary>The same, after the whole mail to a recipient was handed over.</summary>
    public void AnswerAtEnd(string recipient, string answer) => Note("ends", recipient, answer);

    /// <summary>The delivered mails that hold a text, as they lie in the box.</summary>
    public IReadOnlyList<string> Arrivals(string text) => Directory.Exists(At("mail", "box", "new"))
        ? [.. Directory.EnumerateFiles(At("mail", "box", "new")).Select(File.ReadAllText).Where(m => m.Contains(text, StringComparison.Ordinal))]
        : [];

    /// <summary>The delivered mail that holds a text; waits for it.</summary>
    public async Task<string> DeliveredAsync(string text)
    {
        await Until.HoldsAsync(() => Arrivals(text).Count > 0, Patience, Log);
        return Arrivals(text)[0];
    }

    /// <summary>Waits until the server's log holds a text.</summary>
    public Task LoggedAsync(string text) =>
        Until.HoldsAsync(() => Log().Contains(text, StringComparison.Ordinal), Patience, Log);

    /// <summary>The server's log.</summary>
    public string Log() => File.Exists(At("log")) ? File.ReadAllText(At("log")) : "It wrote no log.";

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (WhySkipped is not null)
        {
            return;
        }

        await Users.InitializeAsync();
        Permissions.Show(_folder.FullName);
        Permissions.Open(Directory.CreateDirectory(At("mail")).FullName);
        Permissions.Open(Directory.CreateDirectory(At("data")).FullName);
        Directory.CreateDirectory(At("spool"));
        await File.WriteAllTextAsync(At("recipients"), "");
        await File.WriteAllTextAsync(At("ends"), "");
        PostfixConfiguration.WriteCertificates(_folder.FullName);
        await File.WriteAllTextAsync(At("main.cf"), PostfixConfiguration.Main(_folder.FullName, Users.SignInSocket));
        await File.WriteAllTextAsync(At("master.cf"), PostfixConfiguration.Services(_folder.FullName, Port));
        using var owner = Process.Start("chown", ["postfix", At("data")]);
        await owner.WaitForExitAsync();
        _process = Process.Start(new ProcessStartInfo(Program, ["-c", _folder.FullName, "start-fg"]) { RedirectStandardError = true })!;
        await Until.HoldsAsync(() => Loopback.Answers(Port(PostfixDoor.Strict)), Patience, Log);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            using var stop = Process.Start(new ProcessStartInfo(Program, ["-c", _folder.FullName, "stop"]) { RedirectStandardError = true })!;
            await stop.WaitForExitAsync();
            await _process.WaitForExitAsync();
            _process.Dispose();
            await Users.DisposeAsync();
        }

        await TemporaryFolder.DeleteAsync(_folder);
    }

    private static string? WhyMissing() =>
        !File.Exists(Program) ? $"Needs Postfix (Debian package postfix): there is no {Program}."
        : !Environment.IsPrivilegedProcess ? "Needs Postfix, which only root may start."
        : DovecotServer.WhySkipped;

    private void Note(string table, string recipient, string answer)
    {
        lock (_lock)
        {
            var others = File.ReadAllLines(At(table)).Where(l => !l.StartsWith(recipient + " ", StringComparison.Ordinal));
            File.WriteAllLines(At(table + ".new"), [.. others, $"{recipient} {answer}"]);
            File.Move(At(table + ".new"), At(table), overwrite: true);
        }
    }

    private string At(params string[] names) => Path.Combine([_folder.FullName, .. names]);
}
