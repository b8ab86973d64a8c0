using System.Text.Json;
using Mailroom.Cli.Running;
using Microsoft.Extensions.Configuration;

namespace Mailroom.Cli.Checks;

/// <summary>The flat settings as a program on this machine would read them.</summary>
internal static class LocalConfiguration
{
    /// <summary>The settings file: one's own, else the example; null when there is neither.</summary>
    internal static string? SettingsFile { get; } = Clone.File("local.settings.json") ?? Clone.File("local.settings.example.json");

    /// <summary>The file's values, and the environment over them.</summary>
    internal static IConfiguration Read() =>
        new ConfigurationBuilder().AddInMemoryCollection(Values(SettingsFile)).AddEnvironmentVariables().Build();

    private static Dictionary<string, string?> Values(string? file)
    {
        if (file is null)
        {
            return [];
        }

        try
        {
            var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            using var json = JsonDocument.Parse(File.ReadAllBytes(file), options);
            return json.RootElement.GetProperty("Values").EnumerateObject()
                .ToDictionary(p => p.Name.Replace("__", ":", StringComparison.Ordinal), p => (string?)p.Value.ToString());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            throw new CliException($"{file} cannot be used: {e.Message} local.settings.example.json shows what it looks like.", e);
        }
    }
}
