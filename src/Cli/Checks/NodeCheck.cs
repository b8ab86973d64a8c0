using System.ComponentModel;
using System.Diagnostics;

namespace Mailroom.Cli.Checks;

/// <summary>Node.js, which the local storage emulator runs on.</summary>
internal static class NodeCheck
{
    internal static async Task<CheckResult> RunAsync(CancellationToken cancellation)
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var version = (await node.StandardOutput.ReadToEndAsync(cancellation)).Trim();
            await node.WaitForExitAsync(cancellation);
            return new("node", true, version);
        }
        catch (Win32Exception)
        {
            return new("node", false, "Node.js is missing; LocalHost needs it for the storage emulator. Install Node.js 20 or later from nodejs.org.");
        }
    }
}
