using Mailroom.Core.Mail;
using Mailroom.LocalHost.Hosting;
using Mailroom.Pipeline.Adapters.Blobs;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mailroom.LocalHost.Pickup;

/// <summary>
/// Takes in what is put into a folder: each file is one raw mail. A file leaves only when the vault has it; one that was
/// taken in but not yet moved when the host died is the same bytes from the same source again, which counts once.
/// </summary>
internal sealed class PickupFolder(string folder, AcceptMail accept, ILogger<PickupFolder> logger) : BackgroundService
{
    /// <summary>Larger files are not even read; the pipeline's own, lower bound is told in the ledger.</summary>
    private const long HardBound = 160L * 1024 * 1024;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private readonly Dictionary<string, (long Size, DateTime Written)> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Since, TimeSpan Wait)> _failed = new(StringComparer.Ordinal);

    /// <summary>Looks once: takes in every file that has not changed since the look before.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        // Somebody may have tidied it away meanwhile.
        var files = Directory.CreateDirectory(folder).EnumerateFiles()
            .Where(f => !f.Name.StartsWith('.'))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var file in files)
        {
            var now = (file.Length, file.LastWriteTimeUtc);
            if (_seen.TryGetValue(file.Name, out var before) && before == now && !IsWaiting(file.Name))
            {
                await TakeAsync(file, cancellation);
            }

            _seen[file.Name] = now;
        }

        foreach (var gone in _seen.Keys.Except(files.Select(f => f.Name), StringComparer.Ordinal).ToList())
        {
            _seen.Remove(gone);
            _failed.Remove(gone);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TakeAsync(FileInfo file, CancellationToken cancellation)
    {
        try
        {
            if (file.Length > HardBound)
            {
                Refuse(file);
                return;
            }

            var receipt = await AcceptAsync(file, cancellation);
            Move(file, "done");
            HostLog.PickedUp(logger, file.Name, receipt.Sha256);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The file stays; the next start takes it.
        }
#pragma warning disable CA1031 // One file's trouble must not keep the others out; it stays and is tried again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            HostLog.PickupFailed(logger, file.Name, exception);
            var wait = _failed.TryGetValue(file.Name, out var failed) ? failed.Wait * 2 : TimeSpan.FromSeconds(1);
            _failed[file.Name] = (TimeProvider.System.GetTimestamp(), wait < LongestWait ? wait : LongestWait);
        }
    }

    private async Task<Receipt> AcceptAsync(FileInfo file, CancellationToken cancellation)
    {
        await using var raw = new MailSpool();
        await using (var content = file.OpenRead())
        {
            await raw.AppendAsync(content, long.MaxValue, cancellation);
        }

        return await accept.HandleAsync(raw, new MailDelivered("pickup:" + file.Name, MailEnvelope.Unknown), cancellation);
    }

    private bool IsWaiting(string file) =>
        _failed.TryGetValue(file, out var failed) && TimeProvider.System.GetElapsedTime(failed.Since) < failed.Wait;

    private void Refuse(FileInfo file)
    {
        var why = $"The file has {file.Length} bytes; no mail over {HardBound} bytes is taken in.";
        var moved = Move(file, "refused");
        File.WriteAllText(moved + ".txt", why + Environment.NewLine);
        HostLog.PickupRefused(logger, file.Name, why);
    }

    private string Move(FileInfo file, string to)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, to)).FullName;
        for (var i = 0; ; i++)
        {
            var name = i == 0 ? file.Name : $"{Path.GetFileNameWithoutExtension(file.Name)}.{i}{file.Extension}";
            var path = Path.Combine(target, name);
            if (!File.Exists(path))
            {
                File.Move(file.FullName, path);
                return path;
            }
        }
    }
}
