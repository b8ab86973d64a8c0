using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Mailroom.Support.Imap;

/// <summary>A Dovecot on a free loopback port with a configuration and mailboxes of its own.</summary>
public sealed class DovecotServer : IAsyncLifetime
{
    /// <summary>Where Debian puts it.</summary>
    private const string Program = "/usr/sbin/dovecot";

    private const int Boxes = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mailroom-imap-");
    private Process? _process;
    private int _boxes;
    private int _delivered;

    /// <summary>The password of every user.</summary>
    public static string Password => "open sesame \"\\ 芝麻";

    /// <summary>Why tests with it are skipped here; null where they run.</summary>
    public static string? WhySkipped { get; } = WhyMissing() is { } reason && Environment.GetEnvironmentVariable("CI") != "true" ? reason : null;

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    public int Port { get; } = FreePort();

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (WhySkipped is not null)
        {
            return;
        }

        Allow(_folder.FullName);
        Allow(Directory.CreateDirectory(At("mail")).FullName);
        await File.WriteAllLinesAsync(At("users"), Enumerable.Range(1, Boxes).Select(n => $"box{n}:{Password}"));
        AllowFile(At("users"));
        await File.WriteAllTextAsync(At("dovecot.conf"), Configuration());
        _process = Process.Start(new ProcessStartInfo(Program, ["-F", "-c", At("dovecot.conf")]))!;
        await Until.HoldsAsync(() => Answers(Port), Patience, () => File.Exists(At("log")) ? File.ReadAllText(At("log")) : "It wrote no log.");
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            // Its children end with it.
            using var stop = Process.Start("kill", _process.Id.ToString(CultureInfo.InvariantCulture));
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>A user with an empty mailbox, for one test alone.</summary>
    public string NextBox()
    {
        var box = $"box{Interlocked.Increment(ref _boxes)}";
        Deliver(box, []);
        return box;
    }

    /// <summary>Puts mails into a user's folder, as a delivery would.</summary>
    public void Deliver(string user, IEnumerable<byte[]> mails, string folder = "INBOX")
    {
        var box = MaildirOf(user, folder);
        foreach (var part in new[] { "cur", "new", "tmp" })
        {
            Allow(Directory.CreateDirectory(Path.Combine(box, part)).FullName);
        }

        Allow(box);
        Allow(Directory.GetParent(box)!.FullName);
        foreach (var mail in mails)
        {
            var name = $"{Interlocked.Increment(ref _delivered):D10}.test";
            File.WriteAllBytes(Path.Combine(box, "tmp", name), mail);
            AllowFile(Path.Combine(box, "tmp", name));
            File.Move(Path.Combine(box, "tmp", name), Path.Combine(box, "new", name));
        }
    }

    /// <summary>How many mails lie in a user's folder, and under which flags.</summary>
    public IReadOnlyList<string> Files(string user, string folder = "INBOX")
    {
        var box = MaildirOf(user, folder);
        return [.. new[] { "cur", "new" }.Select(p => Path.Combine(box, p)).Where(Directory.Exists)
            .SelectMany(Directory.EnumerateFiles).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Marks every mail of a user as read.</summary>
    public void ReadAll(string user)
    {
        var box = MaildirOf(user, "INBOX");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(box, "new")))
        {
            File.Move(file, Path.Combine(box, "cur", Path.GetFileName(file) + ":2,S"));
        }
    }

    /// <summary>Gives a user's inbox a new life: its mails stay, its numbers begin anew under another UIDVALIDITY.</summary>
    public void BeginAnew(string user, uint validity)
    {
        var box = MaildirOf(user, "INBOX");
        foreach (var index in Directory.EnumerateFiles(box, "dovecot*"))
        {
            File.Delete(index);
        }

        File.WriteAllText(Path.Combine(box, "dovecot-uidlist"), string.Create(CultureInfo.InvariantCulture, $"3 V{validity} N1\n"));
        AllowFile(Path.Combine(box, "dovecot-uidlist"));
    }

    private static string? WhyMissing() =>
        !File.Exists(Program) ? $"Needs Dovecot (Debian package dovecot-imapd): there is no {Program}."
        : !Environment.IsPrivilegedProcess ? "Needs Dovecot, which here only root may start."
        : null;

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

    // Dovecot reads mail as another user than root.
    private static void Allow(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        }
    }

    private static void AllowFile(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, (UnixFileMode)0b110_110_110);
        }
    }

    private string MaildirOf(string user, string folder) =>
        folder == "INBOX" ? At("mail", user) : At("mail", user, "." + folder);

    private string At(params string[] names) => Path.Combine([_folder.FullName, .. names]);

    private string Configuration() => $$"""
        base_dir = {{At("run")}}
        state_dir = {{At("state")}}
        log_path = {{At("log")}}
        protocols = imap
        listen = 127.0.0.1
        ssl = no
        disable_plaintext_auth = no
        auth_mechanisms = plain
        auth_failure_delay = 0
        mail_location = maildir:{{At("mail")}}/%u
        mail_uid = nobody
        mail_gid = nogroup
        first_valid_uid = 1
        first_valid_gid = 1
        mail_max_userip_connections = 50
        default_login_user = nobody
        default_internal_user = nobody
        default_internal_group = nogroup
        passdb {
          driver = passwd-file
          args = scheme=PLAIN username_format=%u {{At("users")}}
        }
        userdb {
          driver = static
          args = uid=nobody gid=nogroup home={{At("mail")}}/%u
        }
        namespace inbox {
          inbox = yes
        }
        service imap-login {
          chroot =
          inet_listener imap {
            port = {{Port}}
          }
          inet_listener imaps {
            port = 0
          }
        }
        service anvil {
          chroot =
        }

        """;
}
