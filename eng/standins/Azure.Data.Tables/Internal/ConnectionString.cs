using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Internal;

/// <summary>An account as a connection string tells it: where its tables are, and how to sign.</summary>
internal sealed record ConnectionString(Uri Endpoint, string AccountName, HttpPipelinePolicy Authentication)
{
    // The emulator's published name and key; no secret.
    private const string EmulatorName = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static ConnectionString Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var settings = Settings(text);
        if (string.Equals(settings.GetValueOrDefault("UseDevelopmentStorage"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return Emulator(settings.GetValueOrDefault("DevelopmentStorageProxyUri"));
        }

        var name = settings.GetValueOrDefault("AccountName");
        var key = settings.GetValueOrDefault("AccountKey");
        var signature = settings.GetValueOrDefault("SharedAccessSignature");
        var endpoint = EndpointOf(settings, name);
        return (name, key, signature, endpoint) switch
        {
            (not null, not null, _, not null) => new(endpoint, name, new SharedKeyPolicy(new TableSharedKeyCredential(name, key))),
            (_, null, not null, not null) => new(endpoint, name ?? AccountOf(endpoint), new SasPolicy(signature)),
            _ => throw new InvalidOperationException("No valid combination of account information found."),
        };
    }

    /// <summary>The account of an address: the first part of the path where the host is one machine, else of the host's name.</summary>
    public static string AccountOf(Uri endpoint) =>
        endpoint.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || endpoint.IsLoopback
            ? endpoint.AbsolutePath.Trim('/').Split('/')[0]
            : endpoint.Host.Split('.')[0];

    private static ConnectionString Emulator(string proxy)
    {
        var host = proxy is null ? "http://127.0.0.1" : new Uri(proxy).GetLeftPart(UriPartial.Authority);
        return new(new Uri($"{host}:10002/{EmulatorName}"), EmulatorName, new SharedKeyPolicy(new TableSharedKeyCredential(EmulatorName, EmulatorKey)));
    }

    private static Uri EndpointOf(Dictionary<string, string> settings, string name)
    {
        if (settings.GetValueOrDefault("TableEndpoint") is { } address)
        {
            return new Uri(address);
        }

        var scheme = settings.GetValueOrDefault("DefaultEndpointsProtocol") ?? "https";
        var suffix = settings.GetValueOrDefault("EndpointSuffix") ?? "core.windows.net";
        return name is null ? null : new Uri($"{scheme}://{name}.table.{suffix}");
    }

    private static Dictionary<string, string> Settings(string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new FormatException("Settings must be of the form \"name=value\".");
            }

            if (!settings.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()))
            {
                throw new FormatException($"Duplicate setting '{part[..equals]}' found.");
            }
        }

        return settings;
    }
}
