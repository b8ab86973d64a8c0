using System.Text.Json;
using Mailroom.LocalHost.Hosting;
using Mailroom.LocalHost.Hosting.Functions;
using Microsoft.Extensions.Configuration;

namespace Mailroom.LocalHost.Settings;

/// <summary>The flat settings: the file's values, the environment over them, and over both what only this host knows.</summary>
internal static class LocalSettings
{
    /// <summary>The settings whose value may be the emulator.</summary>
    public static IReadOnlyList<string> StorageNames { get; } = [FunctionCatalog.HostStorage, "MailStorage"];

    /// <summary>local.settings.json in the clone's root when it is there, else the example.</summary>
    public static string FileIn(string root) =>
        Path.Combine(root, "local.settings.json") is var own && File.Exists(own)
            ? own
            : Path.Combine(root, "local.settings.example.json");

    /// <summary>Puts the settings together.</summary>
    /// <exception cref="HostStartException">The file cannot be read.</exception>
    public static IConfigurationRoot Read(string file, IReadOnlyDictionary<string, string?> overrides) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(Values(file))
            .AddEnvironmentVariables()
            .AddInMemoryCollection(overrides)
            .Build();

    /// <summary>Which storage settings mean the emulator, and so the Azurite that this host starts.</summary>
    public static IReadOnlyList<string> Emulated(IConfiguration settings) =>
        [.. StorageNames.Where(name => IsEmulator(settings.GetSection(name)))];

    private static bool IsEmulator(IConfigurationSection section) => section.Value is { Length: > 0 } value
        ? value.Trim().TrimEnd(';').Equals("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase)
        : !section.GetChildren().Any();

    private static Dictionary<string, string?> Values(string file)
    {
        try
        {
            var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            using var json = JsonDocument.Parse(File.ReadAllBytes(file), options);
            return json.RootElement.GetProperty("Values").EnumerateObject()
                .ToDictionary(p => p.Name.Replace("__", ":", StringComparison.Ordinal), p => (string?)p.Value.ToString(), StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new HostStartException(
                $"{file} cannot be used: {exception.Message} It is a JSON object whose 'Values' holds the settings; "
                + "local.settings.example.json shows them all.",
                exception);
        }
    }
}
