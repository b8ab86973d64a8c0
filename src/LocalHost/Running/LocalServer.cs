using Mailroom.LocalHost.Azurite;
using Mailroom.LocalHost.Hosting;
using Mailroom.LocalHost.Hosting.Http;
using Mailroom.LocalHost.Settings;
using Mailroom.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mailroom.LocalHost.Running;

/// <summary>A running local host: Azurite where the settings ask for the emulator, the functions, the pickup folder.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly AzuriteProcess? _azurite;

    private LocalServer(WebApplication app, AzuriteProcess? azurite)
    {
        _app = app;
        _azurite = azurite;
    }

    /// <summary>The product's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Where the desk and the API are.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>What keyed functions ask for.</summary>
    public string Key => Services.GetRequiredService<FunctionKey>().Value;

    /// <summary>Starts everything, or refuses and says all that is wrong.</summary>
    /// <exception cref="HostStartException">It cannot start.</exception>
    public static async Task<LocalServer> StartAsync(
        LocalPlan plan, DataFolder data, TimeProvider clock, HostOptions options, CancellationToken cancellation)
    {
        var port = LoopbackPort.Take(plan.Port);
        var file = LocalSettings.FileIn(plan.Root);
        var settings = LocalSettings.Read(file, Overrides(plan, data, port, LocalSettings.Read(file, new Dictionary<string, string?>())));
        await LocalApp.CheckAsync(settings, clock, file);

        var azurite = await AzuriteAsync(plan, data, settings, cancellation);
        foreach (var name in azurite is null ? [] : LocalSettings.Emulated(settings))
        {
            settings[name] = azurite!.State.ConnectionString;
        }

        var app = LocalApp.Build(settings, data, clock, options, port, plan.IsDemo);
        var server = new LocalServer(app, azurite);
        try
        {
            await MailroomServices.CreateStorageAsync(app.Services, cancellation);
            await app.StartAsync(cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops taking work, finishes what runs, then stops Azurite, which saves.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await (_azurite?.StopAsync() ?? Task.CompletedTask);
    }

    private static Dictionary<string, string?> Overrides(LocalPlan plan, DataFolder data, int port, IConfiguration settings)
    {
        var overrides = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            // As the Functions tools do on a developer's machine: the desk opens to its own machine only.
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development",
        };
        foreach (var name in LocalSettings.Emulated(settings))
        {
            overrides[name] = "UseDevelopmentStorage=true";
        }

        var outFolder = settings["OutFolder"] ?? "";
        overrides["OutFolder"] = plan.IsDemo || outFolder.Length == 0 ? data.Out : Path.Combine(plan.Root, outFolder);
        if (plan.IsDemo)
        {
            overrides["MailDelivery"] = "folder";
        }

        if (!Uri.TryCreate(settings["DeskAddress"], UriKind.Absolute, out var desk) || desk.IsLoopback)
        {
            overrides["DeskAddress"] = $"http://127.0.0.1:{port}/";
        }

        // Empty stays empty: mails to real customers must not lead to this machine.
        if (plan.IsDemo || (Uri.TryCreate(settings["PublicAddress"], UriKind.Absolute, out var site) && site.IsLoopback))
        {
            overrides["PublicAddress"] = $"http://127.0.0.1:{port}/";
        }

        return overrides;
    }

    private static async Task<AzuriteProcess?> AzuriteAsync(
        LocalPlan plan, DataFolder data, IConfiguration settings, CancellationToken cancellation)
    {
        if (LocalSettings.Emulated(settings).Count == 0)
        {
            return null;
        }

        var install = new AzuriteInstall(plan.Root);
        await install.CheckNodeAsync(cancellation);
        if (!install.IsReady())
        {
            await Screen.WithProgressAsync(
                "Installing the storage emulator Azurite (first use only)",
                install.Packages,
                () => install.PackagesSoFar(),
                () => install.InstallAsync(cancellation));
        }

        var azurite = await AzuriteProcess.StartAsync(install, data.Root, usualPorts: !plan.IsDemo, cancellation);
        Screen.Line(azurite.IsReused
            ? $"The storage emulator Azurite still runs from before (process {azurite.State.Pid}): going on with it."
            : $"The storage emulator Azurite runs (process {azurite.State.Pid}).");
        return azurite;
    }
}
