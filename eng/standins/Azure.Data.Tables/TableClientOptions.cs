using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Retries, policies and transport of a client, and the version of the service that it speaks.</summary>
public class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        Version = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion)),
        };
    }

    /// <summary>Whose tokens the service takes; the public cloud when null.</summary>
    public TableAudience? Audience { get; set; }

    internal string Version { get; }

    /// <summary>Versions of the service's protocol.</summary>
    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }
}
