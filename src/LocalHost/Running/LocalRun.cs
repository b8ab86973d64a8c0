using Mailroom.LocalHost.Hosting;
using Mailroom.LocalHost.Settings;
using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Mailroom.LocalHost.Running;

/// <summary>The ordinary run: on until stopped.</summary>
internal static class LocalRun
{
    /// <summary>Runs until cancelled, then stops cleanly.</summary>
    public static async Task<int> RunAsync(CommandLine line, CancellationToken cancellation)
    {
        using var data = DataFolder.Open(line.Data ?? Path.Combine(Clone.Root, ".mailroom", "local"));
        var options = HostOptions.Read(Path.Combine(AppContext.BaseDirectory, "host.json"));
        var plan = new LocalPlan(Clone.Root, line.Port, IsDemo: false);
        await using (var server = await LocalServer.StartAsync(plan, data, TimeProvider.System, options, cancellation))
        {
            Screen.Line();
            Screen.Marked($"[bold]Mailroom runs.[/] Ctrl-C stops it.");
            Screen.Line($"  desk             {server.Address}");
            Screen.Line($"  API              {server.Address}api/v1/tickets, POST {server.Address}api/mail");
            Screen.Line($"  its key          {server.Key}  (header x-functions-key)");
            Screen.Line($"  letters go in    {data.Pickup}  (any .eml file)");
            Screen.Line(Outgoing(server.Services.GetRequiredService<IOptions<MailroomSettings>>().Value));
            Screen.Line($"  log              {Path.Combine(data.Root, "log.txt")}");
            Screen.Line();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Screen.Line("Stopping: finishing what runs, then the storage emulator saves ...");
        }

        Screen.Line("Stopped.");
        return 0;
    }

    private static string Outgoing(MailroomSettings settings) => settings.MailDelivery == "smtp"
        ? $"  mails leave by   {settings.SmtpHost}:{settings.SmtpPort}"
        : $"  sent mails lie   {settings.OutFolder}";
}
