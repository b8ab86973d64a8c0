using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Mailroom.LocalHost.Hosting.Functions;

/// <summary>Finds the functions of an assembly by their attributes alone, as the real host's metadata generator does.</summary>
internal static class FunctionCatalog
{
    /// <summary>The host's own storage, and what a queue trigger means that names no connection.</summary>
    public const string HostStorage = "AzureWebJobsStorage";

    /// <summary>Finds and checks all functions.</summary>
    /// <exception cref="HostStartException">All that would keep a function from running.</exception>
    public static IReadOnlyList<FunctionMethod> Discover(Assembly assembly, IConfiguration settings) =>
        Discover(assembly.GetExportedTypes(), settings);

    /// <summary>Finds and checks the functions of some classes.</summary>
    /// <exception cref="HostStartException">All that would keep a function from running.</exception>
    public static IReadOnlyList<FunctionMethod> Discover(IReadOnlyList<Type> types, IConfiguration settings)
    {
        var faults = new List<string>();
        var functions = new List<FunctionMethod>();
        foreach (var method in types.SelectMany(MethodsOf))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is { } function)
            {
                Read(function.Name, method, settings, functions, faults);
            }
        }

        faults.AddRange(functions.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1)
            .Select(g => $"Two functions are called '{g.Key}': a function's name must be its own."));
        if (functions.Count == 0 && faults.Count == 0)
        {
            faults.Add("No method with [Function] was found.");
        }

        return faults.Count == 0
            ? [.. functions.OrderBy(f => f.Name, StringComparer.Ordinal)]
            : throw new HostStartException([.. faults.Distinct(StringComparer.Ordinal)]);
    }

    private static MethodInfo[] MethodsOf(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);

    private static void Read(
        string name, MethodInfo method, IConfiguration settings, List<FunctionMethod> functions, List<string> faults)
    {
        var before = faults.Count;
        var triggers = method.GetParameters().Select(p => TriggerOf(p, name, settings, faults)).OfType<FunctionTrigger>().ToList();
        if (faults.Count > before)
        {
            return;
        }

        if (triggers.Count != 1)
        {
            faults.Add($"Function '{name}' has {triggers.Count} triggers: it needs exactly one.");
            return;
        }

        faults.AddRange(method.GetParameters()
            .Where(p => !ArgumentBinder.CanBind(triggers[0], p))
            .Select(p => $"Function '{name}': this host cannot fill parameter '{p.Name}' of type {p.ParameterType.Name}."));
        functions.Add(new FunctionMethod(name, method, triggers[0]));
    }

    private static FunctionTrigger? TriggerOf(ParameterInfo parameter, string name, IConfiguration settings, List<string> faults)
    {
        if (parameter.GetCustomAttribute<QueueTriggerAttribute>() is { } queue)
        {
            var connection = queue.Connection ?? HostStorage;
            if (!settings.GetSection(connection).Exists())
            {
                faults.Add($"Function '{name}' needs the setting '{connection}' (a storage connection), which is missing.");
            }

            return new FunctionTrigger.Queue(SettingNames.Fill(queue.QueueName, name, settings, faults), connection);
        }

        if (parameter.GetCustomAttribute<TimerTriggerAttribute>() is { } timer)
        {
            var schedule = SettingNames.Fill(timer.Schedule, name, settings, faults);
            if (!schedule.Contains('%', StringComparison.Ordinal) && !Timers.TimerSchedule.TryParse(schedule, out _))
            {
                faults.Add($"Function '{name}': '{schedule}' is no schedule; write six NCRONTAB fields such as '0 */5 * * * *'.");
            }

            return new FunctionTrigger.Timer(schedule, timer.UseMonitor, timer.RunOnStartup);
        }

        return parameter.GetCustomAttribute<HttpTriggerAttribute>() is { } http
            ? new FunctionTrigger.Http(http.AuthLevel, http.Methods ?? [], SettingNames.Fill(http.Route ?? name, name, settings, faults))
            : null;
    }
}
