using System.ComponentModel;
using System.Diagnostics;

namespace Mailroom.LocalHost.Azurite;

/// <summary>Runs a program to its end and keeps what it said.</summary>
internal static class Tool
{
    /// <summary>Runs a program; null when there is none of that name.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="cancellation">Ends the program too.</param>
    public static async Task<(int ExitCode, string Said)?> RunAsync(
        string program, IEnumerable<string> arguments, string folder, CancellationToken cancellation)
    {
        if (Find(program) is not { } file)
        {
            return null;
        }

        var start = new ProcessStartInfo(file)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        arguments.ToList().ForEach(start.ArgumentList.Add);
        var said = new List<string>();
        using var process = new Process { StartInfo = start };
        void Hear(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is { Length: > 0 } text)
            {
                lock (said)
                {
                    said.Add(text);
                }
            }
        }

        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await EndAsync(process, cancellation);
        lock (said)
        {
            return (process.ExitCode, string.Join(Environment.NewLine, said));
        }
    }

    private static async Task EndAsync(Process process, CancellationToken cancellation)
    {
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    // On Windows npm is a script, which must be named with its ending.
    private static string? Find(string program)
    {
        string[] names = OperatingSystem.IsWindows() ? [program + ".exe", program + ".cmd"] : [program];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
