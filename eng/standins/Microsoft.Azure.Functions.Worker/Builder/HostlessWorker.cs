using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>The built app: a worker takes its orders from the Azure Functions host, and this stand-in cannot talk to one.</summary>
internal sealed class HostlessWorker(IHost host) : IHost
{
    public IServiceProvider Services => host.Services;

    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        Console.Error.WriteLine(
            "This program is a worker of the Azure Functions host, which this build (with stand-in packages) cannot run under: "
            + "use 'dotnet run --project src/LocalHost' to run its functions on this machine.");
        Environment.ExitCode = 1;
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Dispose() => host.Dispose();
}
