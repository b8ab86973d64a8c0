using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;

namespace Mailroom.LocalHost.Azurite;

/// <summary>The file that says which Azurite works on a data folder: with it a restart finds one that outlived its host.</summary>
/// <param name="Pid">Its process.</param>
/// <param name="Started">When that process started: a process id alone may have gone to another program.</param>
/// <param name="Blob">Its blob port; this and the other ports are 0 until they are known.</param>
/// <param name="Queue">Its queue port.</param>
/// <param name="Table">Its table port.</param>
internal sealed record AzuriteState(int Pid, DateTimeOffset Started, int Blob, int Queue, int Table)
{
    private static readonly TimeSpan StartTolerance = TimeSpan.FromSeconds(5);

    /// <summary>Where to reach it, with the account that every emulator has.</summary>
    public string ConnectionString =>
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + $"BlobEndpoint=http://127.0.0.1:{Blob}/devstoreaccount1;"
        + $"QueueEndpoint=http://127.0.0.1:{Queue}/devstoreaccount1;"
        + $"TableEndpoint=http://127.0.0.1:{Table}/devstoreaccount1;";

    /// <summary>Reads the file; null when there is none that can be read.</summary>
    public static AzuriteState? Load(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<AzuriteState>(File.ReadAllBytes(file)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    public void Save(string file)
    {
        File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(this));
        File.Move(file + ".new", file, overwrite: true);
    }

    /// <summary>Whether that very process still runs.</summary>
    public bool IsRunning()
    {
        try
        {
            using var process = Process.GetProcessById(Pid);
            return !process.HasExited && !IsZombie(Pid) && (process.StartTime.ToUniversalTime() - Started).Duration() < StartTolerance;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    /// <summary>Whether all three ports answer as Azurite does.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        foreach (var (port, service) in new[] { (Blob, "Azurite-Blob"), (Queue, "Azurite-Queue"), (Table, "Azurite-Table") })
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/devstoreaccount1"), cancellation);
                if (!answer.Headers.Server.ToString().StartsWith(service, StringComparison.Ordinal))
                {
                    return false;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or SocketException or TaskCanceledException)
            {
                cancellation.ThrowIfCancellationRequested();
                return false;
            }
        }

        return true;
    }

    // In a container whose first process does not reap orphans, an ended one stays listed.
    private static bool IsZombie(int pid) =>
        $"/proc/{pid}/stat" is var file && File.Exists(file) && File.ReadAllText(file).Contains(") Z ", StringComparison.Ordinal);
}
