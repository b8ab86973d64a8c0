using Microsoft.Extensions.Configuration;

namespace Mailroom.LocalHost.Tests;

/// <summary>Flat settings for a test.</summary>
internal static class TestSettings
{
    public static IConfigurationRoot Of(params (string Name, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.ToDictionary(v => v.Name, v => (string?)v.Value))
        .Build();
}
