using System.Diagnostics;
using System.Globalization;
using Mailroom.Support.Servers;
using Mailroom.Support.SignIn;
using Mailroom.Support.Tls;
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
    private readonly int[] _ports = Loopback.FreePorts(2);
    private Process? _process;
    private int _boxes;
    private int _delivered;

    /// <summary>The password of every user.</summary>
    public static string Password => "open sesame \"\\ 芝麻";

    /// <summary>Why tests with it are skipped here; null where they run.</summary>
    public static string? WhySkipped { get; } = WhyMissing() is { } reason && Environment.GetEnvironmentVariable("CI") != "true" ? reason : null;

    /// <summary>Where it listens, on 127.0.0.1: as it is, and STARTTLS under a certificate for localhost.</summary>
    public int Port => _ports[0];

    /// <summary>The same under TLS from the first byte.</summary>
    public int TlsPort => _ports[1];

    /// <summary>Whether somebody whom this process trusts vouches for its certificate.</summary>
    public bool IsTrusted { get; init; } = true;

    /// <summary>The socket at which other servers ask whether a sign-in is right.</summary>
    internal string SignInSocket => At("sign-in");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (WhySkipped is not null)
        {
            return;
        }

        Permissions.Open(_folder.FullName);
        Permissions.Open(Directory.CreateDirectory(At("mail")).FullName);
        await File.WriteAllLinesAsync(At("users"), Enumerable.Range(1, Boxes).Select(n => $"box{n}:{Password}"));
        Permissions.OpenFile(At("users"));
        Permissions.Open(Directory.CreateDirectory(At("keys", "default", BearerTokens.Algorithm)).FullName);
        await File.WriteAllTextAsync(At("keys", "default", BearerTokens.Algorithm, "default"), BearerTokens.Key);
        using var certificate = IsTrusted ? TestAuthority.Issue("localhost") : TestAuthority.SelfSigned("localhost");
        TestAuthority.Write(certificate, _folder.FullName, "server");
        await File.WriteAllTextAsync(At("tokens.conf"), DovecotConfiguration.Tokens(_folder.FullName));
        await File.WriteAllTextAsync(At("dovecot.conf"), DovecotConfiguration.Main(_folder.FullName, _ports));
        _process = Process.Start(new ProcessStartInfo(Program, ["-F", "-c", At("dovecot.conf")]))!;
        await Until.HoldsAsync(() => Loopback.Answers(Port), Patience, () => File.Exists(At("log")) ? File.ReadAllText(At("log")) : "It wrote no log.");
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

        await TemporaryFolder.DeleteAsync(_folder);
    }

    /// <summary>A user with an empty mailbox, for one test alone.</summary>
    public string NextBox()
    {
        var box = $"box{Interlocked.Increment(ref _boxes)}";
        Deliver(box, []);
        return box;
    }

    /// <summary>Puts mails into a user's folder, as a delivery would.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="mails">Their bytes.</param>
    /// <param name="folder">Which folder.</param>
    /// <param name="at">When they came; now when left out.</param>
    public void Deliver(string user, IEnumerable<byte[]> mails, string folder = "INBOX", DateTimeOffset? at = null)
    {
        var box = MaildirOf(user, folder);
        foreach (var part in new[] { "cur", "new", "tmp" })
        {
            Permissions.Open(Directory.CreateDirectory(Path.Combine(box, part)).FullName);
        }

        Permissions.Open(box);
        Permissions.Open(Directory.GetParent(box)!.FullName);
        foreach (var mail in mails)
        {
            var name = $"{Interlocked.Increment(ref _delivered):D10}.test";
            File.WriteAllBytes(Path.Combine(box, "tmp", name), mail);
            Permissions.OpenFile(Path.Combine(box, "tmp", name));
            if (at is { } moment)
            {
                // Maildir keeps the moment of arrival there.
                File.SetLastWriteTimeUtc(Path.Combine(box, "tmp", name), moment.UtcDateTime);
            }

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
        Permissions.OpenFile(Path.Combine(box, "dovecot-uidlist"));
    }

    private static string? WhyMissing() =>
        !File.Exists(Program) ? $"Needs Dovecot (Debian package dovecot-imapd): there is no {Program}."
        : !Environment.IsPrivilegedProcess ? "Needs Dovecot, which here only root may start."
        : null;

    private string MaildirOf(string user, string folder) =>
        folder == "INBOX" ? At("mail", user) : At("mail", user, "." + folder);

    private string At(params string[] names) => Path.Combine([_folder.FullName, .. names]);
}
