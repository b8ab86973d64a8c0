using System.Net;
using System.Reflection;
using Mailroom.LocalHost.Hosting;
using Mailroom.LocalHost.Hosting.Functions;
using Mailroom.LocalHost.Hosting.Http;
using Mailroom.LocalHost.Hosting.Storage;
using Mailroom.LocalHost.Pickup;
using Mailroom.LocalHost.Settings;
using Mailroom.Pipeline;
using Mailroom.Pipeline.Adapters.Policy;
using Mailroom.Pipeline.Handlers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Mailroom.LocalHost.Running;

/// <summary>Builds the web application that runs the functions: the product's own services and the host's around them.</summary>
internal static class LocalApp
{
    /// <summary>Enough for every mail that any way lets in.</summary>
    private const long LargestRequest = 160L * 1024 * 1024;

    /// <summary>Builds it; nothing is connected yet.</summary>
    public static WebApplication Build(
        IConfigurationRoot settings, DataFolder data, TimeProvider clock, HostOptions options, int port, bool isQuiet)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(settings);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        AddLogging(builder.Logging, data, isQuiet);

        var functions = Functions(settings);
        var services = builder.Services;
        services.AddSingleton(clock);
        services.AddMailroom(settings);
        services.AddMvcCore();
        services.AddRouting();
        services.AddSingleton(options);
        services.AddSingleton(functions);
        services.AddSingleton(FunctionKey.LoadOrCreate(Path.Combine(data.Root, "function.key")));
        services.AddSingleton(new StorageConnections(settings));
        services.AddSingleton<FunctionRunner>();
        services.AddSingleton<HttpFunctions>();
        services.AddHostedService<FunctionsHost>();
        services.AddHostedService(s => new PickupFolder(
            data.Pickup, s.GetRequiredService<AcceptMail>(), s.GetRequiredService<ILogger<PickupFolder>>()));

        var app = builder.Build();
        app.Services.GetRequiredService<HttpFunctions>().Map(app, functions, options.RoutePrefix);
        return app;
    }

    /// <summary>Checks settings, policy and functions before anything is installed or started.</summary>
    /// <exception cref="HostStartException">All faults at once.</exception>
    public static async Task CheckAsync(IConfigurationRoot settings, TimeProvider clock, string settingsFile)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddSingleton(clock);
        services.AddMailroom(settings);
        await using var provider = services.BuildServiceProvider();
        IReadOnlyList<string> faults =
            [.. SettingsFaults(provider).Select(f => $"{f} (settings: {settingsFile} or the environment)"), .. FunctionFaults(settings)];
        if (faults.Count > 0)
        {
            throw new HostStartException(faults);
        }
    }

    private static IReadOnlyList<FunctionMethod> Functions(IConfiguration settings) =>
        FunctionCatalog.Discover(Assembly.Load("Mailroom.Functions"), settings);

    private static IEnumerable<string> SettingsFaults(IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
            services.GetRequiredService<AcceptMail>();
            services.GetRequiredService<ReceiveMail>();
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return exception.Failures;
        }
        catch (AggregateException several)
        {
            return several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(e => e.Failures);
        }
        catch (PolicyException exception)
        {
            return exception.Faults.Count > 0 ? exception.Faults : [exception.Message];
        }
    }

    private static IReadOnlyList<string> FunctionFaults(IConfiguration settings)
    {
        try
        {
            Functions(settings);
            return [];
        }
        catch (HostStartException exception)
        {
            return exception.Faults;
        }
    }

    private static void AddLogging(ILoggingBuilder logging, DataFolder data, bool isQuiet)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Azure", LogLevel.Warning);
        logging.Services.AddSingleton<ILoggerProvider>(_ => new FileLog(Path.Combine(data.Root, "log.txt")));
        if (!isQuiet)
        {
            logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss ";
            });
        }
    }
}
