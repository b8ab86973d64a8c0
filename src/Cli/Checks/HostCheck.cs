using Mailroom.Cli.Running;

namespace Mailroom.Cli.Checks;

/// <summary>The running pipeline answers, and takes our key.</summary>
internal static class HostCheck
{
    internal static async Task<CheckResult> RunAsync(HostClient host, CancellationToken cancellation)
    {
        try
        {
            return await host.FindAsync("/api/v1/tickets?size=1", cancellation) is null
                ? new("pipeline", false, $"{host.Url} answers, but has no tickets: is it Mailroom?")
                : new("pipeline", true, $"{host.Url} answers");
        }
        catch (CliException e)
        {
            return new("pipeline", false, e.Message);
        }
    }
}
